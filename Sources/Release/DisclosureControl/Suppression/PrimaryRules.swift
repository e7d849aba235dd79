/// The rules by which a cell is sensitive for its own sake, and what each demands.
struct PrimaryRules {
  let threshold: ThresholdRule
  let groupDisclosure = GroupDisclosureRule()
  let localSuppression = LocalSuppressionRule()
  /// The rule for what a revision changed.
  var difference: DifferenceRule { DifferenceRule(threshold: threshold.threshold) }

  /// What must hold for each cell; `nil` where nothing must.
  func needs(_ system: LineSystem, counts: [Int]) -> [Need?] {
    system.cells.indices.map { place in
      let cell = system.cells[place]
      var need: Need?
      if localSuppression.applies(to: cell, count: counts[place]) {
        need = localSuppression.need(cell, count: counts[place])
      }
      guard cell.isGoverned else { return need }
      let isDifference = cell.leastDifference != nil
      if !isDifference, threshold.applies(to: cell, count: counts[place]) {
        let other = threshold.need(cell, count: counts[place])
        need = need?.joined(other) ?? other
      }
      if difference.applies(to: cell, count: counts[place]) {
        need = difference.need(counts[place])
      }
      if cell.isDisplayed,
        let other = groupDisclosure.need(cell, count: counts[place], counts: counts)
      {
        need = need?.joined(other) ?? other
      }
      return need
    }
  }
}
