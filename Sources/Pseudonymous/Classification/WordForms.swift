/// What the codebook knows of words: words with the same symbols have the same form.
///
/// The reader of a text gives each word the number of its form; everything that is asked of a word
/// afterwards is a look into a table.
struct WordForms: Sendable {
  /// The number of a form.
  typealias Form = Int32

  /// The form of the words that the codebook does not name.
  static let unknown: Form = 0

  /// What readers of facts ask: two words of bits a form, a bit a `FactList`.
  private(set) var lists: [UInt64] = []
  /// Where the symbols of each form begin in `symbols`; one more entry than forms.
  private(set) var start: [Int32] = [0]
  /// The symbols of all forms, in order of each form.
  private(set) var symbols: [Vocabulary.Symbol] = []
  /// The forms by their symbols.
  private var known: [[Vocabulary.Symbol]: Form] = [:]
  private let listOfSymbol: [Vocabulary.Symbol: Int]

  /// The count of forms.
  var count: Int { start.count - 1 }

  /// Makes a table that has the form `unknown`.
  ///
  /// - Parameter lists: The symbols of the lists that readers of facts ask for, by `FactList`.
  init(lists: [Vocabulary.Symbol: Int]) {
    listOfSymbol = lists
    _ = form(of: [])
  }

  /// The form of the words that have exactly these symbols.
  mutating func form(of set: Set<Vocabulary.Symbol>) -> Form {
    let sorted = set.sorted()
    if let form = known[sorted] { return form }
    let form = Form(count)
    known[sorted] = form
    var bits: (UInt64, UInt64) = (0, 0)
    for symbol in sorted {
      guard let list = listOfSymbol[symbol] else { continue }
      if list < 64 { bits.0 |= 1 << UInt64(list) } else { bits.1 |= 1 << UInt64(list - 64) }
    }
    lists.append(bits.0)
    lists.append(bits.1)
    symbols.append(contentsOf: sorted)
    start.append(Int32(symbols.count))
    return form
  }

  /// The symbols of a form.
  func symbols(of form: Form) -> Set<Vocabulary.Symbol> {
    Set(symbols[Int(start[Int(form)])..<Int(start[Int(form) + 1])])
  }

  /// Tells whether words of a form are in a list.
  @inline(__always)
  func has(_ list: FactList, _ form: Form) -> Bool { has(list.rawValue, form) }

  /// Tells whether words of a form are in the list at a place of `FactList.ids`.
  @inline(__always)
  func has(_ list: Int, _ form: Form) -> Bool {
    lists[Int(form) * 2 + list >> 6] & 1 << UInt64(list & 63) != 0
  }
}
