import Pseudonymisation
import Transcripts

/// The leak check on the way out: no transcript is kept in which a known value still stands.
struct TranscriptCheck {
  /// What was found, by kind; empty where the file may be kept.
  private(set) var hits: [LeakHit] = []
  /// The contacts in whose transcripts it stood.
  private(set) var contacts: Set<String> = []

  /// Searches a night's transcripts for every value that the night knows.
  ///
  /// - Parameters:
  ///   - path: The file of transcripts, finished but not yet at its place.
  ///   - watch: The values of all contacts of the night.
  /// - Throws: `TranscriptFileError` where the file does not read back.
  init(_ path: String, watch: LeakWatch) throws {
    let reader = try TranscriptReader(path: path)
    while let contact = try reader.next() {
      let found = watch.hits(in: contact)
      guard !found.isEmpty else { continue }
      hits += found
      contacts.insert(contact.token)
    }
  }
}
