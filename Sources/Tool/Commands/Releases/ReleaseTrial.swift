import Aggregation
import Codebook
import Cryptography
import DisclosureControl
import Keys
import Ledger

/// What a release of a period would be: counted, protected and audited, with nothing written.
struct ReleaseTrial {
  let keyring: Keyring
  let codebook: Codebook
  let plan: TablePlan
  let reach: PlannedTable.Reach

  /// What came of it.
  struct Outcome {
    let counted: [CountTable]
    let protected: ProtectedRelease
  }

  /// Counts and protects the plan's tables, together with everything that left before.
  func run(_ period: Period, in ledger: Ledger) throws -> Outcome {
    let earlier = try Self.earlier(in: ledger)
    let counted = try count(tables(of: period), of: period, in: ledger)
    try refuseMissingBase(period, earlier, in: ledger)
    try Self.refuseAfterNoise(period, in: ledger)
    let rows = try knownRows(in: ledger)
    let context = try DisclosureControl.contextPeriods(of: period, earlier: earlier, rows: rows)
      .flatMap { try count(tables(of: $0), of: $0, in: ledger) }
    return Outcome(
      counted: counted,
      protected: try protect(period) { cost throws(DisclosureError) in
        try control.protect(
          counted,
          context: context,
          earlier: earlier,
          rows: rows,
          patternCost: cost
        )
      }
    )
  }

  /// Makes a file of rows safe, together with everything that left before.
  func run(
    _ file: PlannedMicrodata,
    of period: Period,
    in ledger: Ledger
  ) throws -> ProtectedRelease {
    guard period.revision == 0 else { throw Complaint.noRowsOfRevision }
    let earlier = try Self.earlier(in: ledger)
    try Self.refuseAfterNoise(period, in: ledger)
    let layout = try RowLayout(codebook)
    var counted = try CountedRows(file, period: period, codebook: codebook, layout: layout)
    try ledger.forEachPerson(of: period, layout: layout) { counted.add($0) }
    let rows = try knownRows(in: ledger)
    let periods =
      [period] + DisclosureControl.contextPeriods(of: period, earlier: earlier, rows: rows)
    let context = try periods.flatMap { try count(tables(of: $0), of: $0, in: ledger) }
    return try protect(period) { cost throws(DisclosureError) in
      try control.protect(
        counted,
        context: context,
        earlier: earlier,
        rows: rows,
        patternCost: cost
      )
    }
  }

  private var control: DisclosureControl {
    DisclosureControl(plan: plan, codebook: codebook, reach: reach)
  }

  /// What files of rows said before, to anyone, with the true counts of their cells.
  private func knownRows(in ledger: Ledger) throws -> KnownRows {
    let releases = try ledger.releases()
    var files: Set<String> = []
    var sums: [PublishedSum] = []
    for record in releases {
      guard let said = PublishedSum.read(record.cells) else {
        throw LedgerError.damagedRow(table: "releases")
      }
      // The same file to several recipients says the same.
      if let first = said.first, files.insert("\(first.file)/\(first.period)").inserted {
        sums += said
      }
    }
    guard !sums.isEmpty else { return KnownRows() }
    let layout = try RowLayout(codebook)
    var tabulation = try KeyTabulation(KnownRows.keys(of: sums), codebook: codebook, layout: layout)
    for period in Set(sums.compactMap { Period($0.period) }).sorted() {
      try ledger.forEachPerson(of: period, layout: layout) { tabulation.add($0, in: period) }
    }
    return KnownRows(sums, counts: tabulation.persons)
  }

  /// The tables of a period: of a revision those of persons that withhold cells.
  ///
  /// Numbers that are changed would tell by a second change of the same persons; contacts are those
  /// that came in, as they were counted when the period was closed.
  private func tables(of period: Period) -> [PlannedTable] {
    plan.tables(for: reach).filter { table in
      period.revision == 0
        || table.method == .suppress && codebook.population(table.population)?.unit == .person
    }
  }

  /// Every cell that left before, to anyone.
  static func earlier(in ledger: Ledger) throws -> [PublishedCell] {
    try ledger.releases().flatMap { record in
      guard let cells = PublishedCell.read(record.cells) else {
        throw LedgerError.damagedRow(table: "releases")
      }
      return cells
    }
  }

  /// The persons of a release, as answers to what it publishes.
  func sample(
    of content: ReleaseContent,
    _ period: Period,
    in ledger: Ledger
  ) throws -> PersonSample {
    let layout = try RowLayout(codebook)
    var sample: PersonSample
    switch content {
    case .tables:
      sample = try PersonSample(of: tables(of: period), codebook: codebook, layout: layout)
    case .noise:
      let tables = plan.noisyTables(for: reach)
      sample = try PersonSample(of: tables, codebook: codebook, layout: layout)
    case .microdata(let id):
      guard let file = plan.microdata.first(where: { $0.id == id }) else {
        throw Complaint.unknownMicrodata(id, known: plan.microdata.map(\.id))
      }
      sample = try PersonSample(of: file, codebook: codebook, layout: layout)
    }
    try ledger.forEachPerson(of: period, layout: layout) { sample.add($0) }
    return sample
  }

  /// What releases under noise have cost so far.
  static func expenses(in ledger: Ledger) throws -> [PrivacyBudget.Expense] {
    try ledger.releases().flatMap { PrivacyBudget.read($0.parameters) }
  }

  /// Refuses what left under noise already: an exact number beside it would undo the noise.
  private static func refuseAfterNoise(_ period: Period, in ledger: Ledger) throws {
    let drawn = try expenses(in: ledger).first { Period($0.period)?.overlaps(period) ?? true }
    if let drawn { throw Complaint.noiseIsOut(drawn.table, period: drawn.period) }
  }

  /// Draws the plan's tables under noise from the system's source of randomness.
  func draw(
    _ period: Period,
    in ledger: Ledger
  ) throws -> (release: ProtectedRelease, cost: [PrivacyBudget.Expense]) {
    let tables = plan.noisyTables(for: reach)
    guard !tables.isEmpty else { throw Complaint.noNoise }
    guard period.revision == 0 else { throw Complaint.noNoiseOfRevision }
    let counted = try count(tables, of: period, in: ledger)
    var failure: (any Error)?
    let drawn = try control.drawNoise(
      counted,
      earlier: try Self.earlier(in: ledger),
      rows: try knownRows(in: ledger),
      spent: try Self.expenses(in: ledger)
    ) {
      do {
        return try Random.bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
      } catch {
        failure = error
        // Any bits will do: nothing of this leaves.
        return UInt64.random(in: .min ... .max)
      }
    }
    if let failure { throw failure }
    return drawn
  }

  /// Refuses an index whose base period is closed but never left.
  private func refuseMissingBase(
    _ period: Period,
    _ earlier: [PublishedCell],
    in ledger: Ledger
  ) throws {
    let base = period.previous
    guard try ledger.closedPeriods().contains(where: { $0.period == base }) else { return }
    for table in tables(of: period) where table.measures.contains(.index) {
      let cell = table.key(of: table.dimensions.map { _ in 0 }, period: base.description)
      guard !earlier.contains(where: { $0.key == cell }) else { continue }
      throw Complaint.baseMissing(table.id, cell: cell.description, base: base.description)
    }
  }

  private func count(
    _ tables: [PlannedTable],
    of period: Period,
    in ledger: Ledger
  ) throws -> [CountTable] {
    let layout = try RowLayout(codebook)
    var tabulation = try Tabulation(tables, period: period, codebook: codebook, layout: layout)
    try ledger.forEachPerson(of: period, layout: layout) { tabulation.add($0) }
    if tables.contains(where: { codebook.population($0.population)?.unit == .contact }) {
      try ledger.forEachDelivery(of: period, layout: layout) { tabulation.add($0) }
    }
    return tabulation.tables
  }

  private func protect(
    _ period: Period,
    _ protect: ((CellKey) -> UInt64) throws(DisclosureError) -> ProtectedRelease
  ) throws -> ProtectedRelease {
    let numbers = try keyring.patternNumbers(
      plan: plan.programme,
      period: period.description
    )
    var failure: (any Error)?
    let protected = try protect { key in
      do {
        return try numbers.number(of: Array(key.description.utf8).span)
      } catch {
        failure = error
        return 0
      }
    }
    // Costs that anyone could guess would let an attacker replay the choice: nothing leaves.
    if let failure { throw failure }
    return protected
  }
}
