import Aggregation
import Testing

@testable import DisclosureControl

/// Files of rows of random persons, judged by what was published alone.
@Suite struct MicrodataAttackTests {
  static let kinds: [[String: [String]]] = SmallKinds.all

  private func persons(_ dice: inout Dice, _ total: Int) -> [Int] {
    var persons = [Int](repeating: 0, count: Self.kinds.count)
    for _ in 0..<total { persons[Int.random(in: 0..<persons.count, using: &dice)] += 1 }
    return persons
  }

  /// k and l by counting rows that read alike, and every person found again in their row.
  @Test func `rows of random persons are k-anonymous and l-diverse, and no layout loses less`()
    throws
  {
    let line = try MicrodataLine()
    var dice = Dice(state: 11)
    var made = 0
    for _ in 0..<60 {
      let total = Int.random(in: 5...60, using: &dice)
      let kinds = zip(Self.kinds, persons(&dice, total)).map { (codes: $0, count: $1) }
      guard let file = try? line.release(kinds).microdata else { continue }
      made += 1
      let view = PublishedRows(file)
      for rows in view.classes.values {
        #expect(rows.count >= 5)
        #expect(Set(rows).count >= 2)
        let most = Set(rows).map { answer in rows.count { $0 == answer } }.max() ?? 0
        #expect(10 * most <= 9 * rows.count)
      }
      // Every person has one row that fits: by kind, the class that reads most of it.
      var left = view.classes.mapValues { $0 }
      for kind in kinds {
        for _ in 0..<kind.count {
          let home = try #require(view.home(of: kind.codes))
          let place = try #require(left[home]?.firstIndex(of: kind.codes["told"]?[0] ?? ""))
          left[home]?.remove(at: place)
        }
      }
      let isLeft = left.values.contains { !$0.isEmpty }
      #expect(!isLeft)
      #expect(file.rows == file.rows.sorted { PublishedRows.order($0, $1) })
    }
    #expect(made > 20, "\(made)")
  }

  /// Tables and rows that left in turn; `R` is the file of rows.
  @Test(arguments: [
    ["A", "R"], ["R", "A"], ["AG", "R"], ["R", "AS"], ["AG", "R", "A"],
  ])
  func `no set of persons that fits tables and rows narrows what either withheld`(
    steps: [String]
  ) throws {
    let line = try MicrodataLine()
    var dice = Dice(state: UInt64(steps.joined().utf8.reduce(0) { Int($0) + Int($1) }))
    var attacked = 0
    for number in 0..<200 where attacked < 2 {
      // Evenly spread, and of each kind up to so many: some stay below k and below the threshold.
      let truth =
        number % 2 == 0
        ? persons(&dice, Int.random(in: 12...15, using: &dice))
        : Self.kinds.map { _ in
          Int.random(in: 0...Int.random(in: 0...6, using: &dice), using: &dice)
        }
      guard (8...15).contains(truth.reduce(0, +)) else { continue }
      if try survives(line, steps, truth) { attacked += 1 }
    }
    #expect(attacked > 0, "\(steps): nothing was attacked")
  }

  private func survives(_ line: MicrodataLine, _ steps: [String], _ truth: [Int]) throws -> Bool {
    let kinds = zip(Self.kinds, truth).map { (codes: $0, count: $1) }
    let attacker = BruteForceAttacker(kinds: Self.kinds, total: truth.reduce(0, +))
    var earlier: [PublishedCell] = []
    var known = KnownRows()
    var context: [CountTable] = []
    var view: PublishedRows?
    // What left up to the rows: a number that they gave is no secret of a later table.
    var upToRows = 0
    for step in steps {
      if step == "R" {
        let release = try? line.control.protect(
          line.rows(kinds),
          context: context,
          earlier: earlier,
          rows: known,
          patternCost: ArticleLine.cost
        )
        guard let release, release.verdict == .pass, let file = release.microdata else {
          return false
        }
        var tabulation = try KeyTabulation(
          KnownRows.keys(of: release.publishedSums),
          codebook: line.codebook,
          layout: line.layout
        )
        for kind in kinds {
          let row = try PersonRow(
            year: 2021,
            quarter: 1,
            recordKey: 0,
            codes: kind.codes,
            layout: line.layout
          )
          for _ in 0..<kind.count { tabulation.add(row, in: Period(year: 2021)) }
        }
        known = KnownRows(release.publishedSums, counts: tabulation.persons)
        earlier += release.publishedCells
        view = PublishedRows(file)
        upToRows = earlier.count
      } else {
        let tables = try line.tables(step.split(separator: " ").map(String.init), kinds)
        let release = try? line.control.protect(
          tables,
          earlier: earlier,
          rows: known,
          patternCost: ArticleLine.cost
        )
        guard let release, release.verdict == .pass else { return false }
        earlier += release.publishedCells
        context += tables
      }
    }
    let rows = try #require(view)
    return attack(attacker, truth, earlier, upToRows, rows)
  }

  /// Tries every set of persons; says whether there was anything to find out.
  private func attack(
    _ attacker: BruteForceAttacker,
    _ truth: [Int],
    _ published: [PublishedCell],
    _ upToRows: Int,
    _ rows: PublishedRows
  ) -> Bool {
    let cells = published.map { ($0, attacker.kinds(meeting: $0.key)) }
    let secret = cells.filter { $0.0.saying == .withheld }.map(\.1)
    let homes = Self.kinds.map { rows.home(of: $0) }
    let fields = Dictionary(grouping: Self.kinds.indices) {
      Self.kinds[$0].filter { $0.key != "told" }
    }
    var seen = secret.map { _ in (low: Int.max, high: 0) }
    let lost = lostValues(homes)
    var values = lost.map { _ in Int.max }
    var before = seen
    let counts = rows.counts
    func widen(_ seen: inout [(low: Int, high: Int)], _ guess: [Int]) {
      for (place, members) in secret.enumerated() {
        let count = members.reduce(0) { $0 + guess[$1] }
        seen[place] = (min(seen[place].low, count), max(seen[place].high, count))
      }
    }
    func fits(_ cells: ArraySlice<(PublishedCell, [Int])>, _ guess: [Int]) -> Bool {
      cells.allSatisfy { cell, members in
        let count = members.reduce(0) { $0 + guess[$1] }
        return cell.count.map { $0 == count } ?? (count >= 1)
      }
    }
    attacker.everyLine { guess in
      guard fits(cells[..<upToRows], guess) else { return }
      // The rows of each class, answer by answer.
      var expected: [[String]: [String: Int]] = [:]
      for (kind, count) in guess.enumerated() where count > 0 {
        guard let home = homes[kind] else { return }
        expected[home, default: [:]][Self.kinds[kind]["told"]?[0] ?? "", default: 0] += count
      }
      guard expected == counts else { return }
      // A combination without a class of its own is below k, save one that gave up its values.
      for members in fields.values {
        let isSmall = members.reduce(0) { $0 + truth[$1] } < 5
        let isWhole = homes[members[0]]?.contains(".") == false
        if isSmall, !isWhole, members.reduce(0, { $0 + guess[$1] }) >= 5 { return }
      }
      widen(&before, guess)
      guard fits(cells[upToRows...], guess) else { return }
      widen(&seen, guess)
      for (place, members) in lost.enumerated() {
        values[place] = min(values[place], members.reduce(0) { $0 + guess[$1] })
      }
    }
    var found = false
    for (place, members) in secret.enumerated() {
      let count = members.reduce(0) { $0 + truth[$1] }
      guard (1..<5).contains(count), before[place].high > before[place].low else { continue }
      found = true
      #expect(seen[place].high - seen[place].low >= 4, "\(truth) \(members): \(seen[place])")
    }
    for (place, members) in lost.enumerated() {
      let count = members.reduce(0) { $0 + truth[$1] }
      guard count > 0 else { continue }
      found = true
      // A table that shows zeros tells of each number it withholds that there is somebody.
      let known = secret.count { Set($0).isSubset(of: members) }
      #expect(values[place] <= max(count - 1, known), "\(truth) \(members): always \(count)")
    }
    return found
  }

  /// The kinds of persons that share a row of lost values, and one of these values or all of them.
  private func lostValues(_ homes: [[String]?]) -> [[Int]] {
    var groups: Set<[Int]> = []
    for (kind, home) in homes.enumerated() where home?.contains(".") == true {
      let codes = Self.kinds[kind]
      groups.insert([kind])
      for variable in ["age", "sex"] {
        func all(_ isLike: (Int) -> Bool) -> [Int] {
          Self.kinds.indices.filter {
            homes[$0] == home && Self.kinds[$0]["told"] == codes["told"] && isLike($0)
          }
        }
        let alike = all { Self.kinds[$0][variable] == codes[variable] }
        // A value that all of them have was not lost.
        if alike != all({ _ in true }) { groups.insert(alike) }
      }
    }
    return groups.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

/// Six kinds of persons: two ages, two sexes at one age, two answers.
enum SmallKinds {
  static let all: [[String: [String]]] = [
    ["child", "f"], ["young", "f"], ["old", "f"], ["old", "m"],
  ]
  .flatMap { who in
    ["yes", "no"].map { ["age": [who[0]], "sex": [who[1]], "told": [$0]] }
  }
}

/// A file of rows as its reader has it: values by name, and which codes a name holds.
struct PublishedRows {
  /// The answers of the rows that read alike; `.` is a suppressed value.
  let classes: [[String]: [String]]
  private let columns: [(variable: String, codes: [String: [String]])]

  init(_ file: ReleasableMicrodata) {
    let written = file.columns.filter { $0.level != nil }
    let identifying = written.filter { $0.role == .identifying }
    columns = identifying.map { column in
      var codes: [String: [String]] = [:]
      for line in column.lines { codes[line.id] = line.codes }
      return (column.variable, codes)
    }
    var classes: [[String]: [String]] = [:]
    for row in file.rows {
      let text = zip(row, written).map { value, column in value.map { column.lines[$0].id } ?? "." }
      classes[Array(text.prefix(identifying.count)), default: []].append(text.last ?? "")
    }
    self.classes = classes
  }

  /// How many rows of each class gave each answer.
  var counts: [[String]: [String: Int]] {
    classes.mapValues { rows in Dictionary(grouping: rows) { $0 }.mapValues(\.count) }
  }

  /// The class in which somebody of these codes is: of those that fit the one that says most.
  func home(of codes: [String: [String]]) -> [String]? {
    classes.keys.filter { values in
      zip(values, columns).allSatisfy { value, column in
        value == "." || column.codes[value]?.contains(codes[column.variable]?[0] ?? "") == true
      }
    }
    .min { left, right in left.count { $0 == "." } < right.count { $0 == "." } }
  }

  /// The order of rows: by place, a suppressed value last.
  static func order(_ left: [Int?], _ right: [Int?]) -> Bool {
    for (a, b) in zip(left, right) where a != b { return (a ?? .max) < (b ?? .max) }
    return false
  }
}
