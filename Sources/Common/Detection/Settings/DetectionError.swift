/// Why a detector cannot be made.
public enum DetectionError: Error, Equatable, Sendable {
  /// An own recogniser's pattern is refused at a byte of it, for RE2's reason.
  case invalidPattern(recogniser: String, offset: Int, reason: String)
  /// An own recogniser's pattern matches the empty text, so it would match everywhere.
  case emptyMatch(recogniser: String)
  /// The denied value at a place of the list has no letter or digit.
  case emptyDeniedValue(index: Int)
}
