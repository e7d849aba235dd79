import Aggregation
import Attestation
import DisclosureControl
import Ledger

/// What a release risks, worked out from the persons themselves: for the line's own eyes.
///
/// It never leaves: `risk.json` of the release says what the published cells alone give.
struct RiskReport {
  /// How narrowly a sensitive cell is known at least.
  struct Interval: Equatable {
    let release: String
    let cell: String
    let lower: Int
    let upper: Int
  }

  /// A table's cells that fall below the threshold where a nickname makes several persons one.
  struct WeakLinks: Equatable {
    let table: String
    let cells: Int
    /// How many of them are shown all the same; 0 unless a rule is broken.
    let shown: Int
  }

  /// Another release, and how many values that look like keys it shares with this one.
  struct Joint: Equatable {
    let release: String
    let tokens: Int
  }

  let release: String
  let threshold: Int
  let uniqueness: Uniqueness
  let inference: Inference
  /// The narrowest intervals over this release and all before it, narrowest first.
  let intervals: [Interval]
  let weakLinks: [WeakLinks]
  let joints: [Joint]

  /// How many lines of each list are told as text.
  static let told = 20

  /// Works it out.
  ///
  /// - Parameters:
  ///   - release: The release's name.
  ///   - threshold: The smallest number that is shown.
  ///   - sample: The persons whom its tables count.
  ///   - counted: Its tables as they were counted; none under noise.
  ///   - protected: Its tables as they leave.
  ///   - files: What its files hold.
  ///   - ledger: Knows what left before.
  /// - Throws: `LedgerError`.
  init(
    _ release: String,
    threshold: Int,
    sample: PersonSample,
    counted: [CountTable],
    protected: ProtectedRelease,
    files: [[UInt8]],
    in ledger: Ledger
  ) throws(LedgerError) {
    self.release = release
    self.threshold = threshold
    uniqueness = Uniqueness(sample, threshold: threshold)
    inference = Inference(sample, threshold: threshold)
    let own = InternalReport.text(protected.evidence)
    let before = try ledger.releases()
    intervals = ([(release, own)] + before.map { ($0.name, $0.evidence) })
      .flatMap { Self.intervals(of: $0.0, $0.1) }
      .sorted { left, right in
        let (a, b) = (left.upper - left.lower, right.upper - right.lower)
        return a == b ? (left.release, left.cell) < (right.release, right.cell) : a < b
      }
    weakLinks = counted.compactMap { table in
      Self.weakLinks(table, protected.tables.first { $0.id == table.table.id }, threshold)
    }
    let tokens = files.reduce(into: Set<String>()) { $0.formUnion(TokenSearch.tokens(in: $1)) }
    var joints: [Joint] = []
    for record in before {
      let others = try ledger.files(of: record.name).reduce(into: Set<String>()) {
        $0.formUnion(TokenSearch.tokens(in: $1.bytes))
      }
      joints.append(Joint(release: record.name, tokens: tokens.intersection(others).count))
    }
    self.joints = joints
  }

  /// The intervals that a release's internal evidence holds.
  private static func intervals(of release: String, _ evidence: String) -> [Interval] {
    evidence.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t")
      guard fields.count == 4, fields[0] == "interval", let lower = Int(fields[2]),
        let upper = Int(fields[3])
      else { return nil }
      return Interval(release: release, cell: String(fields[1]), lower: lower, upper: upper)
    }
  }

  private static func weakLinks(
    _ counted: CountTable,
    _ released: ReleasableTable?,
    _ threshold: Int
  ) -> WeakLinks? {
    guard counted.table.method == .suppress, let released else { return nil }
    var cells = 0
    var shown = 0
    for (index, cell) in released.cells.enumerated() {
      let place = counted.place(of: counted.table.coordinates(of: index))
      let persons = counted.persons[place]
      guard persons >= threshold, persons - counted.doubt(at: place) < threshold else { continue }
      cells += 1
      if cell.count.number != nil { shown += 1 }
    }
    return WeakLinks(table: counted.table.id, cells: cells, shown: shown)
  }
}
