import Keys
import Ledger

/// Writes what happens to keys into the ledger's log: ids and times, never bytes.
struct KeyLog {
  let ledger: Ledger
  let time: String

  /// What can happen to a key.
  enum Event: String {
    case created = "key-created"
    case retired = "key-retired"
    case destroyed = "key-destroyed"
    case restored = "key-restored"
    case saved = "key-saved"
  }

  /// Writes an event down for each root.
  func note(_ event: Event, _ roots: [RootDescription]) throws {
    for root in roots { try ledger.note(event.rawValue, of: root.id, at: time) }
  }

  /// Ends the text roots of closed quarters, and writes it down.
  ///
  /// Also for quarters that were closed by a run that was killed before their keys were gone.
  func endText(of quarters: [String], _ keyring: Keyring) throws {
    try note(.destroyed, keyring.endText(of: quarters))
  }
}
