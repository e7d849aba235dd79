/// How far a detector goes.
public enum DetectionPolicy: String, CaseIterable, Sendable {
  /// Replace what evidence calls identifying.
  case balanced
  /// Also replace each word that nothing vouches for.
  case strict
}
