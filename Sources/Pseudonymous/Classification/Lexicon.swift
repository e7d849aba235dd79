import Codebook

/// The words of a codebook as numbers: the vocabulary, the phrases, and the lists by name.
struct Lexicon: Sendable {
  let vocabulary: Vocabulary
  let index: PhraseIndex
  private let lists: [String: Vocabulary.Symbol]

  /// The symbol of a list; a symbol that no word has where the codebook lacks the list.
  func list(_ id: String) -> Vocabulary.Symbol { lists[id] ?? -1 }

  /// Compiles a codebook's word lists and the given phrases.
  init(_ codebook: Codebook, phrases: [(phrase: Phrase, within: Int)]) {
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
      case .exactly(let text): Self.common.contains(text) ? 100 : 1
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
    self.lists = lists

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

  /// Words so common that no phrase should wait at them; it changes the speed only.
  private static let common: Set<String> = [
    "aan", "al", "als", "ben", "bij", "dan", "dat", "de", "die", "dit", "doen", "door", "een", "en",
    "er", "gaan", "geen", "haar", "had", "heb", "heeft", "hem", "het", "hier", "hij", "hoe", "i",
    "ik", "in", "is", "it", "ja", "je", "kan", "maar", "me", "meer", "met", "mij", "mijn", "moet",
    "my", "na", "naar", "nee", "niet", "nog", "nu", "of", "om", "ook", "op", "over", "te", "the",
    "to", "toen", "u", "uit", "van", "veel", "voor", "wat", "we", "weet", "wel", "wil", "ze", "zei",
    "zijn", "zo",
  ]
}
