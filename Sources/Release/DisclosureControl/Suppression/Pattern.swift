/// Which cells are withheld.
struct Pattern: Equatable, Sendable {
  /// Whether a cell is withheld, by place in the system; hidden cells never are.
  var isWithheld: [Bool]

  /// Tells whether an attacker has to guess a cell: withheld, or never shown at all.
  func isFree(_ cell: Int, in system: LineSystem) -> Bool {
    isWithheld[cell] || !system.cells[cell].isDisplayed
  }
}
