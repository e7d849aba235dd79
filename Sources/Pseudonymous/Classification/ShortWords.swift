/// The forms of words of at most twelve letters that the codebook names, found by one look.
///
/// The trie says the same, a letter at a time; it is asked for longer words and for words that are
/// not here.
struct ShortWords: Sendable {
  /// The letters of a word on its way, five bits each, the last one lowest.
  struct Key: LetterSink {
    private(set) var letters: UInt64 = 0
    /// How many letters there are; runs of three or more equal letters count as two.
    private(set) var length = 0

    /// The most letters that a key holds.
    static let most = 12

    /// Adds a letter.
    @inline(__always)
    mutating func step(_ letter: UInt8) {
      let letter = UInt64(letter)
      if letters & 1023 == letter << 5 | letter { return }
      letters = letters << 5 | letter
      length += 1
    }
  }

  private struct Slot: Sendable {
    var letters: UInt64 = 0
    var form = WordForms.unknown
  }

  private var slots: [Slot]
  private let shift: UInt64

  /// Fills the table.
  ///
  /// - Parameters:
  ///   - words: Folded letters; longer words are passed over.
  ///   - form: The form of a word.
  init(_ words: some Sequence<[UInt8]>, form: ([UInt8]) -> WordForms.Form?) {
    let short = words.filter { 1...Key.most ~= $0.count }
    let bits = max(4, Int.bitWidth - (short.count * 2).leadingZeroBitCount)
    shift = UInt64(64 - bits)
    slots = Array(repeating: Slot(), count: 1 << bits)
    for word in short {
      guard let form = form(word) else { continue }
      var key = Key()
      for letter in word { key.step(letter) }
      let place = place(of: key.letters)
      slots[place] = Slot(letters: key.letters, form: form)
    }
  }

  /// The form of a word; `nil` where the table has it not.
  @inline(__always)
  func form(of key: Key) -> WordForms.Form? {
    let slot = slots[place(of: key.letters)]
    return slot.letters == key.letters ? slot.form : nil
  }

  /// Where a word stands, or the empty place behind those that it collides with.
  @inline(__always)
  private func place(of letters: UInt64) -> Int {
    var place = Int((letters &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[place].letters != letters, slots[place].letters != 0 {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }
}

/// What takes the letters of a word one by one.
protocol LetterSink {
  /// How many letters it took.
  var length: Int { get }
  /// Takes a letter, 1...27.
  mutating func step(_ letter: UInt8)
}
