import Codebook

/// The phrases of a codebook, compiled to find all their matches in one pass over the words.
///
/// Every reading of a phrase waits at its rarest word (its anchor); only where that word stands are
/// the other words looked at.
struct PhraseIndex: Sendable {
  /// One element of a side.
  struct Element: Sendable {
    /// What a word must be, in `needs`; `nothing` for a gap or a start.
    let need: Need
    /// How many words a gap may skip; -1 for a word, -2 for the start of a message.
    let gap: Int32

    static let word: Int32 = -1
    static let start: Int32 = -2
  }

  /// The number of a set of symbols of which a word needs one.
  typealias Need = UInt16
  /// The need that every word meets.
  static let nothing: Need = 0

  /// One way to read a side.
  struct Way: Sendable {
    let elements: Range<Int32>
    /// The place of the anchor in `elements`, counted from the first.
    let anchor: Int32
  }

  /// The ways to read a side, in `ways`, and what a word that anchors one of them must be.
  struct Side: Sendable {
    let ways: Range<Int32>
    let need: Need
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
    /// What the word beside the anchor must be; in the end its mark.
    var near: Need
    /// What some word of the message must be, the rarest first; in the end the marks.
    var far: (Need, Need)
  }

  /// The readings that wait at symbols in one pass.
  struct Waiting: Sendable {
    private(set) var waits: [Wait] = []
    /// Where those of each symbol begin in `waits`; one more entry than symbols.
    private(set) var start: [Int32] = [0]

    init(_ waits: [Vocabulary.Symbol: [Wait]], symbolCount: Int, _ marks: [Need]) {
      for symbol in 0..<symbolCount {
        for var wait in waits[Vocabulary.Symbol(symbol)] ?? [] {
          wait.near = marks[Int(wait.near)]
          wait.far = (marks[Int(wait.far.0)], marks[Int(wait.far.1)])
          self.waits.append(wait)
        }
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
  /// The sets of symbols of which words need one; the first is empty and stands for any word.
  private(set) var needs: [[Vocabulary.Symbol]] = [[]]
  private var numberOfNeed: [[Vocabulary.Symbol]: Need] = [:]
  private var frequencyOfNeed: [Double] = [.infinity]
  /// The mark of each need, 0...511: the common ones have their own, rare ones share.
  private(set) var marks: [Need] = []
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
        sides.append(anchored(by: ways, frequencies))
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
        for symbol in needs[Int(anchor.need)] {
          waitingAt[pass.rawValue][symbol, default: []].append(wait)
        }
      }
    }
    readingsOfPhrase.append(Int32(readings.count))
    marks = marked()
    waiting = waitingAt.map { Waiting($0, symbolCount: symbolCount(), marks) }
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
        let sum = words.map(frequency).reduce(0, +)
        elements.append(Element(need: need(of: words.map(symbols), sum), gap: Element.word))
        frequencies.append(sum)
      case .gap(let most):
        elements.append(Element(need: Self.nothing, gap: Int32(most)))
        frequencies.append(.infinity)
      case .start:
        elements.append(Element(need: Self.nothing, gap: Element.start))
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
    var far: [(frequency: Double, need: Need)] =
      words
      .filter { $0 != anchor && $0 != beside }
      .map { (frequencies[$0], elements[$0].need) }
    for side in readings[Int(reading)].others {
      let anchors = sides[Int(side)].ways.map { way in
        Int(ways[Int(way)].elements.lowerBound + ways[Int(way)].anchor)
      }
      far.append((anchors.map { frequencies[$0] }.reduce(0, +), sides[Int(side)].need))
    }
    far.sort { $0.frequency < $1.frequency }
    return Wait(
      reading: reading,
      speakers: readings[Int(reading)].speakers,
      side: Int8(beside.map { $0 - anchor } ?? 0),
      near: beside.map { elements[$0].need } ?? Self.nothing,
      far: (
        far.first?.need ?? Self.nothing, far.dropFirst().first?.need ?? Self.nothing
      )
    )
  }

  /// The number of a set of symbols; equal sets have the same.
  private mutating func need(of symbols: [Vocabulary.Symbol], _ frequency: Double) -> Need {
    let set = Set(symbols).sorted()
    if let number = numberOfNeed[set] { return number }
    let number = Need(needs.count)
    numberOfNeed[set] = number
    needs.append(set)
    frequencyOfNeed.append(frequency)
    return number
  }

  /// A side of ways, with the need of their anchors.
  private mutating func anchored(by ways: Range<Int32>, _ frequencies: [Double]) -> Side {
    let anchors = ways.map { number in
      let way = self.ways[Int(number)]
      return Int(way.elements.lowerBound + way.anchor)
    }
    let symbols = anchors.flatMap { needs[Int(elements[$0].need)] }
    return Side(ways: ways, need: need(of: symbols, anchors.map { frequencies[$0] }.reduce(0, +)))
  }

  /// Gives each need its mark.
  private func marked() -> [Need] {
    var marks = [Need](repeating: 0, count: needs.count)
    let ordered = needs.indices.sorted {
      (frequencyOfNeed[$1], $0) < (frequencyOfNeed[$0], $1)
    }
    for (rank, need) in ordered.enumerated() {
      marks[need] = Need(rank < 384 ? rank : 384 + rank % 128)
    }
    return marks
  }
}
