import Pseudonymisation
import Transcripts

/// The leak check on the way out: no transcript is kept in which a known value still stands.
///
/// A name that the detector found in one chat and missed in another is known by the end of the
/// night. The night's draft is read once: a contact in which a known value stands is mended and
/// searched again, every other line is copied as it is, and unread where it holds no word of a
/// value. What still stands after that holds the file.
struct SecondLook {
  /// What the check saw.
  struct Outcome {
    /// The contacts that were mended.
    var mended = 0
    /// The values that still stand; empty where the file may be kept.
    var hits: [LeakHit] = []
  }

  /// What one core made of a batch.
  private struct Worked: Sendable {
    var lines = TranscriptLines()
    var mended = 0
    var hits: [LeakHit] = []
  }

  let threads: Int
  let pseudonymiser: Pseudonymiser
  let watch: LeakWatch

  /// Writes a night's transcripts anew without what the night knows, in bounded memory.
  ///
  /// - Parameters:
  ///   - receipt: What was written of all contacts.
  ///   - folder: Where the finished file lies.
  ///   - writer: Takes the contacts, in the same order.
  /// - Returns: What was seen.
  /// - Throws: `TranscriptFileError` where a file does not read or write; `PseudonymisationError`.
  func rewrite(
    _ receipt: TranscriptWriter.Receipt,
    in folder: String,
    to writer: TranscriptWriter
  ) async throws -> Outcome {
    let reader = try TranscriptReader(path: "\(folder)/\(receipt.file)", holding: receipt)
    let (pseudonymiser, watch) = (pseudonymiser, watch)
    var outcome = Outcome()
    try await OrderedPipeline.run(
      threads: threads,
      next: { try reader.nextBatch() },
      work: { batch in
        var worked = Worked()
        try batch.forEach { line in
          guard line.mayHold(watch),
            let mended = try pseudonymiser.mended(line.contact(), knowing: watch)
          else {
            worked.lines.append(line)
            return
          }
          worked.mended += 1
          worked.lines.append(mended)
          worked.hits += watch.hits(in: mended)
        }
        return worked
      },
      emit: { worked in
        try writer.append(worked.lines)
        outcome.mended += worked.mended
        outcome.hits += worked.hits
      }
    )
    return outcome
  }
}
