import Keys

/// Why a contact does not pass the first wall; never text of the contact.
public enum PseudonymisationError: Error, Equatable, Sendable {
  /// A finding does not lie inside its message, or splits a character.
  case findingOutOfPlace(message: Int, detector: String)
  /// The keyring refused.
  case keyring(KeyringError)
}
