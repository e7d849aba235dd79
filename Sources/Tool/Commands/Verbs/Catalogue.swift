extension Verb {
  /// Every command, in the order of a user's day.
  static let all: [Verb] = [
    .initialise, .status, .quarantine, .detect, .sanitize, .explain,
  ]
}
