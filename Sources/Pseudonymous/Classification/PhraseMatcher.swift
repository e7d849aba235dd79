/// Finds the matches of a codebook's phrases in the words of a contact.
final class PhraseMatcher: Sendable {
  private typealias Element = PhraseIndex.Element
  private typealias Reading = PhraseIndex.Reading
  private typealias Way = PhraseIndex.Way

  /// The symbols of each form at which readings wait in one pass.
  private struct Anchors: Sendable {
    private(set) var symbols: [Vocabulary.Symbol] = []
    /// Where those of each form begin; one more entry than forms.
    private(set) var start: [Int32] = [0]

    init(_ forms: WordForms, _ waiting: PhraseIndex.Waiting) {
      for form in 0..<forms.count {
        for place in Int(forms.start[form])..<Int(forms.start[form + 1])
        where waiting.waits(at: forms.symbols[place]) {
          symbols.append(forms.symbols[place])
        }
        start.append(Int32(symbols.count))
      }
    }
  }

  private let index: PhraseIndex
  private let needs: NeedTable
  private let anchors: [Anchors]

  /// Makes a matcher of phrases over the forms of a vocabulary.
  init(_ index: PhraseIndex, _ forms: WordForms) {
    self.index = index
    needs = NeedTable(index.needs, marks: index.marks, forms)
    anchors = index.waiting.map { Anchors(forms, $0) }
  }

  /// Finds all matches of the phrases of a pass, in order of their anchors.
  func matches(
    _ pass: PhraseIndex.Pass = .every,
    in stream: borrowing WordStream
  ) -> [PhraseIndex.Match] {
    var found: [PhraseIndex.Match] = []
    for message in 0..<stream.messages {
      let words = stream.words(of: message)
      let speaker = WordStream.bit(of: stream.speakers[message])
      let met = needs.marks(of: words, in: stream)
      for word in words where stream.form(at: word) != WordForms.unknown {
        seek(pass.rawValue, at: word, words, speaker, met, stream, &found)
      }
    }
    return found
  }

  /// Tries the readings that wait at a word.
  @inline(__always)
  private func seek(
    _ pass: Int,
    at word: Int,
    _ message: Range<Int>,
    _ speaker: UInt8,
    _ met: NeedTable.Marks,
    _ stream: borrowing WordStream,
    _ found: inout [PhraseIndex.Match]
  ) {
    let form = Int(stream.form(at: word))
    for place in anchors[pass].start[form]..<anchors[pass].start[form + 1] {
      let symbol = Int(anchors[pass].symbols[Int(place)])
      for number in index.waiting[pass].start[symbol]..<index.waiting[pass].start[symbol + 1] {
        let wait = index.waiting[pass].waits[Int(number)]
        guard wait.speakers & speaker != 0 else { continue }
        let beside = word + Int(wait.side)
        guard NeedTable.has(wait.far.0, met), NeedTable.has(wait.far.1, met),
          message.contains(beside),
          NeedTable.has(wait.near, needs.marks[Int(stream.form(at: beside))])
        else { continue }
        let reading = index.readings[Int(wait.reading)]
        guard let words = match(reading, at: word, message, in: stream) else { continue }
        found.append(PhraseIndex.Match(phrase: Int(reading.phrase), words: words))
      }
    }
  }

  /// Tells whether a phrase stands in a message, sought or not.
  func contains(_ phrase: Int, in stream: borrowing WordStream, of message: Int) -> Bool {
    let words = stream.words(of: message)
    for number in index.readingsOfPhrase[phrase]..<index.readingsOfPhrase[phrase + 1] {
      let reading = index.readings[Int(number)]
      let way = index.ways[Int(reading.first)]
      let anchor = Int(way.elements.lowerBound + way.anchor)
      for word in words
      where holds(anchor, word, stream) && match(reading, at: word, words, in: stream) != nil {
        return true
      }
    }
    return false
  }

  private func match(
    _ reading: Reading,
    at word: Int,
    _ message: Range<Int>,
    in stream: borrowing WordStream
  ) -> Range<Int>? {
    guard let first = match(index.ways[Int(reading.first)], anchoredAt: word, message, in: stream)
    else { return nil }
    if reading.others.isEmpty { return first }
    var words = first
    var taken = [first]
    for other in reading.others {
      let from = max(message.lowerBound, words.lowerBound - Int(reading.within))
      let to = min(message.upperBound, words.upperBound + Int(reading.within))
      guard
        let found = find(index.sides[Int(other)], besides: taken, from..<to, message, in: stream)
      else {
        return nil
      }
      taken.append(found)
      words = min(words.lowerBound, found.lowerBound)..<max(words.upperBound, found.upperBound)
    }
    return words
  }

  /// The match of a side that lies nearest to the first side's, on words that no side has taken.
  private func find(
    _ side: PhraseIndex.Side,
    besides taken: [Range<Int>],
    _ window: Range<Int>,
    _ message: Range<Int>,
    in stream: borrowing WordStream
  ) -> Range<Int>? {
    var best: Range<Int>?
    var bestDistance = Int.max
    for word in window
    where needs.isMet(side.need, by: stream.form(at: word)) {
      for way in side.ways {
        guard let found = match(index.ways[Int(way)], at: word, message, in: stream),
          !taken.contains(where: { $0.overlaps(found) })
        else { continue }
        let distance =
          found.lowerBound >= taken[0].upperBound
          ? found.lowerBound - taken[0].upperBound : taken[0].lowerBound - found.upperBound
        if distance < bestDistance {
          bestDistance = distance
          best = found
        }
      }
    }
    return best
  }

  private func match(
    _ way: Way,
    at word: Int,
    _ message: Range<Int>,
    in stream: borrowing WordStream
  ) -> Range<Int>? {
    guard holds(Int(way.elements.lowerBound + way.anchor), word, stream) else { return nil }
    return match(way, anchoredAt: word, message, in: stream)
  }

  /// The match of a way whose anchor is known to stand at a word.
  private func match(
    _ way: Way,
    anchoredAt word: Int,
    _ message: Range<Int>,
    in stream: borrowing WordStream
  ) -> Range<Int>? {
    let anchor = Int(way.elements.lowerBound + way.anchor)
    guard
      let start = backwards(anchor - 1, Int(way.elements.lowerBound), word, message, stream),
      let end = forwards(anchor + 1, Int(way.elements.upperBound), word, message, stream)
    else { return nil }
    return start..<end
  }

  @inline(__always)
  private func holds(_ element: Int, _ word: Int, _ stream: borrowing WordStream) -> Bool {
    needs.isMet(index.elements[element].need, by: stream.form(at: word))
  }

  /// Matches the elements before `word`, the last first; gives back where they begin.
  private func backwards(
    _ element: Int,
    _ first: Int,
    _ word: Int,
    _ message: Range<Int>,
    _ stream: borrowing WordStream
  ) -> Int? {
    guard element >= first else { return word }
    let gap = index.elements[element].gap
    if gap == Element.start { return word == message.lowerBound ? word : nil }
    if gap == Element.word {
      guard word > message.lowerBound, stream.boundary(before: word) != .sentence,
        holds(element, word - 1, stream)
      else { return nil }
      return backwards(element - 1, first, word - 1, message, stream)
    }
    var before = word
    for _ in 0...gap {
      if let start = backwards(element - 1, first, before, message, stream) { return start }
      guard before > message.lowerBound, stream.boundary(before: before) != .sentence else {
        return nil
      }
      before -= 1
    }
    return nil
  }

  /// Matches the elements after `word`, the first first; gives back where they end.
  private func forwards(
    _ element: Int,
    _ end: Int,
    _ word: Int,
    _ message: Range<Int>,
    _ stream: borrowing WordStream
  ) -> Int? {
    guard element < end else { return word + 1 }
    let gap = index.elements[element].gap
    let next = word + 1
    guard next < message.upperBound, stream.boundary(before: next) != .sentence else { return nil }
    if gap == Element.word {
      guard holds(element, next, stream) else { return nil }
      return forwards(element + 1, end, next, message, stream)
    }
    var at = word
    for _ in 0...max(0, gap) {
      if let found = forwards(element + 1, end, at, message, stream) { return found }
      at += 1
      guard at < message.upperBound, stream.boundary(before: at) != .sentence else { return nil }
    }
    return nil
  }
}
