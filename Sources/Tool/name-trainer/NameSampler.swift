/// Draws names, places, streets and organisations from the lexicons' sources.
struct NameSampler {
  private let commonFirst: [String]
  private let rareFirst: [String]
  private let wordNames: [String]
  private let commonLast: [String]
  private let rareLast: [String]
  private let towns: [String]
  private let wordTowns: [String]
  private let cities: [String]
  private let districts: [String]
  private let streets: [String]

  /// Reads the lists of a folder through a reader of lines.
  init(lines: (String) throws -> [[Substring]]) rethrows {
    var frequency: [String: Int] = [:]
    for fields in try lines("frequencies.tsv") where fields.count == 2 {
      frequency[String(fields[0])] = Int(fields[1]) ?? 0
    }
    let dutch = Set(try lines("dutch-words.txt").map { String($0[0]) })
    let first = try lines("first-names.txt").map { String($0[0]) }
    commonFirst = first.filter { frequency[$0, default: 0] >= 6 && !dutch.contains($0) }
    rareFirst = first.filter { frequency[$0, default: 0] < 6 && $0.count >= 3 }
    wordNames = try lines("names-that-are-words.txt").flatMap { $0 }
      .flatMap { $0.split(separator: " ") }.map(String.init)
      .filter { frequency[$0, default: 0] < 11 }
    var common: [String] = []
    var rare: [String] = []
    for fields in try lines("surnames.tsv") {
      let count = fields.count > 1 ? Int(fields[1]) ?? 0 : 0
      let name = String(fields[0])
      if count >= 1500, frequency[name, default: 0] < 11 {
        common.append(name)
      } else if !dutch.contains(name), name.count >= 3 {
        rare.append(name)
      }
    }
    commonLast = common
    rareLast = rare
    var towns: [String] = []
    var wordTowns: [String] = []
    for fields in try lines("places.tsv") {
      let name = String(fields[0])
      guard Int(fields.last ?? "0") ?? 0 >= 1500 || name.count % 3 == 0 else { continue }
      if dutch.contains(name) {
        if frequency[name, default: 0] < 11 { wordTowns.append(name) }
      } else {
        towns.append(name)
      }
    }
    self.towns = towns
    self.wordTowns = wordTowns
    cities =
      try lines("foreign-places.txt").map { $0.joined(separator: " ") }
      + lines("world-cities.txt").map { $0.joined(separator: " ") }.enumerated()
      .filter { $0.offset % 12 == 0 }.map(\.element)
    districts = try lines("neighbourhoods.txt").map { $0.joined(separator: " ") }
    streets = try lines("streets.tsv").filter { Int($0.last ?? "0") ?? 0 >= 3 }
      .map { $0[0].description }
  }

  /// Fills a slot; nil when there is none of that name.
  func fill(_ slot: Substring, _ random: inout RandomSource) -> String? {
    switch slot {
    case "first": return capitalised(first(&random))
    case "last": return last(&random)
    case "initials": return initials(&random)
    case "full": return capitalised(first(&random)) + " " + last(&random)
    case "place": return place(&random)
    case "town": return capitalised(random.pick(towns))
    case "city":
      return random.pick(cities).split(separator: " ").map { capitalised(String($0)) }
        .joined(separator: " ")
    case "street": return street(&random)
    case "number": return number(&random)
    case "word": return random.pick(streets)
    case "n": return String(random.next() % 90 + 10)
    case "age": return String(random.next() % 50 + 11)
    default: return nil
    }
  }

  func first(_ random: inout RandomSource) -> String {
    let draw = random.next() % 100
    if draw < 50 { return random.pick(commonFirst) }
    if draw < 74 { return random.pick(rareFirst) }
    if draw < 86 { return random.pick(wordNames) }
    return altered(random.pick(rareFirst), &random)
  }

  func last(_ random: inout RandomSource) -> String {
    var name = capitalised(
      random.chance(0.45)
        ? random.pick(commonLast)
        : random.chance(0.75) ? random.pick(rareLast) : altered(random.pick(rareLast), &random)
    )
    if random.chance(0.18) {
      let prefixes = [
        "van", "de", "van der", "van den", "van de", "ter", "ten", "el", "al", "den", "van 't",
        "bin",
        "dos", "da", "de la", "op den",
      ]
      name = random.pick(prefixes) + " " + name
    }
    if random.chance(0.08) { name += "-" + capitalised(random.pick(commonLast)) }
    if random.chance(0.05) { name = String(name.prefix(1)).uppercased() + "." }
    return name
  }

  private func initials(_ random: inout RandomSource) -> String {
    let letters = Array("ABCDEFGHIJKLMNPRSTW")
    var text = ""
    for _ in 0...(random.next() % 3) { text += "\(random.pick(letters))." }
    return text
  }

  private func place(_ random: inout RandomSource) -> String {
    let draw = random.next() % 100
    let name: String
    if draw < 55 {
      name = random.pick(towns)
    } else if draw < 65 {
      name = random.pick(wordTowns)
    } else if draw < 75 {
      name = random.pick(districts)
    } else if draw < 88 {
      name = random.pick(cities)
    } else {
      name = altered(random.pick(towns), &random)
    }
    return name.split(separator: " ").map { capitalised(String($0)) }.joined(separator: " ")
  }

  private func street(_ random: inout RandomSource) -> String {
    if random.chance(0.3) { return capitalised(random.pick(streets)) }
    let ends = [
      "straat", "straat", "laan", "weg", "plein", "hof", "kade", "singel", "dreef", "pad", "steeg",
      "dijk", "gracht", "straatje", "plantsoen",
    ]
    let head = random.chance(0.5) ? random.pick(streets) : random.pick(rareLast)
    let stem = String(head.split(separator: " ").last ?? "kerk").replacing("-", with: "")
    return capitalised(stem + random.pick(ends))
  }

  private func number(_ random: inout RandomSource) -> String {
    let number = String(random.next() % 400 + 1)
    let additions = [
      "", "", "", "", "", "a", "b", "A", "-2", "-14", " bis", " hs", " zwart", " achter", "/3",
      " bus 4", " 3 hoog", "-III",
    ]
    return number + random.pick(additions)
  }

  /// A name that no list holds: a letter changed, doubled or dropped.
  func altered(_ name: String, _ random: inout RandomSource) -> String {
    var letters = Array(name)
    guard letters.count > 3 else { return name + random.pick(["o", "i", "a", "ko", "ry"]) }
    for _ in 0..<2 {
      let place = 1 + Int(random.next() % UInt64(letters.count - 1))
      switch random.next() % 3 {
      case 0: letters[place] = random.pick(Array("aeioulmnrstkdj"))
      case 1: letters.insert(random.pick(Array("aeiouhjnk")), at: place)
      default: if letters.count > 4 { letters.remove(at: place) }
      }
    }
    return String(letters)
  }

  func capitalised(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
