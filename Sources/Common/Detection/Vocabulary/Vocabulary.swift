/// The words that structured recognisers look for, in one table that is asked once per word.
///
/// A word is compared by its first and last eight bytes and its length, so up to sixteen bytes
/// exactly; longer entries that share all three mean the same (a test proves it).
final class Vocabulary: Sendable {
  /// The vocabulary of this program.
  static let shared = Vocabulary(VocabularyEntries.all)

  /// What is known, by the numbers that `lookUp` gives; the first is nothing.
  let senses: [WordSense]

  /// A word's key and the number of its sense, 0 where the slot is empty.
  private struct Slot {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var number: UInt16 = 0
    var count: UInt8 = 0
  }

  private let slots: [Slot]
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
    var slots = [Slot](repeating: Slot(), count: size)
    var filter = [UInt64](repeating: 0, count: 1024)
    for word in order {
      let bytes = Array(word.utf8)
      let key = WordKey(bytes, 0..<bytes.count)
      filter[Int(key.hash >> 6 & 1023)] |= 1 << (key.hash & 63)
      var slot = Int(truncatingIfNeeded: key.hash >> 20) & (size - 1)
      while slots[slot].number != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(
        head: key.head,
        tail: key.tail,
        number: UInt16(senses.count),
        count: UInt8(truncatingIfNeeded: bytes.count)
      )
      senses.append(joined[word] ?? WordSense(classes: [], value: nil))
    }
    self.senses = senses
    self.slots = slots
    self.filter = filter
    mask = size - 1
    longest = order.lazy.map(\.utf8.count).max() ?? 0
  }

  /// Returns the number of a word's sense, 0 when it is not known.
  func lookUp(_ bytes: [UInt8], _ range: Range<Int>) -> UInt16 { lookUp(bytes.span, range) }

  /// Returns the number of a word's sense, 0 when it is not known; the hot kernel.
  @inline(__always)
  func lookUp(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt16 {
    guard range.count <= longest else { return 0 }
    let key = WordKey(bytes, range)
    if filter[Int(truncatingIfNeeded: key.hash >> 6 & 1023)] &>> (key.hash & 63) & 1 == 0 {
      return 0
    }
    return number(of: key, count: range.count)
  }

  private func number(of key: WordKey, count: Int) -> UInt16 {
    var place = Int(truncatingIfNeeded: key.hash >> 20) & mask
    while true {
      let slot = slots[place]
      if slot.number == 0 { return 0 }
      if slot.head == key.head && slot.tail == key.tail && Int(slot.count) == count {
        return slot.number
      }
      place = (place + 1) & mask
    }
  }
}
