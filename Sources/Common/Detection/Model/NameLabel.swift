/// What a word is to the name model: outside, or the beginning or inside of one of four kinds.
enum NameLabel {
  /// The kinds, in the order of the weights.
  static let kinds: [EntityKind] = [.person, .location, .organization, .address]
  /// Outside of any name.
  static let outside = 0
  /// The count of labels; lanes of a row beyond it are unused.
  static let count = 9

  /// The label of the first word of a kind.
  static func begin(_ kind: EntityKind) -> Int? {
    kinds.firstIndex(of: kind).map { 1 + 2 * $0 }
  }

  /// Whether a label continues what the word before began.
  static func isInside(_ label: Int) -> Bool { label > 0 && label % 2 == 0 }

  /// The kind of a label; nil outside.
  static func kind(_ label: Int) -> EntityKind? { label == 0 ? nil : kinds[(label - 1) / 2] }

  /// Whether a label may follow another.
  static func mayFollow(_ label: Int, after previous: Int) -> Bool {
    !isInside(label) || previous == label || previous == label - 1
  }

  /// For each label 0 where another may follow, minus infinity where not.
  static let followers: [SIMD16<Float>] = (0..<count).map { previous in
    lanes { mayFollow($0, after: previous) }
  }
  /// 0 for each label.
  static let all = lanes { _ in true }
  /// 0 for the labels that continue nothing.
  static let starts = lanes { !isInside($0) }

  private static func lanes(_ isAllowed: (Int) -> Bool) -> SIMD16<Float> {
    var lanes = SIMD16<Float>(repeating: -.infinity)
    for label in 0..<count where isAllowed(label) { lanes[label] = 0 }
    return lanes
  }
}
