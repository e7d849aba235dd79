/// Reads the years of an `AGE` finding: digits, or a number word of the line's languages.
enum AgeReading {
  /// The oldest age that counts as one.
  static let oldest = 120

  /// The age in whole years; `nil` where it can't be read.
  ///
  /// The first run of digits counts (`15½`, `16,5` and `17e` give whole years); without digits the
  /// whole is read as a number word.
  static func years(_ bytes: ArraySlice<UInt8>) -> Int? {
    // Digits are read before folding, which would make `15½` into `151⁄2`.
    if let age = firstNumber(bytes) { return age <= oldest ? age : nil }
    let text = IdentifierText(bytes)
    if let age = firstNumber(text.folded[...]) { return age <= oldest ? age : nil }
    return NumberWords.value(text.folded)
  }

  /// The first run of digits, at most 1,000; `nil` where there is none.
  private static func firstNumber(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let start = bytes.firstIndex(where: IdentifierText.isDigit) else { return nil }
    return bytes[start...].prefix(while: IdentifierText.isDigit)
      .reduce(0) { min($0 * 10 + Int($1 - 0x30), 1_000) }
  }
}
