import Codebook
import Detection
import Pseudonymisation

/// A contact on its way to codes: its words, the rules that hold, the codes given so far.
struct Reading {
  let contact: SanitizedContact
  let stream: WordStream
  let book: RuleBook
  let holdings: [RuleBook.Holding]
  /// The codes given so far, by variable.
  var codes: [String: [String]] = [:]

  init(_ contact: SanitizedContact, _ book: RuleBook) {
    self.contact = contact
    self.book = book
    stream = WordStream(contact, book.lexicon.vocabulary)
    holdings = book.holdings(in: stream)
  }

  /// Tells whether all conditions hold for the codes given so far.
  func holds(_ conditions: [Condition]) -> Bool {
    conditions.allSatisfy { $0.holds(for: codes[$0.variable] ?? []) }
  }

  /// Tells whether a word is in a list.
  func has(_ list: String, at word: Int) -> Bool {
    stream.has(book.lexicon.list(list), at: word)
  }

  /// The first word of a list in a range of words.
  func first(_ list: String, in words: Range<Int>) -> Int? {
    let symbol = book.lexicon.list(list)
    for word in words where stream.has(symbol, at: word) { return word }
    return nil
  }

  /// Tells whether a range has a word of a list.
  func contains(_ list: String, in words: Range<Int>) -> Bool { first(list, in: words) != nil }

  /// The part of a message's sentence around a word, at most `before` and `after` words away.
  func neighbourhood(of word: Int, before: Int, after: Int) -> Range<Int> {
    let message = stream.words(of: Int(stream.message[word]))
    var start = word
    while start > message.lowerBound, word - start < before, stream.boundary[start] != .sentence {
      start -= 1
    }
    var end = word + 1
    while end < message.upperBound, end - word <= after, stream.boundary[end] != .sentence {
      end += 1
    }
    return start..<end
  }

  /// The messages of a speaker, by place.
  func messages(of speaker: Speaker) -> [Int] {
    stream.speakers.indices.filter { stream.speakers[$0] == speaker }
  }

  /// How many words the visitor wrote.
  var visitorWords: Int {
    messages(of: .visitor).reduce(0) { $0 + stream.words(of: $1).count }
  }

  /// Tells whether the visitor speaks of another person, by the role coded so far.
  var isAboutAnother: Bool {
    ["other_known", "professional", "parent_carer"].contains(codes["contact_role"]?.first ?? "")
  }
}
