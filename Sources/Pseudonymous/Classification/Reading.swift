import Codebook
import Detection
import Pseudonymisation

/// A contact on its way to codes: its words, the rules that hold, the codes given so far.
final class Reading {
  let contact: SanitizedContact
  let stream: WordStream
  let book: RuleBook
  /// The matches of the rules that hold; those of one rule together, in order of place.
  private(set) var hits: [RuleBook.Hit] = []
  /// Where each rule's matches lie in `hits`; empty where it does not hold.
  private(set) var hitsOfRule: [Range<Int>]
  /// The messages in which a form or a means of control was found.
  private(set) var exploitation: [Bool]
  /// The messages in which a form was found.
  private(set) var forms: [Bool]
  /// How many words the visitor wrote.
  let visitorWords: Int
  /// The codes given so far, a bit a code, by the variable's place.
  var given: [UInt64]
  /// Whether the visitor speaks of another person, by the role coded so far.
  var isAboutAnother = false
  /// The ages told, once they are read.
  var ages: AgeReader?
  private var hasSoughtFurther = false

  init(_ contact: SanitizedContact, _ book: RuleBook) {
    self.contact = contact
    self.book = book
    stream = WordStream(contact, book.lexicon.vocabulary)
    hitsOfRule = [Range<Int>](repeating: 0..<0, count: book.compiled.count)
    exploitation = [Bool](repeating: false, count: stream.messages)
    forms = exploitation
    var words = 0
    for message in 0..<stream.messages where stream.speakers[message] == .visitor {
      words += stream.words(of: message).count
    }
    visitorWords = words
    given = [UInt64](repeating: 0, count: book.rulesByVariable.count)
    seek(.every)
  }

  /// Looks for the rules that need only be looked for now; does nothing the second time.
  func seekFurther() {
    guard !hasSoughtFurther else { return }
    hasSoughtFurther = true
    seek(.further)
  }

  private func seek(_ pass: PhraseIndex.Pass) {
    let first = hits.count
    hits += book.hits(pass, in: stream)
    var start = first
    for place in first..<hits.count {
      let rule = hits[place].rule
      if place > first, hits[place - 1].rule != rule { start = place }
      hitsOfRule[rule] = start..<place + 1
      if book.compiled[rule].isForm { forms[hits[place].message] = true }
      if book.compiled[rule].isExploitation { exploitation[hits[place].message] = true }
    }
  }

  /// Tells whether a rule holds, what it demands of codes given before included.
  func holds(_ rule: Int) -> Bool { book.holds(rule, hitsOfRule, given: given) }

  /// Tells whether a word is in the list at a place of `FactList.ids`.
  @inline(__always)
  func has(_ list: Int, at word: Int) -> Bool {
    book.lexicon.vocabulary.forms.has(list, stream.form(at: word))
  }

  /// Tells whether a word is in a list.
  @inline(__always)
  func has(_ list: FactList, at word: Int) -> Bool {
    has(list.rawValue, at: word)
  }

  /// The first word of a list in a range of words.
  func first(_ list: FactList, in words: Range<Int>) -> Int? {
    for word in words where has(list, at: word) { return word }
    return nil
  }

  /// Tells whether a range has a word of a list.
  func contains(_ list: FactList, in words: Range<Int>) -> Bool { first(list, in: words) != nil }

  /// The part of a message's sentence around a word, at most `before` and `after` words away.
  func neighbourhood(of word: Int, before: Int, after: Int) -> Range<Int> {
    let message = stream.words(of: stream.message(of: word))
    var start = word
    while start > message.lowerBound, word - start < before,
      stream.boundary(before: start) != .sentence
    {
      start -= 1
    }
    var end = word + 1
    while end < message.upperBound, end - word <= after, stream.boundary(before: end) != .sentence {
      end += 1
    }
    return start..<end
  }

  /// The messages of a speaker, by place.
  func messages(of speaker: Speaker) -> [Int] {
    stream.speakers.indices.filter { stream.speakers[$0] == speaker }
  }
}
