import ChatLogs
import Compression
import Ledger
import Pseudonymisation

/// A test of the whole line before a night is kept: invented details in copies of its contacts.
///
/// The copies go the way of every contact, from a line of a chat log to a line of a transcript and
/// a row of a ledger, but under keys and in a ledger that end with the test. What can still be read
/// in the transcript was missed. A functional test, not an estimate of how much is found.
struct CanaryTest {
  /// The inputs, in order; contacts are taken from the first on.
  let inputs: [String]
  /// How they are read.
  let reading: ChatLogSettings
  /// What is replaced, and how many contacts get a copy: 0 to 200; 0 plants nothing.
  let redaction: RedactionSettings
  /// What the details are drawn by.
  let seed: UInt64
  /// The night's line.
  let line: AssemblyLine

  /// The fewest copies: each kind stands in three, so that one miss is 2 % and no more.
  static let fewestCopies = 17

  /// Plants and counts.
  ///
  /// - Returns: What was planted and missed; nothing planted where no contact can be read.
  /// - Throws: Where the machine fails; what the line refuses counts as missed.
  func run() throws -> CanaryTally {
    let originals = try firstContacts()
    var tally = CanaryTally()
    guard !originals.isEmpty else { return tally }
    let line = try line.isolated()
    let ledger = try Ledger.open(path: ":memory:")
    let night = try ledger.beginNight()
    guard let input = try night.begin(input: []) else { return tally }
    var watch = line.blank
    let copies = max(originals.count, Self.fewestCopies)
    for number in 0..<copies {
      let round = CanaryRound(
        in: originals[number % originals.count],
        number: number,
        seed: seed,
        settings: redaction
      )
      if let sanitized = try passed(round, line, night, input: input, &watch) {
        tally.add(round, in: sanitized)
      } else {
        tally.addLost(round)
      }
    }
    return tally
  }

  /// A copy's transcript, read back; `nil` where the line lost it.
  private func passed(
    _ round: CanaryRound,
    _ line: AssemblyLine,
    _ night: Night,
    input: Int,
    _ watch: inout LeakWatch
  ) throws -> SanitizedContact? {
    let items = try ChatLogReader.items(in: round.line, settings: reading)
    guard items.count == 1, case .contact(let copy) = items[0] else { return nil }
    let product: AssemblyLine.Product
    do {
      let findings = line.detector.findings(in: copy.conversation)
      product = try line.product(of: copy, findings: findings, watch: &watch)
    } catch is PseudonymisationError {
      return nil
    }
    guard try night.record(product.entry, input: input) == .kept else { return nil }
    let written = product.transcript.bytes
    return try SanitizedContactReader().contact(in: written, 0..<(written.count - 1), line: 1)
  }

  private func firstContacts() throws -> [RawContact] {
    let contacts = redaction.canaries.contacts
    var found: [RawContact] = []
    for path in inputs where found.count < contacts {
      let reader: ChatLogReader
      do {
        reader = try ChatLogReader(InputFile(path: path), settings: reading)
      } catch let error as CompressionError {
        throw Complaint.unreadable(path, error)
      }
      while found.count < contacts, let item = try reader.next() {
        if case .contact(let contact) = item { found.append(contact) }
      }
    }
    return found
  }
}
