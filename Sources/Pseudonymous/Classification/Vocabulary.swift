import Codebook
import Detection

/// Every word that the codebook's phrases and lists name; gives words their forms.
///
/// Immutable once built; words are looked up without being copied.
final class Vocabulary: Sendable {
  /// A number that stands for one `Phrase.Word`: an exact word, a beginning, an ending, a list or
  /// a kind of token.
  typealias Symbol = Int32
  /// A word's form.
  typealias Form = WordForms.Form

  /// What the codebook names, with the symbols of each; letters are folded.
  struct Entries {
    /// Whole words.
    var exact: [[UInt8]: Set<Symbol>] = [:]
    /// Beginnings.
    var prefixes: [[UInt8]: Set<Symbol>] = [:]
    /// Endings, of at most twelve letters.
    var suffixes: [[UInt8]: Set<Symbol>] = [:]
    /// Kinds of token, and `NUMBER` for whole numbers.
    var kinds: [String: Set<Symbol>] = [:]
    /// Particular whole numbers.
    var values: [Int32: Set<Symbol>] = [:]

    /// The symbols of a word by its beginning and its ending.
    func symbols(around letters: [UInt8]) -> Set<Symbol> {
      var symbols: Set<Symbol> = []
      for count in 1...max(1, letters.count) {
        if let more = prefixes[Array(letters.prefix(count))] { symbols.formUnion(more) }
        if let more = suffixes[Array(letters.suffix(count))] { symbols.formUnion(more) }
      }
      return symbols
    }
  }

  /// The forms.
  let forms: WordForms
  /// Words and beginnings.
  let words: WordTrie
  /// Endings.
  let endings: EndingTrie
  /// Whole words that are short.
  let short: ShortWords
  private let kinds: [EntityKind: Form]
  private let values: [Int32: Form]
  private let number: Form

  /// Builds the tries.
  ///
  /// - Parameters:
  ///   - entries: What the codebook names.
  ///   - lists: The symbols of the lists that readers of facts ask for, by `FactList`.
  init(_ entries: Entries, lists: [Symbol: Int]) {
    var forms = WordForms(lists: lists)
    let whole = entries.kinds["NUMBER"] ?? []
    number = forms.form(of: whole)
    var values: [Int32: Form] = [:]
    for (value, symbols) in entries.values.sorted(by: { $0.key < $1.key }) {
      values[value] = forms.form(of: symbols.union(whole))
    }
    var kinds: [EntityKind: Form] = [:]
    for kind in EntityKind.allCases {
      kinds[kind] = forms.form(of: entries.kinds[kind.rawValue] ?? [])
    }
    words = WordTrie(entries, &forms)
    endings = EndingTrie(entries, after: words.beyond, &forms)
    let words = words
    short = ShortWords(entries.exact.keys) { words.form(of: $0) }
    self.values = values
    self.kinds = kinds
    self.forms = forms
  }

  /// The form of a kind of token.
  func form(of kind: EntityKind) -> Form { kinds[kind] ?? WordForms.unknown }

  /// The form of a whole number.
  func form(ofNumber value: Int32) -> Form {
    values.isEmpty ? number : values[value] ?? number
  }
}
