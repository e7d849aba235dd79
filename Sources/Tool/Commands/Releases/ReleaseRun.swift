import Aggregation
import Attestation
import Codebook
import Cryptography
import Datasets
import Detection
import DisclosureControl
import Keys
import Ledger

/// One release: persons of a closed period become tables that may leave.
struct ReleaseRun {
  /// What was made.
  struct Made {
    let place: String
    let tables: Int
    /// How many rows of persons.
    var rows = 0
    let files: Int
    let verdict: String
  }

  let project: ProjectFolder
  let keyring: Keyring
  let codebook: Codebook
  let recipient: Governance.Recipient
  /// Looks at the release before it has its place.
  let detector: Detector
  let notice: Label?
  /// Tells whether a person looked at an audit that asks for one.
  let isReviewed: Bool
  /// What of the plan leaves.
  let content: ReleaseContent
  let time: String

  /// Makes the release of a period.
  func run(_ period: Period) throws -> Made {
    let name = "\(period)-\(recipient.id)\(content.suffix)"
    let place = "\(project.place("releases"))/\(name)"
    guard !Folders.exists(place) else { throw Complaint.releaseExists(place) }
    let ledger = try Ledger.open(path: project.place("ledger"))
    if let made = try copy(name, to: place, from: ledger) { return made }
    let plan = try project.tablePlan(codebook: codebook)
    let reach: PlannedTable.Reach = recipient.audience == "contract" ? .contract : .public
    let trial = ReleaseTrial(keyring: keyring, codebook: codebook, plan: plan, reach: reach)
    let counted: [CountTable]
    let protected: ProtectedRelease
    let cost: [PrivacyBudget.Expense]
    switch content {
    case .tables:
      let outcome = try trial.run(period, in: ledger)
      (counted, protected, cost) = (outcome.counted, outcome.protected, [])
    case .noise:
      let drawn = try trial.draw(period, in: ledger)
      (counted, protected, cost) = ([], drawn.release, drawn.cost)
    case .microdata(let id):
      let file = try Self.file(id, of: plan, for: recipient)
      (counted, protected, cost) = ([], try trial.run(file, of: period, in: ledger), [])
    }
    guard protected.verdict == .pass || isReviewed else {
      throw Complaint.needsReview(protected.reasons)
    }
    let draft = try ReleaseDraft(place: place)
    let edition = try edition(of: period, in: ledger)
    let agreement = try ledger.agreement(in: period, codebook)
      .map { CrossedReadings(variable: $0.variable, counts: $0.agreement.crossed) }
    let said = DisclosureControl(plan: plan, codebook: codebook, reach: reach)
      .agreement(agreement).map(DatasetAgreement.init)
    let first = try ledger.firstQuarter().map(\.description) ?? ""
    try draft.add(description(name, period, edition, protected, said, first), protected)
    let stored = draft.contents.map(\.bytes)
    try draft.add(
      PublicRisk.path,
      PublicRisk(protected.tables.map(DatasetTable.init), files: stored).json
    )
    let manifest = Manifest(draft.files).json
    try draft.add(Manifest.path, manifest)
    let found = try ReleaseScan(detector: detector)
      .findings(in: draft.files.map { "\(place).part/\($0.path)" })
    guard found.isEmpty else { throw Complaint.identifiersInRelease(name, found) }
    let cells =
      PublishedCell.write(protected.publishedCells) + PublishedSum.write(protected.publishedSums)
    try keep(
      RiskReport(
        name,
        threshold: plan.threshold(for: reach),
        sample: try trial.sample(of: content, period, in: ledger),
        counted: counted,
        protected: protected,
        files: stored,
        in: ledger
      )
    )
    // Registered before it appears: what is out is always known, also after a crash in between.
    try ledger.register(
      ReleaseRecord(
        name: name,
        recipient: recipient.id,
        period: period.description,
        made: time,
        digest: try SHA256.digest(of: manifest.span).hexadecimal,
        parameters: "threshold \(plan.threshold(for: reach)), minimum base \(plan.minimumBase)\n"
          + PrivacyBudget.write(cost),
        cells: cells,
        evidence: InternalReport.text(protected.evidence)
      ),
      files: draft.contents
    )
    try draft.publish()
    return Made(
      place: place,
      tables: protected.tables.count,
      rows: protected.microdata?.rows.count ?? 0,
      files: draft.files.count,
      verdict: protected.verdict.rawValue
    )
  }

  /// The plan's file of rows, for a recipient who may have rows.
  private static func file(
    _ id: String,
    of plan: TablePlan,
    for recipient: Governance.Recipient
  ) throws -> PlannedMicrodata {
    guard recipient.audience == "contract" else { throw Complaint.rowsForPublic(recipient.id) }
    guard let file = plan.microdata.first(where: { $0.id == id }) else {
      throw Complaint.unknownMicrodata(id, known: plan.microdata.map(\.id))
    }
    return file
  }

  /// Keeps what the release risks beside the nights' evidence, as text and for programs.
  private func keep(_ report: RiskReport) throws {
    let folder = project.place("evidence")
    try Folders.make(folder)
    try Folders.write(report.text, to: "\(folder)/risk-\(report.release).txt")
    try Folders.write(report.json, to: "\(folder)/risk-\(report.release).json")
  }

  /// Puts a release that left before at its place again, byte for byte; `nil` for a new one.
  private func copy(_ name: String, to place: String, from ledger: Ledger) throws -> Made? {
    guard let record = try ledger.releases().first(where: { $0.name == name }) else { return nil }
    let files = try ledger.files(of: name)
    guard let manifest = files.last,
      try SHA256.digest(of: manifest.bytes.span).hexadecimal == record.digest
    else { throw LedgerError.damagedRow(table: "release_files") }
    let draft = try ReleaseDraft(place: place)
    for file in files { try draft.add(file.path, file.bytes) }
    try draft.publish()
    return Made(
      place: place,
      tables: files.count { $0.path.hasPrefix("tables/") },
      files: files.count,
      verdict: "copied as it left"
    )
  }

  /// The codebook's edition, and those under which parts of the period were closed where they differ.
  private func edition(of period: Period, in ledger: Ledger) throws -> String {
    let now = try codebook.fingerprint()
    let others = try (period.revision > 0 ? ledger.revisions() : ledger.closedPeriods())
      .filter { $0.period.overlaps(period) && $0.codebook != now }
      .map { "\($0.period) +\(Codebook.short($0.codebook))" }
    let closed = others.isEmpty ? "" : " (closed under: \(others.joined(separator: ", ")))"
    return "\(codebook.id) \(try codebook.edition())\(closed)"
  }

  private func description(
    _ name: String,
    _ period: Period,
    _ edition: String,
    _ protected: ProtectedRelease,
    _ agreement: [DatasetAgreement],
    _ firstQuarter: String
  ) -> ReleaseDescription {
    let line = project.settings.name
    let window = Self.window(years: project.settings.lookBackYears)
    let revision = period.revision > 0 ? Self.revision(of: period) : nil
    let notices = [notice, keyring.isTestOnly ? Self.testKeys : nil, revision, window]
      .compactMap { $0 }
    return ReleaseDescription(
      name: name,
      title: Label(
        nl: "\(line): cijfers \(period), voor \(recipient.label.nl)",
        en: "\(line): figures of \(period), for \(recipient.label.en)"
      ),
      period: period.description,
      recipient: recipient.id,
      codebook: edition,
      program: "luwte \(Luwte.version)",
      verdict: protected.verdict.rawValue,
      notice: Label(
        nl: notices.map(\.nl).joined(separator: " "),
        en: notices.map(\.en).joined(separator: " ")
      ),
      agreement: agreement,
      firstQuarter: firstQuarter
    )
  }

  /// What "first came into view" means.
  private static func window(years: Int) -> Label {
    Label(
      nl: "Personen tellen in de periode waarin zij voor het eerst in beeld kwamen binnen een "
        + "terugkijkvenster van \(years) jaar; wie van langer geleden terugkomt, telt opnieuw.",
      en:
        "Persons count in the period in which they first came into view within a look-back window "
        + "of \(years) years; who returns from before it counts anew."
    )
  }

  /// What a revision is, and what it leaves out.
  private static func revision(of period: Period) -> Label {
    Label(
      nl: "Herziening \(period.revision) van \(period.unrevised): de personen zijn opnieuw geteld. "
        + "Eerdere uitgaven blijven zoals zij zijn. Waar het verschil met een eerder cijfer weinig "
        + "personen is, staat geen cijfer; tabellen van gesprekken en tabellen met veranderde "
        + "cijfers worden niet herzien.",
      en: "Revision \(period.revision) of \(period.unrevised): its persons were counted anew. "
        + "Earlier releases stay as they are. Where the difference from an earlier number is few persons, no "
        + "number is shown; tables of conversations and tables of changed numbers are not revised."
    )
  }

  private static let testKeys = Label(
    nl: "Gemaakt met proefsleutels: alleen om te proberen.",
    en: "Made with test-only keys: for trials alone."
  )
}
