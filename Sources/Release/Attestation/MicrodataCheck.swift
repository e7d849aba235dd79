import Datasets

/// Recomputes k and l of a file of rows, and what it says that it lost.
enum MicrodataCheck {
  /// k and l as the rows have them; 0 for a file without rows.
  ///
  /// A suppressed value is a value like others. l is the least number of answers to any sensitive
  /// variable among rows that look alike (distinct l-diversity).
  static func measures(_ data: DatasetMicrodata) -> (alike: Int, answers: Int) {
    let classes = classes(of: data)
    let alike = classes.map(\.count).min() ?? 0
    let answers = classes.flatMap { rows in
      sensitive(data).map { column in Set(rows.map { $0[column] ?? "" }).count }
    }
    return (alike, answers.min() ?? 0)
  }

  static func findings(_ data: DatasetMicrodata) -> [ReleaseFinding] {
    var findings: [ReleaseFinding] = []
    let found = measures(data)
    if found.alike < data.leastAlike {
      findings.append(.tooFewAlike(file: data.id, rows: found.alike, least: data.leastAlike))
    }
    if found.answers < data.leastAnswers {
      findings.append(
        .tooFewAnswers(file: data.id, answers: found.answers, least: data.leastAnswers)
      )
    }
    let places = data.rows.map { row in
      zip(row, data.written).map { value, column in
        column.lines.firstIndex { $0.id == value } ?? column.lines.count
      }
    }
    if !zip(places, places.dropFirst()).allSatisfy({ !$1.lexicographicallyPrecedes($0) }) {
      findings.append(.rowsNotInOrder(file: data.id))
    }
    for (place, column) in data.written.enumerated()
    where data.rows.count(where: { $0[place] == nil }) != column.suppressed {
      findings.append(
        .miscalculated(.init(table: data.id, lines: [column.variable]), measure: "suppressed")
      )
    }
    return findings
  }

  /// The rows that look alike.
  private static func classes(of data: DatasetMicrodata) -> [[[String?]]] {
    let identifying = data.written.indices.filter { data.written[$0].role == .identifying }
    return Array(
      Dictionary(grouping: data.rows) { row in identifying.map { row[$0] } }.values
    )
  }

  private static func sensitive(_ data: DatasetMicrodata) -> [Int] {
    data.written.indices.filter { data.written[$0].role == .sensitive }
  }
}
