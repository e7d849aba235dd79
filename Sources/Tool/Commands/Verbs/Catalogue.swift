extension Verb {
  /// Every command, in the order of a user's day.
  static let all: [Verb] = [.detect]
}
