/// Reads the years of an `AGE` finding: digits, or a number word of the line's languages.
enum AgeReading {
  /// The oldest age that counts as one.
  static let oldest = 120

  /// The age in whole years; `nil` where it can't be read.
  ///
  /// The first run of digits counts (`15½`, `16,5` and `17e` give whole years); without digits the
  /// whole is read as a number word.
  static func years(_ bytes: ArraySlice<UInt8>) -> Int? {
    let text = IdentifierText(bytes)
    if let start = text.folded.firstIndex(where: IdentifierText.isDigit) {
      var value = 0
      for byte in text.folded[start...].prefix(while: IdentifierText.isDigit) {
        value = value * 10 + Int(byte - 0x30)
        guard value <= oldest else { return nil }
      }
      return value
    }
    return NumberWords.value(text.folded)
  }
}
