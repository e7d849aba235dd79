import Aggregation
import Testing

@testable import DisclosureControl

/// An attacker who tries every set of persons, and knows nothing of rows, bounds or solvers.
struct BruteForceAttacker {
  let kinds: [[String: [String]]]
  let total: Int

  /// Every way in which `total` persons can be of these kinds.
  func everyLine(_ body: ([Int]) throws -> Void) rethrows {
    var persons = [Int](repeating: 0, count: kinds.count)
    func fill(_ kind: Int, _ left: Int) throws {
      guard kind < kinds.count - 1 else {
        persons[kind] = left
        try body(persons)
        return
      }
      for count in 0...left {
        persons[kind] = count
        try fill(kind + 1, left - count)
      }
    }
    try fill(0, total)
  }

  /// Which kinds of persons meet a key's conditions.
  func kinds(meeting key: CellKey) -> [Int] {
    kinds.indices.filter { kind in
      key.conditions.allSatisfy { condition in
        (kinds[kind][condition.variable] ?? []).contains(where: condition.codes.contains)
      }
    }
  }
}

/// Numbers from a fixed seed (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct BruteForceTests {
  /// Tables that leave together; `|` parts a first release from a second.
  static let releases: [(tables: String, variables: [String])] = [
    ("A", ["a"]), ("AA", ["a"]), ("A AG", ["a"]), ("AB", ["a", "b"]), ("GB A", ["a", "b"]),
    ("AA AB", ["a", "b"]), ("M", ["m"]), ("AG | A", ["a"]), ("A | AB", ["a", "b"]),
    ("GB | AB", ["a", "b"]), ("AG | A | AB", ["a", "b"]), ("M AG", ["a", "m"]),
    ("M | A", ["a", "m"]),
  ]

  @Test(arguments: releases.indices)
  func `no set of persons that fits narrows a withheld cell`(index: Int) throws {
    let line = try SmallLine()
    let (text, variables) = Self.releases[index]
    let steps = text.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
    let kinds = SmallLine.kinds(of: variables)
    var dice = Dice(state: UInt64(index))
    var passed = 0
    for _ in 0..<(kinds.count > 4 ? 5 : 15) {
      // Twelve kinds of persons are tried in full only for a handful of them.
      let total =
        kinds.count > 6
        ? Int.random(in: 4...5, using: &dice)
        : Int.random(in: 6...14, using: &dice) + (kinds.count > 4 ? 4 : 0)
      var persons = [Int](repeating: 0, count: kinds.count)
      for _ in 0..<total { persons[Int.random(in: 0..<kinds.count, using: &dice)] += 1 }
      if try survives(line, steps, persons, kinds, threshold: kinds.count > 4 ? 2 : 3) {
        passed += 1
      }
    }
    // A test that refuses everything would prove nothing.
    #expect(passed > 0, "\(text)")
  }

  /// Releases the tables, attacks them, and says whether there was anything to attack.
  private func survives(
    _ line: SmallLine,
    _ steps: [[String]],
    _ persons: [Int],
    _ kinds: [[String: [String]]],
    threshold: Int
  ) throws -> Bool {
    var earlier: [CellKey: LineSystem.EarlierValue] = [:]
    var publications: [[CellKey: Int?]] = []
    var histories: [[CellKey: LineSystem.EarlierValue]] = []
    for step in steps {
      let tables = try line.tables(step, persons, of: kinds)
      let publication = try line.publication(
        tables,
        threshold: threshold,
        earlier: earlier
      ) { finder, system in
        guard let safe = try? SafePattern(finder, system), safe.reasons.isEmpty else { return nil }
        return safe.outcome
      }
      guard let publication else { return false }
      histories.append(earlier)
      publications.append(publication)
      for (key, value) in publication { earlier[key] = value.map { .published($0) } ?? .withheld }
    }
    let attacker = BruteForceAttacker(kinds: kinds, total: persons.reduce(0, +))
    let all = publications.reduce(into: [:]) { $0.merge($1) { $1 } }
    // What must stay hidden: every shown cell and every single code of few persons.
    let shown = all.keys.sorted().map { key in
      Shown(
        key: key,
        kinds: attacker.kinds(meeting: key),
        value: all[key] ?? nil,
        // Zeros are shown in single-answer tables, so a withheld cell there holds somebody.
        floor: key.conditions.contains { $0.variable == "m" } ? 0 : 1
      )
    }
    let sensitive = shown.filter { cell in
      cell.value == nil && (0..<threshold).contains(cell.count(persons))
    }
    var seen: [CellKey: (low: Int, high: Int)] = [:]
    var replayed = seen
    try attacker.everyLine { guess in
      let fits = shown.allSatisfy { cell in
        let count = cell.count(guess)
        return cell.value.map { $0 == count } ?? (count >= cell.floor)
      }
      guard fits else { return }
      Self.widen(&seen, sensitive, guess)
      for (step, (publication, history)) in zip(steps, zip(publications, histories)) {
        let tables = try line.tables(step, guess, of: kinds)
        let replay = try line.publication(
          tables,
          threshold: threshold,
          earlier: history
        ) { try $0.find($1, counts: $1.counts) }
        guard replay == publication else { return }
      }
      Self.widen(&replayed, sensitive, guess)
    }
    for key in sensitive.map(\.key) {
      let width = seen[key].map { $0.high - $0.low } ?? 0
      #expect(width >= threshold - 1, "\(steps) \(persons) \(key): \(width)")
      let left = replayed[key].map { $0.high - $0.low } ?? 0
      #expect(left >= threshold - 1, "\(steps) \(persons) \(key) on replay: \(left)")
    }
    return !sensitive.isEmpty
  }

  /// One shown cell as the attacker sees it.
  private struct Shown {
    let key: CellKey
    let kinds: [Int]
    let value: Int?
    let floor: Int

    func count(_ persons: [Int]) -> Int { kinds.reduce(0) { $0 + persons[$1] } }
  }

  private static func widen(
    _ seen: inout [CellKey: (low: Int, high: Int)],
    _ cells: [Shown],
    _ guess: [Int]
  ) {
    for cell in cells {
      let count = cell.count(guess)
      let now = seen[cell.key] ?? (count, count)
      seen[cell.key] = (min(now.low, count), max(now.high, count))
    }
  }
}
