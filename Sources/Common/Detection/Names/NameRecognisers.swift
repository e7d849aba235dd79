/// The recognisers of names, places, organisations and, under the strict policy, unknown words.
enum NameRecognisers {
  /// Those of one policy, in the order they run.
  static func all(lexicons: Lexicons, policy: DetectionPolicy) -> [any Recogniser] {
    guard let table = lexicons.table else { return [] }
    let names = NameRecogniser(lexicons: table, model: lexicons.model, policy: policy)
    return policy == .strict ? [names, UnknownWordRecogniser(lexicons: table)] : [names]
  }
}
