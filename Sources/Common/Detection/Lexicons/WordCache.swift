import Synchronization

/// What is known of words by their bytes alone, kept from contact to contact: most words come again.
///
/// A direct-mapped table of 8,192 words by their hash: it changes the speed and nothing else. Named
/// hot kernel. Used by one thread at a time; `WordCaches` hands them out.
@safe
final class WordCache: @unchecked Sendable {
  private struct Slot {
    var hash: UInt64 = 0
    var entry = LexiconEntry.unknown
    /// Verdicts that are asked of few words; `unasked` until the first time.
    var kind = WordCache.unasked
    var form = WordCache.unasked
    var isOrdinary = WordCache.unasked
  }

  private static let unasked: UInt8 = 255
  private static let count = 1 << 13
  private let slots: UnsafeMutablePointer<Slot>

  init() {
    unsafe slots = .allocate(capacity: Self.count)
    unsafe slots.initialize(repeating: Slot(), count: Self.count)
  }

  deinit { unsafe slots.deallocate() }

  /// The slot that holds a word; another word of the place gives way.
  @inline(__always)
  private func slot(_ hash: UInt64, _ entry: @autoclosure () -> LexiconEntry) -> Int {
    let place = Int(truncatingIfNeeded: hash &>> 40) & (Self.count - 1)
    if unsafe slots[place].hash != hash || hash == 0 {
      unsafe slots[place] = Slot(hash: hash, entry: entry())
    }
    return place
  }

  /// What the lists know of a word.
  @inline(__always)
  func entry(_ hash: UInt64, in table: LexiconTable) -> LexiconEntry {
    let place = slot(hash, table.entry(hash))
    return unsafe slots[place].entry
  }

  /// The coarse class of a word of letters; `read` gives it where it is not kept.
  @inline(__always)
  func kind(_ hash: UInt64, in table: LexiconTable, _ read: () -> UInt8) -> UInt8 {
    let place = slot(hash, table.entry(hash))
    if unsafe slots[place].kind == Self.unasked { unsafe slots[place].kind = read() }
    return unsafe slots[place].kind
  }

  /// What the end of a word says; `read` gives it where it is not kept.
  @inline(__always)
  func form(_ hash: UInt64, in table: LexiconTable, _ read: () -> UInt8) -> UInt8 {
    let place = slot(hash, table.entry(hash))
    if unsafe slots[place].form == Self.unasked { unsafe slots[place].form = read() }
    return unsafe slots[place].form
  }

  /// Whether a word that no list of ordinary words holds is a form of one.
  @inline(__always)
  func isOrdinary(_ hash: UInt64, in table: LexiconTable, _ read: () -> Bool) -> Bool {
    let place = slot(hash, table.entry(hash))
    if unsafe slots[place].isOrdinary == Self.unasked {
      unsafe slots[place].isOrdinary = read() ? 1 : 0
    }
    return unsafe slots[place].isOrdinary == 1
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
