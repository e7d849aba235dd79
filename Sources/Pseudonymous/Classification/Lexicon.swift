import Codebook

/// The words of a codebook as numbers: the vocabulary, the phrases, and the lists by name.
final class Lexicon: Sendable {
  let vocabulary: Vocabulary
  let matcher: PhraseMatcher

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
    let index = PhraseIndex(
      phrases,
      symbols: symbol,
      symbolCount: { numbers.count + codebook.lists.count },
      frequency: frequency
    )
    var lists: [String: Vocabulary.Symbol] = [:]
    for list in codebook.lists { lists[list.id] = symbol(.list(list.id)) }
    var asked: [Vocabulary.Symbol: Int] = [:]
    for (place, id) in FactList.ids.enumerated() {
      if let symbol = lists[id] { asked[symbol] = place }
    }
    var entries = Vocabulary.Entries()
    func add(_ number: Vocabulary.Symbol, to word: Phrase.Word) {
      switch word {
      case .exactly(let text): entries.exact[LetterFold.fold(text), default: []].insert(number)
      case .prefix(let text): entries.prefixes[LetterFold.fold(text), default: []].insert(number)
      case .suffix(let text): entries.suffixes[LetterFold.fold(text), default: []].insert(number)
      case .kind(let kind): entries.kinds[kind, default: []].insert(number)
      case .number(let value): entries.values[Int32(clamping: value), default: []].insert(number)
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
      let symbols = (entries.exact[letters] ?? []).union(entries.symbols(around: letters))
      entries.exact[LetterFold.fold(variant), default: []].formUnion(symbols)
    }
    vocabulary = Vocabulary(entries, lists: asked)
    matcher = PhraseMatcher(index, vocabulary.forms)
  }
}
