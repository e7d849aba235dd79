import ChatLogs
import Compression
import Pseudonymisation
import Transcripts

/// A second look at the contacts in whose transcripts a value of another contact still stands.
///
/// A name that the detector found in one chat and missed in another is known by the end of the
/// night. Those contacts, and only those, are read again and sanitized with what the whole night
/// knows; the night's file is written anew. What still leaks after that holds the file.
struct SecondLook {
  let inputs: [String]
  let settings: ChatLogSettings
  let line: AssemblyLine
  let watch: LeakWatch

  /// Writes a night's transcripts anew.
  ///
  /// - Parameters:
  ///   - tokens: The contacts to look at again.
  ///   - draft: The finished file.
  ///   - folder: Where the new file is made.
  ///   - night: Its name.
  /// - Returns: The new file's receipt.
  /// - Throws: Where an input or the file does not read back.
  func rewrite(
    _ tokens: Set<String>,
    of draft: String,
    into folder: String,
    night: String
  ) throws -> TranscriptWriter.Receipt {
    let mended = try mended(tokens)
    let reader = try TranscriptReader(path: draft)
    let writer = try TranscriptWriter(folder: folder, night: night)
    while let contact = try reader.next() {
      var lines = TranscriptLines()
      lines.append(mended[contact.token] ?? contact)
      try writer.append(lines)
    }
    return try writer.finish()
  }

  private func mended(_ tokens: Set<String>) throws -> [String: SanitizedContact] {
    var mended: [String: SanitizedContact] = [:]
    for path in inputs {
      let reader = try ChatLogReader(InputFile(path: path), settings: settings)
      while let item = try reader.next() {
        guard case .contact(let contact) = item else { continue }
        let token = try line.token(of: contact)
        // The first of two contacts with one id was kept; the later one waits in quarantine.
        guard tokens.contains(token), mended[token] == nil else { continue }
        mended[token] = try line.sanitized(contact, knowing: watch)
      }
    }
    return mended
  }
}
