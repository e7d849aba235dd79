import Aggregation

/// Persons whose rows look alike: one value of every identifier, some of them suppressed.
struct RowClass {
  /// The line of each kept identifier at its level; `nil` where suppressed.
  let values: [Int?]
  /// The combinations of lines that it is made of, ordered, those of nobody included.
  let members: [[Int]]
  /// The persons by the lines of the sensitive variables.
  let answers: [[Int]: CountedRows.Group]

  /// All of its persons.
  var all: CountedRows.Group {
    answers.values.reduce(into: CountedRows.Group()) { $0.add($1) }
  }

  /// How many identifiers are suppressed.
  var suppressedCount: Int { values.count { $0 == nil } }

  /// One class of several, with these values.
  static func joined(_ classes: [RowClass], values: [Int?]) -> RowClass {
    var answers: [[Int]: CountedRows.Group] = [:]
    for one in classes {
      for (answer, group) in one.answers { answers[answer, default: .init()].add(group) }
    }
    return RowClass(
      values: values,
      members: classes.flatMap(\.members).sorted { $0.lexicographicallyPrecedes($1) },
      answers: answers
    )
  }

  /// Orders by the values, a suppressed one after all others.
  static func precedes(_ left: RowClass, _ right: RowClass) -> Bool {
    left.values.map { $0 ?? .max }.lexicographicallyPrecedes(right.values.map { $0 ?? .max })
  }
}
