import Codebook

/// The words of a codebook as numbers: the vocabulary, the phrases, and the lists by name.
struct Lexicon: Sendable {
  let vocabulary: Vocabulary
  let index: PhraseIndex
  private let lists: [Vocabulary.Symbol]
  private let numbers: [Vocabulary.Symbol]
  private let months: [Vocabulary.Symbol]

  /// The symbol of a list; a symbol that no word has where the codebook lacks the list.
  func list(_ list: FactList) -> Vocabulary.Symbol { lists[list.rawValue] }

  /// The symbol of `number_0`...`number_25`, the words of a number.
  func number(_ value: Int) -> Vocabulary.Symbol { numbers[value] }

  /// The symbol of `month_1`...`month_12`, the words of a month or of what falls in it.
  func month(_ value: Int) -> Vocabulary.Symbol { months[value] }

  /// Compiles a codebook's word lists and the given phrases.
  init(_ codebook: Codebook, phrases: [PhraseIndex.Entry]) {
    var numbers: [Phrase.Word: Vocabulary.Symbol] = [:]
    func symbol(_ word: Phrase.Word) -> Vocabulary.Symbol {
      if let number = numbers[word] { return number }
      let number = Vocabulary.Symbol(numbers.count)
      numbers[word] = number
      return number
    }
    var members: [String: [Phrase.Word]] = [:]
    for list in codebook.lists { members[list.id] = list.words }
    func flatten(_ id: String, _ seen: Set<String>) -> [Phrase.Word] {
      guard !seen.contains(id) else { return [] }
      return (members[id] ?? []).flatMap { word in
        if case .list(let other) = word { flatten(other, seen.union([id])) } else { [word] }
      }
    }
    func frequency(_ word: Phrase.Word) -> Double {
      switch word {
      case .exactly(let text): CommonWords.frequency(of: text)
      case .prefix(let text): text.utf8.count < 4 ? 8 : 2
      case .suffix: 3
      case .kind: 4
      case .number: 1
      case .list(let id): flatten(id, []).map(frequency).reduce(0, +)
      }
    }
    index = PhraseIndex(
      phrases,
      symbols: symbol,
      symbolCount: { numbers.count + codebook.lists.count },
      frequency: frequency
    )
    var lists: [String: Vocabulary.Symbol] = [:]
    for list in codebook.lists { lists[list.id] = symbol(.list(list.id)) }
    self.lists = FactList.allCases.map { lists[$0.id] ?? -1 }
    self.numbers = (0...25).map { lists["number_\($0)"] ?? -1 }
    self.months = (0...12).map { lists["month_\($0)"] ?? -1 }

    var exact: [[UInt8]: Set<Vocabulary.Symbol>] = [:]
    var prefixes: [[UInt8]: Set<Vocabulary.Symbol>] = [:]
    var suffixes: [[UInt8]: Set<Vocabulary.Symbol>] = [:]
    var kinds: [String: Set<Vocabulary.Symbol>] = [:]
    var values: [Int32: Set<Vocabulary.Symbol>] = [:]
    func add(_ number: Vocabulary.Symbol, to word: Phrase.Word) {
      switch word {
      case .exactly(let text): exact[LetterFold.fold(text), default: []].insert(number)
      case .prefix(let text): prefixes[LetterFold.fold(text), default: []].insert(number)
      case .suffix(let text): suffixes[LetterFold.fold(text), default: []].insert(number)
      case .kind(let kind): kinds[kind, default: []].insert(number)
      case .number(let value): values[Int32(clamping: value), default: []].insert(number)
      case .list: break
      }
    }
    for (word, number) in numbers {
      if case .list(let id) = word {
        for member in flatten(id, []) { add(number, to: member) }
      } else {
        add(number, to: word)
      }
    }
    for (variant, word) in codebook.spellings {
      let letters = LetterFold.fold(word)
      var symbols = exact[letters] ?? []
      for count in 1...max(1, letters.count) {
        symbols.formUnion(prefixes[Array(letters.prefix(count))] ?? [])
        symbols.formUnion(suffixes[Array(letters.suffix(count))] ?? [])
      }
      exact[LetterFold.fold(variant), default: []].formUnion(symbols)
    }
    vocabulary = Vocabulary(
      exact: exact,
      prefixes: prefixes,
      suffixes: suffixes,
      kinds: kinds,
      values: values
    )
  }
}
