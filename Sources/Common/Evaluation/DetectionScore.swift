import Detection

/// How well findings cover what people marked.
///
/// A detail is *covered* when each of its characters that is no space lies in some finding,
/// whatever its kind: a name that is covered in part is a leak. It is *typed* when findings of its
/// own kind do so.
public struct DetectionScore: Sendable {
  /// The counts of one kind, or of all.
  public struct Kind: Equatable, Sendable {
    /// Details that people marked.
    public internal(set) var gold = 0
    /// Of these, wholly in findings of any kind.
    public internal(set) var covered = 0
    /// Of these, wholly in findings of the same kind.
    public internal(set) var typed = 0
    /// Characters of the details, spaces left out.
    public internal(set) var characters = 0
    /// Of these, in no finding.
    public internal(set) var leaked = 0
    /// Findings of this kind.
    public internal(set) var findings = 0
    /// Of these, with a character in common with a detail of the same kind.
    public internal(set) var right = 0

    static func += (left: inout Kind, right: Kind) {
      left.gold += right.gold
      left.covered += right.covered
      left.typed += right.typed
      left.characters += right.characters
      left.leaked += right.leaked
      left.findings += right.findings
      left.right += right.right
    }
  }

  /// A detail that was not wholly covered; its place, never its text.
  public struct Miss: Equatable, Sendable {
    /// The contact's id, as in the input.
    public let contact: String
    /// What was marked.
    public let entity: GoldContact.Entity
  }

  /// One message with its marks and findings.
  struct Message {
    let scalars: [Unicode.Scalar]
    let gold: [GoldContact.Entity]
    let found: [(range: Range<Int>, kind: EntityKind)]
  }

  /// The counts by kind; only kinds that were marked or found.
  public private(set) var kinds: [EntityKind: Kind] = [:]
  /// Contacts looked at.
  public private(set) var contacts = 0
  /// Of these, without a leaked character.
  public private(set) var clean = 0
  /// Words outside every mark.
  public private(set) var otherWords = 0
  /// Of these, touched by a finding.
  public private(set) var overWords = 0
  /// What was missed, in the order it was met.
  public private(set) var misses: [Miss] = []

  /// Makes an empty score.
  public init() {}

  /// The counts over all kinds.
  public var all: Kind {
    var all = Kind()
    for kind in kinds.values { all += kind }
    return all
  }

  /// Adds one contact; one without marks of its own (`entities` is `nil`) is left out.
  ///
  /// Marks in messages that the conversation does not hold, such as notes, count for nothing.
  ///
  /// - Parameters:
  ///   - conversation: The contact's text.
  ///   - findings: What was found in it.
  ///   - gold: What people marked.
  ///   - standard: Where `gold` is from.
  /// - Throws: `EvaluationError.outOfText`.
  public mutating func add(
    _ conversation: Conversation,
    _ findings: [Finding],
    _ gold: GoldContact,
    of standard: GoldStandard
  ) throws(EvaluationError) {
    guard let entities = gold.entities else { return }
    let missed = misses.count
    for (place, message) in conversation.messages.enumerated() {
      let bytes = conversation.text[message.bytes]
      let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
      let marks = entities.filter { $0.message == message.index }
      guard marks.allSatisfy({ $0.range.upperBound <= scalars.count }) else {
        throw .outOfText(contact: standard.number(of: gold.id))
      }
      let found = findings.filter { $0.message == place }.map {
        (range: Self.scalars($0.range, message, conversation), kind: $0.kind)
      }
      add(Message(scalars: scalars, gold: marks, found: found), contact: gold.id)
    }
    contacts += 1
    if misses.count == missed { clean += 1 }
  }

  private static func scalars(
    _ range: Range<Int>,
    _ message: Conversation.Message,
    _ conversation: Conversation
  ) -> Range<Int> {
    func count(_ bytes: Range<Int>) -> Int {
      conversation.text[bytes].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
    let start = count(message.bytes.lowerBound..<range.lowerBound)
    return start..<(start + count(range))
  }
}

extension DetectionScore {
  private mutating func add(_ message: Message, contact: String) {
    var isFound = [Bool](repeating: false, count: message.scalars.count)
    var isMarked = isFound
    for finding in message.found { for at in finding.range { isFound[at] = true } }
    for mark in message.gold {
      for at in mark.range { isMarked[at] = true }
      let own = message.found.filter { $0.kind == mark.kind }.map(\.range)
      let told = mark.range.filter { !message.scalars[$0].properties.isWhitespace }
      let leaked = told.count { !isFound[$0] }
      kinds[mark.kind, default: Kind()] += Kind(
        gold: 1,
        covered: leaked == 0 ? 1 : 0,
        typed: told.allSatisfy { at in own.contains { $0.contains(at) } } ? 1 : 0,
        characters: told.count,
        leaked: leaked
      )
      if leaked > 0 { misses.append(Miss(contact: contact, entity: mark)) }
    }
    for finding in message.found {
      let isRight = message.gold.contains {
        $0.kind == finding.kind && $0.range.overlaps(finding.range)
      }
      kinds[finding.kind, default: Kind()] += Kind(findings: 1, right: isRight ? 1 : 0)
    }
    for word in Self.words(of: message.scalars) where !word.contains(where: { isMarked[$0] }) {
      otherWords += 1
      if word.contains(where: { isFound[$0] }) { overWords += 1 }
    }
  }

  /// Stretches of letters, digits and low lines.
  private static func words(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for (at, scalar) in scalars.enumerated() {
      let properties = scalar.properties
      let isInside = properties.isAlphabetic || properties.numericType != nil || scalar == "_"
      if isInside, start == nil { start = at }
      if !isInside, let begin = start {
        words.append(begin..<at)
        start = nil
      }
    }
    if let begin = start { words.append(begin..<scalars.count) }
    return words
  }
}
