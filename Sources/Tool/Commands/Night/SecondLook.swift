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
  /// One contact of the inputs: its token, and itself anew where it is looked at again.
  private struct Seen: Sendable {
    let token: String
    let mended: SanitizedContact?
  }

  let inputs: [String]
  let settings: ChatLogSettings
  let threads: Int
  let line: AssemblyLine
  let watch: LeakWatch

  /// Writes a night's transcripts anew; inputs and file are read side by side, in bounded memory.
  ///
  /// - Parameters:
  ///   - tokens: The contacts to look at again.
  ///   - draft: The finished file, its contacts in the order of the inputs.
  ///   - folder: Where the new file is made.
  ///   - night: Its name.
  /// - Returns: The new file's receipt.
  /// - Throws: Where an input or the file does not read back.
  func rewrite(
    _ tokens: Set<String>,
    of draft: String,
    into folder: String,
    night: String
  ) async throws -> TranscriptWriter.Receipt {
    let (line, watch) = (line, watch)
    let transcripts = try TranscriptReader(path: draft)
    let writer = try TranscriptWriter(folder: folder, night: night)
    var next = try transcripts.next()
    for path in inputs {
      let reader = try ChatLogReader(InputFile(path: path), settings: settings)
      try await OrderedPipeline.run(
        threads: threads,
        next: { try ContactBatch.next(from: reader, input: 0) },
        work: { batch in
          try batch.items.compactMap { item -> Seen? in
            guard case .contact(let contact) = item else { return nil }
            let token = try line.token(of: contact)
            return Seen(
              token: token,
              mended: tokens.contains(token)
                ? try line.sanitized(contact, knowing: watch) : nil
            )
          }
        },
        emit: { (seen: [Seen]) in
          // A contact that was not kept (delivered twice, erased, in conflict) has no transcript.
          for contact in seen {
            guard let kept = next, kept.token == contact.token else { continue }
            var lines = TranscriptLines()
            lines.append(contact.mended ?? kept)
            try writer.append(lines)
            next = try transcripts.next()
          }
        }
      )
    }
    guard next == nil else { throw Complaint.transcriptsOutOfStep }
    return try writer.finish()
  }
}
