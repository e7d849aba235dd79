/// The words that structured recognisers look for, in one table that is asked once per word.
///
/// A word is compared by its first and last eight bytes and its length, so up to sixteen bytes
/// exactly; longer entries that share all three mean the same (a test proves it).
struct Vocabulary: Sendable {
  /// The vocabulary of this program.
  static let shared = Vocabulary(VocabularyEntries.all)

  /// What is known, by the numbers that `lookUp` gives; the first is nothing.
  let senses: [WordSense]

  private let heads: [UInt64]
  private let tails: [UInt64]
  private let numbers: [UInt16]
  private let counts: [UInt8]
  private let filter: [UInt64]
  private let mask: Int
  private let longest: Int

  /// Makes a vocabulary; entries of the same word join their classes.
  init(_ entries: [(word: String, sense: WordSense)]) {
    var joined: [String: WordSense] = [:]
    var order: [String] = []
    for entry in entries {
      if let earlier = joined[entry.word] {
        joined[entry.word] = WordSense(
          classes: earlier.classes.union(entry.sense.classes),
          value: earlier.value ?? entry.sense.value
        )
      } else {
        joined[entry.word] = entry.sense
        order.append(entry.word)
      }
    }
    var size = 64
    while size < order.count * 4 { size *= 2 }
    var senses = [WordSense(classes: [], value: nil)]
    var heads = [UInt64](repeating: 0, count: size)
    var tails = heads
    var numbers = [UInt16](repeating: 0, count: size)
    var counts = [UInt8](repeating: 0, count: size)
    var filter = [UInt64](repeating: 0, count: 1024)
    for word in order {
      let bytes = Array(word.utf8)
      let key = WordKey(bytes, 0..<bytes.count)
      filter[Int(key.hash >> 6 & 1023)] |= 1 << (key.hash & 63)
      var slot = Int(truncatingIfNeeded: key.hash >> 20) & (size - 1)
      while numbers[slot] != 0 { slot = (slot + 1) & (size - 1) }
      heads[slot] = key.head
      tails[slot] = key.tail
      counts[slot] = UInt8(truncatingIfNeeded: bytes.count)
      numbers[slot] = UInt16(senses.count)
      senses.append(joined[word] ?? WordSense(classes: [], value: nil))
    }
    self.senses = senses
    self.heads = heads
    self.tails = tails
    self.numbers = numbers
    self.counts = counts
    self.filter = filter
    mask = size - 1
    longest = order.lazy.map(\.utf8.count).max() ?? 0
  }

  /// Returns the number of a word's sense, 0 when it is not known.
  func lookUp(_ bytes: [UInt8], _ range: Range<Int>) -> UInt16 {
    guard range.count <= longest else { return 0 }
    let key = WordKey(bytes, range)
    if filter[Int(key.hash >> 6 & 1023)] >> (key.hash & 63) & 1 == 0 { return 0 }
    var slot = Int(truncatingIfNeeded: key.hash >> 20) & mask
    while numbers[slot] != 0 {
      if heads[slot] == key.head && tails[slot] == key.tail && Int(counts[slot]) == range.count {
        return numbers[slot]
      }
      slot = (slot + 1) & mask
    }
    return 0
  }
}
