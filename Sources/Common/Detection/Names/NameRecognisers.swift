/// The recognisers of names, places, organisations and, under the strict policy, unknown words.
enum NameRecognisers {
  /// Those of one policy, in the order they run.
  static func all(lexicons: Lexicons, policy: DetectionPolicy) -> [any Recogniser] {
    guard let table = lexicons.table else { return [] }
    return [NameRecogniser(lexicons: table, model: lexicons.model, policy: policy)]
  }
}
