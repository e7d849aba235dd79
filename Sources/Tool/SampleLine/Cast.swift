/// The details of one visitor: what fills the braces of a sentence.
///
/// Numbers are counting rows and documentation ranges, never a person's: see `Samples/README.md`.
struct Cast {
  let account: String
  let givenName: String
  let surname: String
  let age: Int?
  let isPlural: Bool
  /// The telephone number as a channel delivers it, in E.164.
  let phoneOfAccount: String
  let address6: String
  private(set) var words: [String: String]

  /// Draws the details of a visitor.
  ///
  /// - Parameters:
  ///   - account: The account id, of which all follows.
  ///   - number: A number of its own for each visitor, for the address range.
  ///   - gender: `female`, `male` or `unknown`.
  ///   - age: The age in years, where it is told.
  ///   - relation: Who exploits; decides the pronouns.
  ///   - isPlural: Whether several do.
  ///   - dice: The visitor's throws.
  init(
    account: String,
    number: Int,
    gender: String,
    age: Int?,
    relation: String,
    isPlural: Bool,
    dice: inout Dice
  ) {
    self.account = account
    self.age = age
    self.isPlural = isPlural
    let isMale = gender == "male" || (gender == "unknown" && dice.chance(20))
    givenName = dice.pick(isMale ? Names.boys : Names.girls)
    surname = dice.pick(Names.surnames)
    let four = String(10_000 + number).dropFirst()
    phoneOfAccount = "+3161234\(four)"
    address6 = "2001:db8:\(String(number / 0x1000, radix: 16)):\(String(number, radix: 16))::1"
    let isWoman = relation == "mother"
    let tag = "\(givenName.lowercased().filter { $0.isASCII && $0.isLetter })"
    words = [
      "naam": givenName,
      "achternaam": surname,
      "dadernaam": dice.pick(Names.boys),
      "vriend": dice.pick(Names.girls),
      "begeleider": dice.pick(Names.girls + Names.boys),
      "hij": isPlural ? "ze" : isWoman ? "ze" : "hij",
      "hem": isPlural ? "hen" : isWoman ? "haar" : "hem",
      "zijn": isPlural ? "hun" : isWoman ? "haar" : "zijn",
      "straat": dice.pick(Names.streets),
      "nummer": "\(dice.number(in: 1...240))"
        + (dice.chance(25) ? dice.pick(["a", "b", "-2", " hs"]) : ""),
      "postcode": "\(dice.number(in: 1012...9998)) \(dice.pick(["ZK", "XJ", "WX", "ZP", "XV"]))",
      "plaats": dice.pick(Names.towns),
      "school": dice.pick(Names.schools),
      "tel": Self.telephone(number, &dice),
      "handle": dice.pick([
        "\(tag).x\(number)", "@\(tag)_\(number)", "xx\(tag)xx\(number)", "its.\(tag)\(number)",
      ]),
      "mail": "\(tag)\(number)@\(dice.pick(["post", "mail", "brievenbus"])).example",
      "kenteken": dice.pick(["R-000-K", "V-000-T", "N-000-B"]) + dice.pick(["X", "B", "D", "K"]),
      "medewerker": dice.pick(Names.counsellors),
    ]
    if let age {
      words["leeftijd"] = dice.chance(60) ? "\(age)" : Names.words(age)
      words["begin"] = "\(max(3, age - dice.number(in: 6...9)))"
    }
  }

  /// Sets another word, such as the counsellor of a later contact.
  mutating func set(_ name: String, _ word: String) { words[name] = word }

  /// A number of the visitor's own: visitors must not be linked by chance.
  private static func telephone(_ number: Int, _ dice: inout Dice) -> String {
    let pairs = [number / 100 % 100, number % 100]
    let digits = pairs.map { $0 < 10 ? "0\($0)" : "\($0)" }
    let words = pairs.map { ($0 < 10 ? "nul " : "") + Names.words($0) }
    return dice.pick([
      "06 12 34 \(digits[0]) \(digits[1])", "06-1234\(digits[0])\(digits[1])",
      "061234\(digits[0])\(digits[1])", "+31 6 12 34 \(digits[0]) \(digits[1])",
      "nul zes twaalf vierendertig \(words[0]) \(words[1])",
    ])
  }

  /// A sentence with its braces filled, cut at `//` into messages.
  func fill(_ sentence: String) -> [String] {
    var filled = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      let slot = rest[rest.index(after: open)..<close]
      let choices = slot.split(separator: "|")
      if choices.count == 2 {
        filled += choices[isPlural ? 1 : 0]
      } else {
        filled += words[String(slot)] ?? "iets"
      }
      rest = rest[rest.index(after: close)...]
    }
    filled += rest
    return filled.split(separator: " // ").map(String.init)
  }
}
