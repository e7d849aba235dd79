import Classification

/// One night's writing, a single transaction: all of it is kept, or nothing.
///
/// Begin each input in the order of its name, record its contacts in input order, end it, finish.
/// A night that is dropped before `finish` leaves the ledger as it was.
public final class Night {
  /// What the ledger knows of a contact that comes in.
  public enum Standing: Equatable, Sendable {
    /// It is new and was kept.
    case kept
    /// The same id and content came before.
    case duplicate
    /// The same id came before with other content; the caller quarantines this one.
    case conflict
  }

  /// What the program was when it ran.
  public struct Versions: Equatable, Sendable {
    /// The program's version.
    public let program: String
    /// A digest of the codebook.
    public let codebook: String
    /// A digest of the lexicons.
    public let lexicons: String
    /// A digest of the settings.
    public let configuration: String

    /// Names the versions.
    public init(program: String, codebook: String, lexicons: String, configuration: String) {
      self.program = program
      self.codebook = codebook
      self.lexicons = lexicons
      self.configuration = configuration
    }
  }

  private let ledger: Ledger
  private let run: Int
  private let find: Statement
  private let insert: Statement
  private var fates: [Int: Fates] = [:]
  private var digests: [Int: [UInt8]] = [:]
  private var total = Fates()
  private var inputs = 0
  private var open = true

  init(_ ledger: Ledger) throws(LedgerError) {
    self.ledger = ledger
    let connection = ledger.connection
    try connection.execute("BEGIN IMMEDIATE")
    do throws(LedgerError) {
      run = try connection.integer("SELECT coalesce(max(number), 0) + 1 FROM runs")
      find = try connection.prepare("SELECT digest FROM contacts WHERE token = ?")
      insert = try connection.prepare(
        "INSERT INTO contacts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      )
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
  }

  deinit { try? giveUp() }

  /// Gives the night up: the ledger is as it was before.
  ///
  /// - Throws: `LedgerError.sqlite`.
  public func giveUp() throws(LedgerError) {
    guard open else { return }
    open = false
    find.reset()
    insert.reset()
    try ledger.connection.execute("ROLLBACK")
    try ledger.vocabulary.reload()
  }

  /// Begins an input; `nil` where the ledger has it already and there is nothing to do.
  ///
  /// - Parameter digest: A keyed digest of the input's bytes.
  /// - Returns: The input's number, for logs and evidence.
  /// - Throws: `LedgerError.sqlite`.
  public func begin(input digest: [UInt8]) throws(LedgerError) -> Int? {
    guard try ledger.inputNumber(digest) == nil, !digests.values.contains(digest) else {
      return nil
    }
    let known = try ledger.connection.integer("SELECT coalesce(max(number), 0) FROM inputs")
    let number = max(known, digests.keys.max() ?? 0) + 1
    digests[number] = digest
    fates[number] = Fates()
    return number
  }

  /// Keeps a contact, or says why not; counts its fate.
  ///
  /// The later of two contacts with one id and other content is a conflict and counts as
  /// quarantined.
  public func record(_ contact: LedgerContact, input: Int) throws(LedgerError) -> Standing {
    try find.bind(.text(contact.token))
    if try find.step() {
      let same = find.bytes(0) == contact.digest
      find.reset()
      count(same ? \.duplicates : \.quarantined, input: input)
      return same ? .duplicate : .conflict
    }
    let (codes, evidence) = try ledger.pack(contact.assignments)
    try insert.bind(
      .text(contact.token),
      .bytes(contact.digest),
      .integer(input),
      .integer(contact.quarter.year),
      .integer(contact.quarter.number),
      .integer(contact.ordinal),
      .text(contact.channel),
      .integer(contact.minutes),
      .integer(contact.messages),
      .bytes(contact.encryptedLinks),
      .bytes(codes),
      .bytes(evidence)
    )
    try insert.run()
    count(\.coded, input: input)
    return .kept
  }

  /// Says whether a contact is known, under any of its pseudonyms and digests.
  ///
  /// - Parameters:
  ///   - tokens: The pseudonyms of its id, under today's key and earlier ones.
  ///   - digests: The digests of its content, likewise.
  /// - Returns: `.duplicate` or `.conflict`; `nil` for a new one.
  /// - Throws: `LedgerError.sqlite`.
  public func standing(tokens: [String], digests: [[UInt8]]) throws(LedgerError) -> Standing? {
    for token in tokens {
      try find.bind(.text(token))
      guard try find.step() else { continue }
      let known = find.bytes(0)
      find.reset()
      return digests.contains(known) ? .duplicate : .conflict
    }
    return nil
  }

  /// Counts contacts that did not come as far as `record`.
  ///
  /// - Parameters:
  ///   - fate: What became of them, such as `\.quarantined`.
  ///   - input: The input's number.
  ///   - times: How many.
  public func count(_ fate: WritableKeyPath<Fates, Int>, input: Int, times: Int = 1) {
    fates[input, default: Fates()][keyPath: fate] += times
  }

  /// Ends an input, and proves that none of its contacts is lost.
  ///
  /// - Parameters:
  ///   - input: The input's number.
  ///   - contacts: How many contacts the reader saw, broken ones included.
  /// - Throws: `LedgerError.countsDoNotReconcile` when the fates do not add up to that.
  public func end(input: Int, contacts: Int) throws(LedgerError) {
    let counted = fates[input] ?? Fates()
    guard counted.total == contacts, let digest = digests[input] else {
      throw .countsDoNotReconcile(input: input, contacts: contacts, fates: counted.total)
    }
    let statement = try ledger.connection.prepare(
      "INSERT INTO inputs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    try statement.bind(
      .bytes(digest),
      .integer(input),
      .integer(run),
      .integer(contacts),
      .integer(counted.coded),
      .integer(counted.quarantined),
      .integer(counted.duplicates),
      .integer(counted.optedOut),
      .integer(counted.erased)
    )
    try statement.run()
    total = total + counted
    inputs += 1
    fates[input] = nil
  }

  /// Keeps the night, if anything came in; a night without a new input changes nothing.
  ///
  /// - Parameters:
  ///   - versions: What the program was.
  ///   - started: When it began, RFC 3339.
  ///   - ended: When it ended, RFC 3339.
  /// - Returns: The run's number, or `nil` where there was nothing new.
  /// - Throws: `LedgerError.countsDoNotReconcile` when an input was begun and not ended.
  @discardableResult
  public func finish(
    _ versions: Versions,
    started: String,
    ended: String
  ) throws(LedgerError) -> Int? {
    if let (input, counted) = fates.min(by: { $0.key < $1.key }) {
      throw .countsDoNotReconcile(input: input, contacts: 0, fates: counted.total)
    }
    guard inputs > 0 else {
      try ledger.connection.execute("ROLLBACK")
      open = false
      return nil
    }
    let statement = try ledger.connection.prepare(
      "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    try statement.bind(
      .integer(run),
      .text(started),
      .text(ended),
      .text(versions.program),
      .text(versions.codebook),
      .text(versions.lexicons),
      .text(versions.configuration),
      .integer(total.total),
      .integer(total.coded),
      .integer(total.quarantined),
      .integer(total.duplicates),
      .integer(total.optedOut),
      .integer(total.erased)
    )
    try statement.run()
    try ledger.connection.execute("COMMIT")
    open = false
    return run
  }
}
