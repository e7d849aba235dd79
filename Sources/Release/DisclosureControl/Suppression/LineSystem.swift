import Aggregation

/// Every cell that could be derived, and every relation between cells that an attacker knows.
///
/// One system over all tables: cells with the same key are one cell. Relations have no constant:
/// a total minus its parts is zero, a part minus its union is at most zero.
struct LineSystem {
  /// One cell.
  struct Cell {
    /// Whom it counts.
    let key: CellKey
    /// How many persons: the true count.
    var count: Int
    /// How many of them may be others of them: what thresholds take off.
    var doubt = 0
    /// How many persons stand behind it: of a cell of contacts the visitors, `nil` for persons.
    var visitors: Int?
    /// Whether some table shows it; the others can only be derived.
    var isDisplayed = false
    /// Whether it must not be withheld for the sake of others.
    var isWanted = false
    /// Whether an observed zero of it is withheld like a small number.
    var protectsZero = false
    /// Whether it stands for a lack of answers.
    var isMissing = false
    /// Everybody of a dimension, or everybody who answered: kept as long as anything else will do.
    var isMargin = false
    /// The margins of which it may not hold nearly all: where nothing exempts it.
    var margins: Set<Int> = []
    /// What a table under another method says of the cell: its count lies in this range.
    var window: ClosedRange<Int>?
    /// Whether a table that withholds cells counts it, so that it must be protected to its width.
    var isGoverned = false
    /// Whether it is a combination of answers of rows with a suppressed value.
    var isSuppressedValue = false
    /// The value that left the house before, to anyone.
    var earlier: EarlierValue?

    /// The numbers that left for the same cell in other countings of its period.
    var otherCountings: [Int] = []
    /// Whether it stays withheld for another counting's sake, so that it may well be zero.
    var isSilenced = false
    /// Whether it is the difference of two numbers that both left.
    var isOut = false
    /// The least that a difference of two countings can be; `nil` for a cell that counts somebody.
    var leastDifference: Int?

    /// How many of its parts are shown not to be zero: what everybody can count.
    var filledParts = 0

    /// What an attacker knows before any arithmetic: a shown zero says that the rest is not.
    var floor: Int {
      leastDifference
        ?? max(
          isDisplayed && !protectsZero && !isSilenced ? 1 : 0,
          window?.lowerBound ?? 0,
          filledParts
        )
    }
    /// The most that it can be.
    var ceiling: Int { window?.upperBound ?? Component.ceiling }
    /// How coarse it is: companions are sought among the finest cells first.
    var coarseness: Int {
      (isMargin ? 1_000 : 0) + key.conditions.reduce(0) { $0 + $1.codes.count }
    }
  }

  /// What was said of a cell before.
  enum EarlierValue: Equatable {
    /// It was published.
    case published(Int)
    /// It was withheld.
    case withheld
  }

  /// A relation: the sum of coefficient times count is zero, or at most zero.
  struct Relation: Hashable {
    /// Cells and coefficients, ordered by cell; a cell at most once.
    let terms: [Term]
    /// Whether the sum is zero; at most zero otherwise.
    let isEquality: Bool
  }

  /// One term of a relation.
  struct Term: Hashable {
    /// The cell's place in the system.
    let cell: Int
    /// Its coefficient.
    let coefficient: Int
  }

  /// The cells, ordered by key.
  var cells: [Cell] = []
  /// The relations, short ones first.
  var relations: [Relation] = []
  /// The relations in which a cell stands, by cell.
  var relationsOfCell: [[Int]] = []

  /// The true counts.
  var counts: [Int] { cells.map(\.count) }

  /// Raises the floor of every whole to the sum of its parts' floors, up to the widest whole.
  ///
  /// Where zeros are shown, each part that is withheld holds somebody. So a whole of two such parts
  /// holds two or more, whatever the pattern; no withholding can take that away.
  mutating func raiseFloors() {
    var changed = true
    while changed {
      changed = false
      for relation in relations where relation.isEquality {
        for side in [1, -1] {
          let wholes = relation.terms.filter { $0.coefficient == side }
          guard wholes.count == 1, let whole = wholes.first?.cell,
            cells[whole].leastDifference == nil
          else { continue }
          let sum = relation.terms.reduce(0) { sum, term in
            term.cell == whole ? sum : sum + min(cells[term.cell].floor, cells[term.cell].count)
          }
          guard sum > cells[whole].floor else { continue }
          cells[whole].filledParts = sum
          changed = true
        }
      }
    }
  }

  /// Tells whether counts meet a relation.
  static func holds(_ relation: Relation, for counts: [Int]) -> Bool {
    let sum = relation.terms.reduce(0) { $0 + $1.coefficient * counts[$1.cell] }
    return relation.isEquality ? sum == 0 : sum <= 0
  }
}
