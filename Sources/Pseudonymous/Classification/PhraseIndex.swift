import Codebook

/// The phrases of a codebook, compiled to find all their matches in one pass over the words.
///
/// Every reading of a phrase waits at its rarest word (its anchor); only where that word stands are
/// the other words looked at.
struct PhraseIndex: Sendable {
  /// One element of a side.
  struct Element: Sendable {
    /// The symbols of which a word needs one, in `alternatives`; empty for a gap or a start.
    let symbols: Range<Int32>
    /// How many words a gap may skip; -1 for a word, -2 for the start of a message.
    let gap: Int32
    /// Where its symbols stand as bits in `rows`; -1 where it has few.
    var row: Int32 = -1

    static let word: Int32 = -1
    static let start: Int32 = -2
  }

  /// One way to read a side.
  struct Way: Sendable {
    let elements: Range<Int32>
    /// The place of the anchor in `elements`, counted from the first.
    let anchor: Int32
  }

  /// A way to find a phrase: the first side in one of its ways, then the other sides.
  struct Reading: Sendable {
    /// The caller's number of the phrase.
    let phrase: Int32
    /// The way that is looked for first.
    let first: Int32
    /// The other sides, in `sides`.
    let others: Range<Int32>
    /// How many words may lie between sides.
    let within: Int32
    /// Whose messages are read: a bit a speaker.
    let speakers: UInt8
  }

  /// A pass over a contact's words.
  enum Pass: Int, CaseIterable, Sendable {
    /// Over every contact.
    case every
    /// Over contacts whose codes so far ask for more.
    case further
  }

  /// A phrase to compile: how far its sides may lie apart, and whose messages are read.
  struct Entry {
    let phrase: Phrase
    let within: Int
    /// A bit a speaker, as `WordStream.speakerBits`.
    let speakers: UInt8
    /// In which pass over the words it is sought; `nil`: only by `contains(_:in:of:)`.
    let pass: Pass?
  }

  /// A match of a phrase.
  struct Match: Equatable {
    /// The caller's number of the phrase.
    let phrase: Int
    /// From the first to the last matched word.
    let words: Range<Int>
  }

  private(set) var readings: [Reading] = []
  private(set) var ways: [Way] = []
  /// The ways of each side, in `ways`.
  private(set) var sides: [Range<Int32>] = []
  private(set) var elements: [Element] = []
  private(set) var alternatives: [Vocabulary.Symbol] = []
  /// The symbols of elements with many alternatives, a bit a symbol.
  private var rows: [UInt64] = []
  /// The readings that wait at each symbol, in `waiting`, by pass.
  private(set) var anchors: [[Range<Int32>]] = []
  private(set) var waiting: [Int32] = []
  /// The first reading of each phrase; one more entry than phrases.
  private(set) var readingsOfPhrase: [Int32] = []

  /// Compiles phrases.
  ///
  /// - Parameters:
  ///   - phrases: The phrases with the distance their sides may have.
  ///   - symbols: Gives the symbol of a word, the same for equal words.
  ///   - symbolCount: Gives an upper bound of the symbols, once all phrases are read.
  ///   - frequency: Estimates how often a word stands in texts; it changes the speed only.
  init(
    _ phrases: [Entry],
    symbols: (Phrase.Word) -> Vocabulary.Symbol,
    symbolCount: () -> Int,
    frequency: (Phrase.Word) -> Double
  ) {
    var waitingAt = [[Vocabulary.Symbol: [Int32]]](repeating: [:], count: Pass.allCases.count)
    for (number, entry) in phrases.enumerated() {
      readingsOfPhrase.append(Int32(readings.count))
      // The rarest side first.
      let ordered = entry.phrase.sides
        .map { side in
          (side, side.map { Self.anchor(of: $0, frequency).frequency }.reduce(0, +))
        }
        .sorted { $0.1 < $1.1 }
        .map(\.0)
      let others = Int32(sides.count)..<Int32(sides.count + ordered.count - 1)
      for side in ordered.dropFirst() {
        let start = Int32(ways.count)
        for way in side { add(way, Self.anchor(of: way, frequency).place, symbols) }
        sides.append(start..<Int32(ways.count))
      }
      for way in ordered[0] {
        let first = Int32(ways.count)
        add(way, Self.anchor(of: way, frequency).place, symbols)
        let reading = Int32(readings.count)
        readings.append(
          Reading(
            phrase: Int32(number),
            first: first,
            others: others,
            within: Int32(entry.within),
            speakers: entry.speakers
          )
        )
        let anchor = elements[Int(ways[Int(first)].elements.lowerBound + ways[Int(first)].anchor)]
        if let pass = entry.pass {
          for place in anchor.symbols {
            waitingAt[pass.rawValue][alternatives[Int(place)], default: []].append(reading)
          }
        }
      }
    }
    readingsOfPhrase.append(Int32(readings.count))
    let width = (symbolCount() + 63) / 64
    for place in elements.indices where elements[place].symbols.count > 2 {
      elements[place].row = Int32(rows.count)
      rows.append(contentsOf: repeatElement(0, count: width))
      for alternative in elements[place].symbols {
        let symbol = Int(alternatives[Int(alternative)])
        rows[Int(elements[place].row) + symbol >> 6] |= 1 << UInt64(symbol & 63)
      }
    }
    for waiters in waitingAt {
      var ranges = [Range<Int32>](repeating: 0..<0, count: symbolCount())
      for symbol in waiters.keys.sorted() {
        let start = Int32(waiting.count)
        waiting.append(contentsOf: waiters[symbol] ?? [])
        ranges[Int(symbol)] = start..<Int32(waiting.count)
      }
      anchors.append(ranges)
    }
  }

  private mutating func add(
    _ way: Phrase.Side,
    _ anchor: Int,
    _ symbols: (Phrase.Word) -> Vocabulary.Symbol
  ) {
    let first = Int32(elements.count)
    for element in way {
      switch element {
      case .word(let words):
        let start = Int32(alternatives.count)
        alternatives.append(contentsOf: words.map(symbols))
        elements.append(Element(symbols: start..<Int32(alternatives.count), gap: Element.word))
      case .gap(let most): elements.append(Element(symbols: 0..<0, gap: Int32(most)))
      case .start: elements.append(Element(symbols: 0..<0, gap: Element.start))
      }
    }
    ways.append(Way(elements: first..<Int32(elements.count), anchor: Int32(anchor)))
  }

  private static func anchor(
    of side: Phrase.Side,
    _ frequency: (Phrase.Word) -> Double
  ) -> (place: Int, frequency: Double) {
    var best = (place: 0, frequency: Double.infinity)
    for (place, element) in side.enumerated() {
      guard case .word(let words) = element else { continue }
      let sum = words.map(frequency).reduce(0, +)
      if sum < best.frequency { best = (place, sum) }
    }
    return best
  }

  /// Finds all matches of the phrases of a pass, in order of their anchors.
  ///
  /// A word that has a symbol twice gives a match twice.
  func matches(_ pass: Pass = .every, in stream: borrowing WordStream) -> [Match] {
    var found: [Match] = []
    let anchors = anchors[pass.rawValue]
    for message in 0..<stream.messages {
      let speaker = stream.speakerBits[message]
      for word in stream.words(of: message) {
        for place in Int(stream.symbolStart[word])..<Int(stream.symbolStart[word + 1]) {
          let waits = anchors[Int(stream.symbols[place])]
          for wait in waits {
            let number = Int(waiting[Int(wait)])
            guard readings[number].speakers & speaker != 0,
              let words = match(readings[number], at: word, in: stream)
            else { continue }
            found.append(Match(phrase: Int(readings[number].phrase), words: words))
          }
        }
      }
    }
    return found
  }

  /// Tells whether a phrase stands in a message, sought or not.
  func contains(_ phrase: Int, in stream: borrowing WordStream, of message: Int) -> Bool {
    for number in Int(readingsOfPhrase[phrase])..<Int(readingsOfPhrase[phrase + 1]) {
      let way = ways[Int(readings[number].first)]
      let anchor = Int(way.elements.lowerBound + way.anchor)
      for word in stream.words(of: message)
      where holds(anchor, word, stream) && match(readings[number], at: word, in: stream) != nil {
        return true
      }
    }
    return false
  }

  private func match(
    _ reading: Reading,
    at word: Int,
    in stream: borrowing WordStream
  ) -> Range<Int>? {
    guard let first = match(ways[Int(reading.first)], anchoredAt: word, in: stream) else {
      return nil
    }
    if reading.others.isEmpty { return first }
    var words = first
    var taken = [first]
    let message = stream.words(of: Int(stream.message[word]))
    for other in reading.others {
      let from = max(message.lowerBound, words.lowerBound - Int(reading.within))
      let to = min(message.upperBound, words.upperBound + Int(reading.within))
      guard let found = find(sides[Int(other)], besides: taken, from..<to, in: stream) else {
        return nil
      }
      taken.append(found)
      words = min(words.lowerBound, found.lowerBound)..<max(words.upperBound, found.upperBound)
    }
    return words
  }

  /// The match of a side that lies nearest to the first side's, on words that no side has taken.
  private func find(
    _ side: Range<Int32>,
    besides taken: [Range<Int>],
    _ window: Range<Int>,
    in stream: borrowing WordStream
  ) -> Range<Int>? {
    var best: Range<Int>?
    var bestDistance = Int.max
    for word in window {
      for way in side {
        guard let found = match(ways[Int(way)], at: word, in: stream),
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

  private func match(_ way: Way, at word: Int, in stream: borrowing WordStream) -> Range<Int>? {
    guard holds(Int(way.elements.lowerBound + way.anchor), word, stream) else { return nil }
    return match(way, anchoredAt: word, in: stream)
  }

  /// The match of a way whose anchor is known to stand at a word.
  private func match(
    _ way: Way,
    anchoredAt word: Int,
    in stream: borrowing WordStream
  ) -> Range<Int>? {
    let anchor = Int(way.elements.lowerBound + way.anchor)
    let message = stream.words(of: Int(stream.message[word]))
    guard
      let start = backwards(anchor - 1, Int(way.elements.lowerBound), word, message, stream),
      let end = forwards(anchor + 1, Int(way.elements.upperBound), word, message, stream)
    else { return nil }
    return start..<end
  }

  private func holds(_ element: Int, _ word: Int, _ stream: borrowing WordStream) -> Bool {
    let row = Int(elements[element].row)
    let first = Int(stream.symbolStart[word])
    let last = Int(stream.symbolStart[word + 1])
    if row >= 0 {
      for place in first..<last {
        let symbol = Int(stream.symbols[place])
        if rows[row + symbol >> 6] & 1 << UInt64(symbol & 63) != 0 { return true }
      }
      return false
    }
    for alternative in elements[element].symbols {
      let symbol = alternatives[Int(alternative)]
      for place in first..<last where stream.symbols[place] == symbol { return true }
    }
    return false
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
    let gap = elements[element].gap
    if gap == Element.start { return word == message.lowerBound ? word : nil }
    if gap == Element.word {
      guard word > message.lowerBound, stream.boundary[word] != .sentence,
        holds(element, word - 1, stream)
      else { return nil }
      return backwards(element - 1, first, word - 1, message, stream)
    }
    var before = word
    for _ in 0...gap {
      if let start = backwards(element - 1, first, before, message, stream) { return start }
      guard before > message.lowerBound, stream.boundary[before] != .sentence else { return nil }
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
    let gap = elements[element].gap
    let next = word + 1
    guard next < message.upperBound, stream.boundary[next] != .sentence else { return nil }
    if gap == Element.word {
      guard holds(element, next, stream) else { return nil }
      return forwards(element + 1, end, next, message, stream)
    }
    var at = word
    for _ in 0...max(0, gap) {
      if let found = forwards(element + 1, end, at, message, stream) { return found }
      at += 1
      guard at < message.upperBound, stream.boundary[at] != .sentence else { return nil }
    }
    return nil
  }
}
