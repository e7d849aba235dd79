/// One night as the ledger remembers it.
public struct Run: Equatable, Sendable {
  /// The run's number, 1-based.
  public let number: Int
  /// When it began, as the caller said.
  public let started: String
  /// When it ended, as the caller said.
  public let ended: String
  /// What the program was.
  public let versions: Night.Versions
  /// What became of its contacts.
  public let fates: Fates
}

extension Ledger {
  /// Begins a night: one transaction that holds until it is finished or dropped.
  public func beginNight() throws(LedgerError) -> Night { try Night(self) }

  /// The number under which an input is known; `nil` for a new one.
  public func inputNumber(_ digest: [UInt8]) throws(LedgerError) -> Int? {
    let query = try connection.prepare("SELECT number FROM inputs WHERE digest = ?")
    try query.bind(.bytes(digest))
    return try query.step() ? query.integer(0) : nil
  }

  /// The keyed digests of a night's inputs, in the order they were read.
  public func inputs(ofRun run: Int) throws(LedgerError) -> [[UInt8]] {
    let query = try connection.prepare("SELECT digest FROM inputs WHERE run = ? ORDER BY number")
    try query.bind(.integer(run))
    var digests: [[UInt8]] = []
    while try query.step() { digests.append(query.bytes(0)) }
    return digests
  }

  /// The nights, oldest first.
  public func runs() throws(LedgerError) -> [Run] {
    let query = try connection.prepare("SELECT * FROM runs ORDER BY number")
    var runs: [Run] = []
    while try query.step() {
      var fates = Fates()
      fates.coded = query.integer(8)
      fates.quarantined = query.integer(9)
      fates.duplicates = query.integer(10)
      fates.optedOut = query.integer(11)
      fates.erased = query.integer(12)
      runs.append(
        Run(
          number: query.integer(0),
          started: query.text(1),
          ended: query.text(2),
          versions: Night.Versions(
            program: query.text(3),
            codebook: query.text(4),
            lexicons: query.text(5),
            configuration: query.text(6)
          ),
          fates: fates
        )
      )
    }
    return runs
  }
}
