/// Compiles lexicon sources into the bytes of a `LexiconTable`.
///
/// The same sources give the same bytes: words are placed in order of their hash.
package struct LexiconBuilder {
  private var words: [UInt64: LexiconEntry] = [:]

  /// Makes a builder without a word.
  package init() {}

  /// Adds what a list says of a word or phrase; lists of the same word join.
  mutating func add(_ key: [UInt8], _ entry: LexiconEntry) {
    if key.isEmpty { return }
    let hash = WordHash.hash(key)
    words[hash] = words[hash].map { Self.join($0, entry) } ?? entry
    let parts = key.split(separator: 32)
    guard parts.count > 1 else { return }
    let isPlace = entry.isIn([.place, .neighbourhood, .worldCity])
    let first = LexiconEntry(
      lists: isPlace ? [.beginsPhrase, .beginsPlace] : .beginsPhrase,
      phraseLength: parts.count
    )
    let second = LexiconEntry(
      lists: isPlace ? [.continuesPhrase, .continuesPlace] : .continuesPhrase
    )
    for (part, entry) in [(parts[0], first), (parts[1], second)] {
      let hash = WordHash.hash(Array(part))
      words[hash] = words[hash].map { Self.join($0, entry) } ?? entry
    }
  }

  /// Joins two entries of a word: all lists, the higher class of each kind.
  private static func join(_ one: LexiconEntry, _ other: LexiconEntry) -> LexiconEntry {
    let province = max(one.provinceNumber, other.provinceNumber)
    return LexiconEntry(
      lists: one.lists.union(other.lists),
      surnameClass: max(one.surnameClass, other.surnameClass),
      frequencyClass: max(one.frequencyClass, other.frequencyClass),
      streetClass: max(one.streetClass, other.streetClass),
      province: province,
      organisation: max(one.organisation?.rawValue ?? 0, other.organisation?.rawValue ?? 0),
      phraseLength: max(one.phraseLength, other.phraseLength),
      cue: one.cue?.rawValue ?? other.cue?.rawValue ?? 0,
      populationClass: max(one.populationClass, other.populationClass)
    )
  }

  /// Returns the bytes of the compiled file.
  package func compiled() -> [UInt8] {
    let sorted = words.sorted { $0.key < $1.key }
    let entries = [0] + Set(sorted.map(\.value.packed)).subtracting([0]).sorted()
    precondition(entries.count <= 0xFFFF, "more distinct entries than a slot can number")
    var numbers: [UInt64: Int] = [:]
    for (number, entry) in entries.enumerated() { numbers[entry] = number }
    // 70 % full: an unknown word costs six slots, within one or two cache lines.
    let slotCount = max(16, sorted.count * 10 / 7)
    var slots = [UInt64](repeating: 0, count: slotCount)
    for (hash, entry) in sorted {
      var position = Int(((hash & 0xFFFF_FFFF) &* UInt64(slotCount)) >> 32)
      while slots[position] != 0 { position = (position + 1) % slotCount }
      slots[position] = (hash & ~0xFFFF) | UInt64(numbers[entry.packed] ?? 0)
    }
    var body: [UInt8] = []
    body.reserveCapacity((entries.count + slots.count) * 8)
    for word in entries { Self.append(word, to: &body) }
    for word in slots { Self.append(word, to: &body) }
    var file: [UInt8] = []
    Self.append(LexiconTable.magic, to: &file)
    Self.append(UInt64(LexiconTable.version) | UInt64(entries.count) << 32, to: &file)
    Self.append(UInt64(slotCount), to: &file)
    Self.append(UInt64(sorted.count), to: &file)
    Self.append(WordHash.hash(body), to: &file)
    file.append(contentsOf: [UInt8](repeating: 0, count: LexiconTable.headerLength - file.count))
    return file + body
  }

  private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }
}
