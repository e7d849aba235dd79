/// Forms of a text that make equal what a reader takes for the same.
public enum Normalisation {
  /// Returns Unicode normalisation form KC (UAX #15) of valid UTF-8.
  ///
  /// - Parameter bytes: The text.
  /// - Returns: The normal form; the text itself where it is not valid UTF-8.
  public static func nfkc(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
    return UnicodeData.nfkc(bytes) ?? bytes
  }

  /// Returns the text as `FoldedText` folds it: NFKC, no case, no accents, no invisible signs.
  ///
  /// - Parameter bytes: Valid UTF-8.
  /// - Returns: The folded text, without the NUL bytes around it.
  public static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var text = FoldedText(capacity: bytes.count)
    let range = text.append(bytes, in: 0..<bytes.count).range
    return Array(text.bytes[range])
  }

  /// Says whether a scalar is a letter of any script.
  ///
  /// - Parameter scalar: A Unicode scalar value.
  /// - Returns: Whether it is.
  public static func isLetter(_ scalar: UInt32) -> Bool { UnicodeData.isLetter(scalar) }

  /// Says whether a scalar is a letter in upper or title case.
  ///
  /// - Parameter scalar: A Unicode scalar value.
  /// - Returns: Whether it is.
  public static func isUppercase(_ scalar: UInt32) -> Bool { UnicodeData.isUppercase(scalar) }
}
