import Aggregation

/// Two countings of one period: what left first, and a revision.
///
/// For a cell of both, new = old + difference. A reader who has both tables takes one from the other,
/// so the difference is a cell that must not be found out where it is 1..T-1 persons; see
/// `DifferenceRule`.
///
/// The attacker is granted a guess that is right: where no cell fell, that nobody was taken out, and
/// where none rose, that nobody came in. The differences are then counts of persons, 0 or more, with
/// max(parts) <= union <= sum(parts) like any others.
extension LineSystem {
  /// Adds the differences between countings of a period.
  ///
  /// - Returns: The cells that stay withheld, because another counting withheld them.
  mutating func compareCountings(
    _ places: inout [CellKey: Int],
    _ rows: inout Set<Relation>,
    earlier: [CellKey: EarlierValue]
  ) -> Set<CellKey> {
    var silenced: Set<CellKey> = []
    for (older, newer) in Self.countings(places.keys) {
      let pairs = places.keys.filter { $0.period == older.description }.sorted()
        .compactMap { key -> (CellKey, CellKey)? in
          let twin = key.of(period: newer.description)
          return places[twin] == nil ? nil : (key, twin)
        }
      let direction = Direction(
        pairs.map { (cells[places[$0] ?? 0].count, cells[places[$1] ?? 0].count) }
      )
      var differences: [Int: Int] = [:]
      for (old, new) in pairs {
        guard let before = places[old], let after = places[new] else { continue }
        for (key, twin) in [(old, new), (new, old)] {
          if case .published(let count) = earlier[key] {
            cells[places[twin] ?? 0].otherCountings.append(count)
          } else if earlier[key] == .withheld, earlier[twin] == nil {
            silenced.insert(twin)
          }
        }
        let (whole, part) = direction == .down ? (before, after) : (after, before)
        var cell = Cell(
          key: old.of(period: "\(newer)-\(older)"),
          count: cells[whole].count - cells[part].count
        )
        if case .published = earlier[old], case .published = earlier[new] { cell.isOut = true }
        cell.isGoverned = cells[before].isGoverned && cells[after].isGoverned
        cell.leastDifference = direction == .mixed ? cell.count - Self.reach : 0
        differences[before] = cells.count
        places[cell.key] = cells.count
        let terms = [(whole, 1), (part, -1), (cells.count, -1)]
          .map { Term(cell: $0.0, coefficient: $0.1) }
        rows.insert(Relation(terms: terms.sorted { $0.cell < $1.cell }, isEquality: true))
        cells.append(cell)
      }
      if direction != .mixed { rows.formUnion(Self.among(differences, rows)) }
    }
    return silenced
  }

  /// What holds among the differences where nobody went, or nobody came: those who did are persons
  /// too, who may have several answers.
  private static func among(_ differences: [Int: Int], _ rows: Set<Relation>) -> [Relation] {
    rows.filter { !$0.isEquality }.compactMap { row in
      let terms = row.terms.compactMap { term in
        differences[term.cell].map { Term(cell: $0, coefficient: term.coefficient) }
      }
      guard terms.count == row.terms.count else { return nil }
      return Relation(terms: terms.sorted { $0.cell < $1.cell }, isEquality: false)
    }
  }

  /// How far below the true difference an attacker of a mixed revision looks; more would only help
  /// the line, and cost the search.
  private static let reach = 25

  /// The pairs of countings of one period, the earlier counting first.
  private static func countings(_ keys: Dictionary<CellKey, Int>.Keys) -> [(Period, Period)] {
    let periods = Set(Set(keys.map(\.period)).compactMap(Period.init)).sorted()
    return periods.flatMap { older in
      periods.filter { $0.unrevised == older.unrevised && $0.revision > older.revision }
        .map { (older, $0) }
    }
  }

  /// Which way the counts of a revision went.
  private enum Direction {
    /// No cell fell.
    case up
    /// No cell rose.
    case down
    /// Some rose, some fell.
    case mixed

    init(_ counts: [(old: Int, new: Int)]) {
      if counts.allSatisfy({ $0.new >= $0.old }) {
        self = .up
      } else if counts.allSatisfy({ $0.new <= $0.old }) {
        self = .down
      } else {
        self = .mixed
      }
    }
  }
}
