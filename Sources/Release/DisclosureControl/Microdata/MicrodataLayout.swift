import Aggregation

/// A file of rows that keeps the rule: its levels, its classes, and what it lost.
struct MicrodataLayout {
  let counted: CountedRows
  /// The level of each identifier; one more than its last for one that is left out.
  let levels: [Int]
  /// The places of the identifiers that are not left out.
  let kept: [Int]
  let suppression: LocalSuppression
  /// The loss of each identifier, 0...1.
  let losses: [Double]

  /// The losses by weight: what the search makes least.
  let loss: Double

  init(_ counted: CountedRows, levels: [Int], kept: [Int], suppression: LocalSuppression) {
    self.counted = counted
    self.levels = levels
    self.kept = kept
    self.suppression = suppression
    let identifying = counted.planned.identifying
    let persons = max(1, suppression.classes.reduce(0) { $0 + $1.all.persons })
    losses = identifying.indices.map { place in
      guard let column = kept.firstIndex(of: place) else { return 1 }
      let codes = identifying[place].layout.codes.count - 1
      guard codes > 0 else { return 0 }
      let lines = identifying[place].levels[levels[place]].lines
      let lost = suppression.classes.reduce(0) { lost, rows in
        let one = rows.values[column].map { lines[$0].codes.count - 1 } ?? codes
        return lost + rows.all.persons * one
      }
      return Double(lost) / Double(codes * persons)
    }
    loss = zip(identifying, losses).reduce(0) { $0 + Double($1.0.weight) * $1.1 }
  }

  /// Every combination of places below a shape, in lexicographic order.
  static func combinations(_ shape: [Int]) -> [[Int]] {
    shape.reduce([[]]) { prefixes, count in
      prefixes.flatMap { prefix in (0..<count).map { prefix + [$0] } }
    }
  }

  /// The lines of a kept identifier, by its place among the kept ones.
  func lines(_ column: Int) -> [Line] {
    counted.planned.identifying[kept[column]].levels[levels[kept[column]]].lines
  }

  /// What an attacker reads from the file about the cells of its finest combinations.
  var sums: [PublishedSum] {
    let planned = counted.planned
    let answers = Self.combinations(planned.sensitive.map { $0.level.lines.count })
    func keys(_ members: [[Int]], _ answers: [[Int]]) -> [CellKey] {
      members.flatMap { member in answers.map { key(member, $0) } }
    }
    var sums: [PublishedSum] = []
    for rows in suppression.classes {
      for answer in answers {
        let persons = rows.answers[answer]?.persons ?? 0
        sums.append(
          PublishedSum(
            file: planned.id,
            persons: persons...persons,
            keys: keys(rows.members, [answer])
          )
        )
      }
    }
    if !suppression.empty.isEmpty {
      sums.append(
        PublishedSum(file: planned.id, persons: 0...0, keys: keys(suppression.empty, answers))
      )
    }
    for rows in suppression.small where rows.all.persons < planned.leastAlike {
      sums.append(
        PublishedSum(
          file: planned.id,
          persons: 0...planned.leastAlike - 1,
          keys: keys(rows.members, answers)
        )
      )
    }
    return sums
  }

  /// How many persons each cell of a finest combination counts.
  var counts: [CellKey: Int] {
    let planned = counted.planned
    var counts: [CellKey: Int] = [:]
    let finest = planned.identifying.map { $0.levels[0].lines }
    for (combination, group) in counted.groups {
      let member = kept.indices.map { column in
        lines(column).firstIndex { line in
          finest[kept[column]][combination[kept[column]]].bits & ~line.bits == 0
        } ?? 0
      }
      counts[key(member, Array(combination[planned.identifying.count...])), default: 0] +=
        group.persons
    }
    return counts
  }

  private func key(_ member: [Int], _ answer: [Int]) -> CellKey {
    let planned = counted.planned
    let conditions =
      kept.indices.map { column in
        CellKey.Condition(
          variable: planned.identifying[kept[column]].variable,
          codes: lines(column)[member[column]].codes
        )
      }
      + planned.sensitive.indices.map { place in
        CellKey.Condition(
          variable: planned.sensitive[place].variable,
          codes: planned.sensitive[place].level.lines[answer[place]].codes
        )
      }
    return CellKey(
      population: planned.population,
      period: counted.period.description,
      conditions: conditions
    )
  }
}
