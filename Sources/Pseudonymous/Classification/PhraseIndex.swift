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
    /// Its symbols.
    let signature: Signature

    static let word: Int32 = -1
    static let start: Int32 = -2
  }

  /// One way to read a side.
  struct Way: Sendable {
    let elements: Range<Int32>
    /// The place of the anchor in `elements`, counted from the first.
    let anchor: Int32
  }

  /// The ways to read a side, in `ways`, and the symbols of their anchors.
  struct Side: Sendable {
    let ways: Range<Int32>
    let signature: Signature
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

  /// A reading that waits at a symbol, with what rules most matches out before it is tried.
  struct Wait: Sendable {
    let reading: Int32
    /// Whose messages are read: a bit a speaker.
    let speakers: UInt8
    /// Which word `near` is about: the one before (-1), the one after (1), the word itself (0).
    let side: Int8
    /// What the word beside the anchor needs one of.
    let near: Signature
    /// What the message needs one of.
    let far: Signature
  }

  /// The readings that wait at symbols in one pass.
  struct Waiting: Sendable {
    private(set) var waits: [Wait] = []
    /// Where those of each symbol begin in `waits`; one more entry than symbols.
    private(set) var start: [Int32] = [0]

    init(_ waits: [Vocabulary.Symbol: [Wait]], symbolCount: Int) {
      for symbol in 0..<symbolCount {
        self.waits.append(contentsOf: waits[Vocabulary.Symbol(symbol)] ?? [])
        start.append(Int32(self.waits.count))
      }
    }

    /// Tells whether a reading waits at a symbol.
    func waits(at symbol: Vocabulary.Symbol) -> Bool {
      start[Int(symbol)] < start[Int(symbol) + 1]
    }
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
  private(set) var sides: [Side] = []
  private(set) var elements: [Element] = []
  private(set) var alternatives: [Vocabulary.Symbol] = []
  /// The symbols of elements with many alternatives, a bit a symbol.
  private(set) var rows: [UInt64] = []
  /// The readings that wait at each symbol, by pass.
  private(set) var waiting: [Waiting] = []
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
    // How often each element's words stand in texts.
    var frequencies: [Double] = []
    var waitingAt = [[Vocabulary.Symbol: [Wait]]](repeating: [:], count: Pass.allCases.count)
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
        for way in side { add(way, frequency, symbols, &frequencies) }
        let ways = start..<Int32(ways.count)
        sides.append(Side(ways: ways, signature: anchors(of: ways)))
      }
      for way in ordered[0] {
        let first = Int32(ways.count)
        add(way, frequency, symbols, &frequencies)
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
        guard let pass = entry.pass else { continue }
        let wait = wait(of: reading, frequencies)
        let anchor = elements[Int(ways[Int(first)].elements.lowerBound + ways[Int(first)].anchor)]
        for place in anchor.symbols {
          waitingAt[pass.rawValue][alternatives[Int(place)], default: []].append(wait)
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
    waiting = waitingAt.map { Waiting($0, symbolCount: symbolCount()) }
  }

  private mutating func add(
    _ way: Phrase.Side,
    _ frequency: (Phrase.Word) -> Double,
    _ symbols: (Phrase.Word) -> Vocabulary.Symbol,
    _ frequencies: inout [Double]
  ) {
    let first = Int32(elements.count)
    for element in way {
      switch element {
      case .word(let words):
        let start = Int32(alternatives.count)
        alternatives.append(contentsOf: words.map(symbols))
        let symbols = start..<Int32(alternatives.count)
        let signature = Signature(of: alternatives[Int(start)...])
        elements.append(Element(symbols: symbols, gap: Element.word, signature: signature))
        frequencies.append(words.map(frequency).reduce(0, +))
      case .gap(let most):
        elements.append(Element(symbols: 0..<0, gap: Int32(most), signature: .none))
        frequencies.append(.infinity)
      case .start:
        elements.append(Element(symbols: 0..<0, gap: Element.start, signature: .none))
        frequencies.append(.infinity)
      }
    }
    let anchor = Int32(Self.anchor(of: way, frequency).place)
    ways.append(Way(elements: first..<Int32(elements.count), anchor: anchor))
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
  // MARK: What rules a match out

  private func wait(of reading: Int32, _ frequencies: [Double]) -> Wait {
    let way = ways[Int(readings[Int(reading)].first)]
    let anchor = Int(way.elements.lowerBound + way.anchor)
    let words = way.elements.map(Int.init).filter { elements[$0].gap == Element.word }
    let beside = words.filter { $0 == anchor - 1 || $0 == anchor + 1 }
      .min { frequencies[$0] < frequencies[$1] }
    var far: (frequency: Double, signature: Signature) = (.infinity, .all)
    for word in words
    where word != anchor && word != beside && frequencies[word] < far.frequency {
      far = (frequencies[word], elements[word].signature)
    }
    for side in readings[Int(reading)].others {
      let anchors = sides[Int(side)].ways.map { way in
        Int(ways[Int(way)].elements.lowerBound + ways[Int(way)].anchor)
      }
      let frequency = anchors.map { frequencies[$0] }.reduce(0, +)
      guard frequency < far.frequency else { continue }
      far = (frequency, sides[Int(side)].signature)
    }
    return Wait(
      reading: reading,
      speakers: readings[Int(reading)].speakers,
      side: Int8(beside.map { $0 - anchor } ?? 0),
      near: beside.map { elements[$0].signature } ?? .all,
      far: far.signature
    )
  }

  private func anchors(of ways: Range<Int32>) -> Signature {
    ways.reduce(into: .none) { signature, number in
      let way = self.ways[Int(number)]
      signature.formUnion(elements[Int(way.elements.lowerBound + way.anchor)].signature)
    }
  }
}
