import ChatLogs
import Classification
import Detection
import JSON
import Ledger
import Pseudonymisation

/// What a night says of itself: counts, and nothing that names anybody.
struct NightReport: Sendable {
  /// The run's number; `nil` where there was nothing new.
  var run: Int?
  /// Inputs that were new.
  var newInputs: [Input] = []
  /// Inputs that the ledger knew.
  var knownInputs = 0
  /// What became of the contacts.
  var fates = Fates()
  /// Findings by kind.
  var findings: [EntityKind: Int] = [:]
  /// Contacts by their number of findings: the smallest, the middle and the largest count.
  var findingsPerContact: [Int] = []
  /// Internal notes and deleted messages left out, and fields the schema does not know.
  var internalNotes = 0
  var deletedMessages = 0
  var droppedFields: [ChatLogField.Place: Int] = [:]
  /// Contacts that were sanitized again with what the whole night knew.
  var lookedAtAgain = 0
  /// Known values that stood in a transcript, by kind: 0, or the night's file is held.
  var leaks: [EntityKind: Int] = [:]
  /// Invented details that were planted in copies of contacts, and missed, by kind.
  var canaries = CanaryTally()
  /// Codes by who set them, over all variables.
  var codesBySource: [CodedContact.Evidence.Source: Int] = [:]

  /// One input, by number and keyed digest.
  struct Input: Sendable {
    let number: Int
    let digest: [UInt8]
    let contacts: Int
    let messages: Int
    let damaged: Int
  }

  mutating func add(_ counts: ChatLogCounts) {
    internalNotes += counts.internalNotes
    deletedMessages += counts.deletedMessages
    droppedFields.merge(counts.droppedFields, uniquingKeysWith: +)
  }

  mutating func add(_ hits: [LeakHit]) {
    for hit in hits { leaks[hit.kind, default: 0] += hit.count }
  }

  /// The one line that a steward reads in the morning.
  var summary: String {
    guard let run else {
      return "Nothing new: \(knownInputs) inputs were done before."
    }
    let f = fates
    return """
      Night \(run): \(newInputs.count) new inputs, \(f.total) contacts in = \(f.coded) coded + \
      \(f.quarantined) quarantined + \(f.duplicates) duplicates + \(f.optedOut) opted out + \
      \(f.erased) erased.
      """
  }
}
