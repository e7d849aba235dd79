import Aggregation

/// Reads a row's packed codes as answers, without a list of numbers in between.
struct AnswerReader {
  /// What a row holds.
  enum Found {
    /// The answers, one set of bits a column.
    case answers([UInt64])
    /// A code number that the layout does not have.
    case unknown(Int)
    /// Bytes that are no packed numbers.
    case damaged
  }

  /// The column and bit of each code number; column -1 where the layout has none.
  private let places: [(column: Int, bit: UInt64)]
  /// What stands in a column where no code does.
  private let missing: [UInt64]

  init(_ vocabulary: Vocabulary, _ layout: RowLayout) {
    places = vocabulary.codes.map { word in
      guard let column = layout.place(of: word.variable),
        let bit = layout.columns[column].bit(of: word.code)
      else { return (-1, 0) }
      return (column, bit)
    }
    missing = layout.columns.map { column in
      column.missing == 0 ? 0 : 1 << UInt64(column.missing.trailingZeroBitCount)
    }
  }

  /// The answers of packed code numbers (`PackedNumbers`); the plain reference is its `unpack`.
  func answers(_ bytes: Span<UInt8>) -> Found {
    var answers = [UInt64](repeating: 0, count: missing.count)
    var number: UInt = 0
    var shift: UInt = 0
    for index in bytes.indices {
      guard shift < 63 else { return .damaged }
      let byte = bytes[index]
      number |= UInt(byte & 0x7F) << shift
      if byte & 0x80 != 0 {
        shift += 7
        continue
      }
      guard number < UInt(places.count) else {
        return number <= UInt(Int.max) ? .unknown(Int(number)) : .damaged
      }
      let (column, bit) = places[Int(number)]
      guard column >= 0 else { return .unknown(Int(number)) }
      answers[column] |= bit
      number = 0
      shift = 0
    }
    guard shift == 0 else { return .damaged }
    for column in answers.indices where answers[column] == 0 { answers[column] = missing[column] }
    return .answers(answers)
  }
}
