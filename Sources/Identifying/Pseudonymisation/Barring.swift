/// Why a visitor's contacts are kept out.
public enum Barring: String, CaseIterable, Sendable {
  /// They were erased on request.
  case erased
  /// They asked not to be counted.
  case optedOut = "opted_out"
}
