/// A release as the ledger remembers it: who got which cells, when, under which parameters.
public struct ReleaseRecord: Equatable, Sendable {
  /// The release's name; that of its folder.
  public let name: String
  /// Who got it.
  public let recipient: String
  /// What it is about.
  public let period: String
  /// When it was made, RFC 3339, as the caller said.
  public let made: String
  /// A digest of its files.
  public let digest: String
  /// Methods and parameters, as the caller writes them.
  public let parameters: String
  /// Every cell that left, as `PublishedCell` writes them.
  public let cells: String
  /// The internal evidence, as the caller writes it; never leaves.
  public let evidence: String

  /// Makes a record.
  public init(
    name: String,
    recipient: String,
    period: String,
    made: String,
    digest: String,
    parameters: String,
    cells: String,
    evidence: String
  ) {
    self.name = name
    self.recipient = recipient
    self.period = period
    self.made = made
    self.digest = digest
    self.parameters = parameters
    self.cells = cells
    self.evidence = evidence
  }
}

extension Ledger {
  /// The releases to anyone, oldest first.
  public func releases() throws(LedgerError) -> [ReleaseRecord] {
    let query = try connection.prepare(
      """
      SELECT name, recipient, period, made, digest, parameters, cells, evidence
      FROM releases ORDER BY number
      """
    )
    var records: [ReleaseRecord] = []
    while try query.step() {
      records.append(
        ReleaseRecord(
          name: query.text(0),
          recipient: query.text(1),
          period: query.text(2),
          made: query.text(3),
          digest: query.text(4),
          parameters: query.text(5),
          cells: String(decoding: query.bytes(6), as: UTF8.self),
          evidence: String(decoding: query.bytes(7), as: UTF8.self)
        )
      )
    }
    return records
  }

  /// Registers a release, once; the same release again changes nothing.
  ///
  /// - Parameters:
  ///   - record: What left.
  ///   - files: Its files, kept so that the release can be copied, never made again.
  /// - Throws: `LedgerError.releaseDiffers` when one of that name left with other bytes.
  public func register(
    _ record: ReleaseRecord,
    files: [(path: String, bytes: [UInt8])] = []
  ) throws(LedgerError) {
    if let known = try releases().first(where: { $0.name == record.name }) {
      guard known.digest == record.digest, known.recipient == record.recipient else {
        throw .releaseDiffers(name: record.name)
      }
      return
    }
    try connection.execute("BEGIN IMMEDIATE")
    do throws(LedgerError) {
      let number = try connection.integer("SELECT coalesce(max(number), 0) + 1 FROM releases")
      let insert = try connection.prepare(
        "INSERT INTO releases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
      )
      try insert.bind(
        .text(record.name),
        .integer(number),
        .text(record.recipient),
        .text(record.period),
        .text(record.made),
        .text(record.digest),
        .text(record.parameters),
        .bytes(Array(record.cells.utf8)),
        .bytes(Array(record.evidence.utf8))
      )
      try insert.run()
      let keep = try connection.prepare("INSERT INTO release_files VALUES (?, ?, ?, ?)")
      for (number, file) in files.enumerated() {
        try keep.bind(
          .text(record.name),
          .integer(number + 1),
          .text(file.path),
          .bytes(file.bytes)
        )
        try keep.run()
      }
      try note("release", of: record.name, at: record.made)
      try connection.execute("COMMIT")
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
  }

  /// The files of a release as they left, in their order; empty where none were kept.
  public func files(
    of release: String
  ) throws(LedgerError) -> [(path: String, bytes: [UInt8])] {
    let query = try connection.prepare(
      "SELECT path, bytes FROM release_files WHERE release = ? ORDER BY number"
    )
    try query.bind(.text(release))
    var files: [(path: String, bytes: [UInt8])] = []
    while try query.step() { files.append((query.text(0), query.bytes(1))) }
    return files
  }
}
