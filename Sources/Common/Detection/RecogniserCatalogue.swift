/// The recognisers, in the order they run.
enum RecogniserCatalogue {
  /// Those of structured kinds.
  static let structured: [any Recogniser] = []

  /// All, for one policy.
  static func recognisers(lexicons: Lexicons, policy: DetectionPolicy) -> [any Recogniser] {
    structured + NameRecognisers.all(lexicons: lexicons, policy: policy)
  }
}
