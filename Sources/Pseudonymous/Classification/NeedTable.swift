/// Which forms of words meet which needs of phrases: a bit each, so that one look decides.
///
/// Marks are needs folded to 512 bits, to rule matches out: where the mark is missing, so is the need.
struct NeedTable: Sendable {
  /// A bit a mark.
  typealias Marks = SIMD8<UInt64>

  /// How many words of bits a form has.
  private let width: Int
  /// The needs that each form meets, a bit a need.
  private let rows: [UInt64]
  /// The marks of the needs that each form meets.
  let marks: [Marks]

  /// Fills the table.
  ///
  /// - Parameters:
  ///   - needs: The sets of symbols of which a word needs one; the first is met by every word.
  ///   - marks: The mark of each need.
  ///   - forms: The forms, with their symbols.
  init(_ needs: [[Vocabulary.Symbol]], marks: [PhraseIndex.Need], _ forms: WordForms) {
    let width = (needs.count + 63) / 64
    var needsOfSymbol: [Vocabulary.Symbol: [Int]] = [:]
    for (need, symbols) in needs.enumerated() {
      for symbol in symbols { needsOfSymbol[symbol, default: []].append(need) }
    }
    var rows = [UInt64](repeating: 0, count: width * forms.count)
    var marksOfForm = [Marks](repeating: .zero, count: forms.count)
    func set(_ need: Int, of form: Int) {
      rows[form * width + need >> 6] |= 1 << UInt64(need & 63)
      let mark = Int(marks[need])
      marksOfForm[form][mark >> 6] |= 1 << UInt64(mark & 63)
    }
    for form in 0..<forms.count {
      set(Int(PhraseIndex.nothing), of: form)
      for place in forms.start[form]..<forms.start[form + 1] {
        for need in needsOfSymbol[forms.symbols[Int(place)]] ?? [] { set(need, of: form) }
      }
    }
    self.width = width
    self.rows = rows
    self.marks = marksOfForm
  }

  /// Tells whether words of a form meet a need.
  @inline(__always)
  func isMet(_ need: PhraseIndex.Need, by form: WordForms.Form) -> Bool {
    rows[Int(form) * width + Int(need >> 6)] & 1 << UInt64(need & 63) != 0
  }

  /// Tells whether a mark is among some.
  @inline(__always)
  static func has(_ mark: PhraseIndex.Need, _ marks: Marks) -> Bool {
    marks[Int(mark >> 6)] & 1 << UInt64(mark & 63) != 0
  }

  /// The marks of all words of a message.
  func marks(of words: Range<Int>, in stream: borrowing WordStream) -> Marks {
    var gathered = marks[Int(WordForms.unknown)]
    for word in words { gathered |= marks[Int(stream.form(at: word))] }
    return gathered
  }
}
