import Synchronization

/// What is known of words by their bytes alone, kept from contact to contact: most words come again.
///
/// A direct-mapped table of 8,192 words by their hash: it changes the speed and nothing else. An
/// array, since unsafe memory saves less than 2 % of a detection's time (ten runs of 30 MB of
/// `Benchmarks/generate` each). Sendable though it changes, because `WordCaches` hands it to one
/// thread at a time.
final class WordCache: @unchecked Sendable {
  /// A verdict on a word that is asked of few words.
  enum Verdict: Int {
    /// The coarse class of a word of letters.
    case kind
    /// What the end of a word says.
    case form
    /// Whether a word that no list of ordinary words holds is a form of one.
    case isOrdinary
  }

  private struct Slot {
    var hash: UInt64 = 0
    var entry = LexiconEntry.unknown
    /// The verdicts, parallel to `Verdict`; `unasked` until the first time.
    var verdicts = InlineArray<3, UInt8>(repeating: WordCache.unasked)
  }

  private static let unasked: UInt8 = 255
  private static let count = 1 << 13
  private var slots = [Slot](repeating: Slot(), count: count)

  /// The slot that holds a word; another word of the place gives way.
  @inline(__always)
  private static func slot(
    _ hash: UInt64,
    in table: LexiconTable,
    of slots: inout [Slot]
  ) -> Int {
    let place = Int(truncatingIfNeeded: hash &>> 40) & (count - 1)
    if slots[place].hash != hash || hash == 0 {
      slots[place] = Slot(hash: hash, entry: table.entry(hash))
    }
    return place
  }

  /// What the lists know of words, in their order.
  func entries(_ hashes: [UInt64], in table: LexiconTable) -> [LexiconEntry] {
    Self.entries(hashes, in: table, of: &slots)
  }

  /// One access to the slots for all words: an access each would be checked each time.
  private static func entries(
    _ hashes: [UInt64],
    in table: LexiconTable,
    of slots: inout [Slot]
  ) -> [LexiconEntry] {
    var entries = [LexiconEntry](repeating: .unknown, count: hashes.count)
    for index in hashes.indices {
      entries[index] = slots[slot(hashes[index], in: table, of: &slots)].entry
    }
    return entries
  }

  /// A verdict on a word, below 255; `read` gives it where it is not kept.
  func verdict(
    _ verdict: Verdict,
    _ hash: UInt64,
    in table: LexiconTable,
    _ read: () -> UInt8
  ) -> UInt8 {
    let place = Self.slot(hash, in: table, of: &slots)
    let kept = slots[place].verdicts[verdict.rawValue]
    if kept != Self.unasked { return kept }
    let value = read()
    // Reading may have given the place to another word.
    slots[Self.slot(hash, in: table, of: &slots)].verdicts[verdict.rawValue] = value
    return value
  }
}

/// The caches of a recogniser: one for each thread that looks at a contact.
final class WordCaches: Sendable {
  private let free = Mutex<[WordCache]>([])

  /// Looks at a contact with a cache that nobody else has meanwhile.
  func withOne<Result>(_ body: (WordCache) -> Result) -> Result {
    let cache = free.withLock { $0.popLast() } ?? WordCache()
    let result = body(cache)
    free.withLock { $0.append(cache) }
    return result
  }
}
