import Aggregation
import Codebook

/// The layout of a file of rows that loses least and keeps the rule.
///
/// Every combination of levels is tried (full-domain generalisation: Samarati 2001; the lattice is
/// small, so it is searched whole). Of those that keep the rule the one with the least loss is taken,
/// of equal ones the one whose levels come first. The loss of a value is that of Iyengar (2002):
/// (codes of its line - 1) / (codes of the variable - 1), 1 where it is suppressed or left out;
/// a variable's losses count by its weight.
struct MicrodataSearch {
  let counted: CountedRows
  let rule: AlikeRule

  init(_ counted: CountedRows, codebook: Codebook) {
    self.counted = counted
    rule = AlikeRule(counted.planned, codebook: codebook)
  }

  /// The best layout; `nil` where none that keeps an identifier keeps the rule.
  func best() -> MicrodataLayout? {
    let levels = counted.planned.identifying.map { $0.levels.count }
    var best: MicrodataLayout?
    var choice = [Int](repeating: 0, count: levels.count)
    while true {
      if let layout = layout(choice), best.map({ layout.loss < $0.loss }) ?? true { best = layout }
      guard let place = choice.indices.last(where: { choice[$0] < levels[$0] }) else { return best }
      choice[place] += 1
      for later in choice.indices where later > place { choice[later] = 0 }
    }
  }

  /// The rows at these levels; `nil` where the rule cannot be kept.
  private func layout(_ levels: [Int]) -> MicrodataLayout? {
    let planned = counted.planned
    let kept = levels.indices.filter { levels[$0] < planned.identifying[$0].levels.count }
    guard !kept.isEmpty else { return nil }
    // The line at its level of each line of the finest level.
    let coarser = kept.map { place in
      planned.identifying[place].levels[0].lines.map { line in
        planned.identifying[place].levels[levels[place]].lines
          .firstIndex { line.bits & ~$0.bits == 0 } ?? 0
      }
    }
    var answers: [[Int]: [[Int]: CountedRows.Group]] = [:]
    let first = planned.identifying.count
    for (combination, group) in counted.groups {
      let values = zip(kept, coarser).map { $1[combination[$0]] }
      answers[values, default: [:]][Array(combination[first...]), default: .init()].add(group)
    }
    let shape = kept.map { planned.identifying[$0].levels[levels[$0]].lines.count }
    let classes = MicrodataLayout.combinations(shape).map { values in
      RowClass(values: values, members: [values], answers: answers[values] ?? [:])
    }
    let order = kept.indices.sorted { left, right in
      let (a, b) = (
        planned.identifying[kept[left]].weight, planned.identifying[kept[right]].weight
      )
      return a == b ? left > right : a < b
    }
    guard
      let suppression = LocalSuppression(classes, order: order, rule: rule),
      suppression.classes.contains(where: { $0.suppressedCount < kept.count })
    else { return nil }
    return MicrodataLayout(counted, levels: levels, kept: kept, suppression: suppression)
  }
}
