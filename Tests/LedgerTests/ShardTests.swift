import Aggregation
import Codebook
import Testing

@testable import Ledger

/// The packed rows of a period, read in parts and read by the kernel.
@Suite struct ShardTests {
  private func ledger() throws -> Ledger {
    let ledger = try Ledger.open(path: ":memory:")
    let own = [
      ("topic_trafficking", ["yes"]), ("contact_role", ["self_victim"]),
      ("victim_status", ["likely"]),
    ]
    let genders = ["female", "male", "female", "trans_nonbinary", "female", "male", "female"]
    try night(
      ledger,
      input: 1,
      genders.enumerated().map { number, gender in
        contact("C\(number)", links: ["v\(number / 2)"], own + [("gender", [gender])])
      }
    )
    try close(ledger, "2021")
    return ledger
  }

  @Test(arguments: [1, 2, 3, 4, 9])
  func `shards hold every row once, and their partial tables add up`(count: Int) throws {
    let ledger = try ledger()
    let codebook = try codebook()
    let layout = try RowLayout(codebook)
    let year = Period(year: 2021)
    var whole: [PersonRow] = []
    try ledger.forEachPerson(of: year, layout: layout) { whole.append($0) }
    try ledger.forEachDelivery(of: year, layout: layout) { whole.append($0) }
    #expect(whole.count == 4 + 7)
    var parts: [PersonRow] = []
    for index in 0..<count {
      let shard = Shard(index, of: count)
      try ledger.forEachPerson(of: year, layout: layout, shard: shard) { parts.append($0) }
    }
    for index in 0..<count {
      let shard = Shard(index, of: count)
      try ledger.forEachDelivery(of: year, layout: layout, shard: shard) { parts.append($0) }
    }
    #expect(parts == whole)
  }

  @Test func `the parts of rows end where the next begin`() {
    for rows in [0, 1, 7, 10_000_001] {
      var last = 0
      for index in 0..<4 {
        let numbers = Shard(index, of: 4).numbers(of: rows)
        #expect(numbers.lowerBound == last)
        last = numbers.upperBound
      }
      #expect(last == rows)
    }
  }

  /// The kernel against `PackedNumbers.unpack`, over short, long, odd and damaged bytes.
  @Test func `answers are read as the plain reference reads them`() throws {
    let ledger = try ledger()
    let layout = try RowLayout(codebook())
    for column in layout.columns {
      for code in column.codes {
        _ = try ledger.vocabulary.number(variable: column.variable, code: code)
      }
    }
    // A word that no column has: an open number.
    let foreign = try ledger.vocabulary.number(variable: "age_years", code: "17")
    let reader = AnswerReader(ledger.vocabulary, layout)
    func reference(_ bytes: [UInt8]) -> AnswerReader.Found {
      guard let numbers = PackedNumbers.unpack(bytes) else { return .damaged }
      var answers = [UInt64](repeating: 0, count: layout.columns.count)
      for number in numbers {
        guard let word = ledger.vocabulary.code(number),
          let column = layout.place(of: word.variable),
          let bit = layout.columns[column].bit(of: word.code)
        else { return .unknown(number) }
        answers[column] |= bit
      }
      for (place, column) in layout.columns.enumerated()
      where answers[place] == 0 && column.missing != 0 {
        answers[place] = 1 << UInt64(column.missing.trailingZeroBitCount)
      }
      return .answers(answers)
    }
    func same(_ one: AnswerReader.Found, _ other: AnswerReader.Found) -> Bool {
      switch (one, other) {
      case (.answers(let one), .answers(let other)): one == other
      // Damage behind an unknown number is found by the reference alone: either way nothing is read.
      case (.unknown, .unknown), (.damaged, .damaged), (.unknown, .damaged): true
      default: false
      }
    }
    var state: UInt64 = 3
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var samples: [[UInt8]] = [
      [], [0x80], [0xFF], [0x80, 0x80], Array(repeating: 0xFF, count: 12), [0x80, 0],
    ]
    for length in 0..<120 {
      var packed = PackedNumbers()
      for _ in 0..<length { packed.append(next(foreign + 2)) }
      samples.append(packed.bytes)
      packed = PackedNumbers()
      for _ in 0..<length { packed.append(next(foreign)) }
      samples.append(packed.bytes)
      samples.append(packed.bytes + [0x80])
      samples.append((0..<length).map { _ in UInt8(next(256)) })
    }
    var read = 0
    for bytes in samples {
      let found = reader.answers(bytes.span)
      #expect(same(found, reference(bytes)), "\(bytes)")
      if case .answers = found { read += 1 }
    }
    #expect(read > 100)
  }
}
