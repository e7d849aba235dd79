import ChatLogs
import Detection
import UnicodeText

/// Knows every value that may stand in no transcript, and looks for them before one is kept.
///
/// A night has one: each contact adds its values when it is sanitized, and when all have, every
/// transcript is searched for the values of all. Looked for, folded and in whole words, are all
/// values of structured kinds, and names with a word that is common nowhere. Names of common
/// words alone ("Roos", "Storm") are looked for in their own contact only, as written with a
/// capital. Ages, dates and bare numbers are not looked for.
public struct LeakWatch: Sendable {
  /// Tells whether a folded word is common: an ordinary word, a country, a public body.
  public typealias CommonWord = @Sendable (_ folded: [UInt8]) -> Bool

  private let isCommon: CommonWord
  private let kept: Set<EntityKind>
  private let allowed: Set<[UInt8]>
  private var night = LeakPatterns()
  /// Values as written that were added already: most of a night's names come again.
  private var seen = LeakTable()

  /// Makes a watch that knows nothing yet.
  ///
  /// - Parameters:
  ///   - settings: What is kept on purpose is not a leak.
  ///   - isCommon: Whether a folded word is common.
  public init(settings: RedactionSettings, isCommon: @escaping CommonWord) {
    self.isCommon = isCommon
    kept = Set(settings.rules.filter { $0.operation == .keep }.map(\.kind))
    allowed = Set(
      settings.allowed.map { IdentifierText.joined(IdentifierText(Array($0.text.utf8)[...]).words) }
    )
  }

  /// How many values are known.
  public var count: Int { night.count }

  /// Adds the values of a contact.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - findings: What `Detection` found in it.
  public mutating func add(_ contact: RawContact, findings: [Finding]) {
    for value in contact.conversation.known {
      add(value.kind, value.bytes[...], .metadata)
    }
    for finding in findings {
      add(finding.kind, contact.conversation.text[finding.range], .finding)
    }
  }

  /// Adds the values of another watch of the same night; in any order the same.
  public mutating func formUnion(_ other: LeakWatch) {
    night.formUnion(other.night)
    seen.formUnion(other.seen)
  }

  private mutating func add(
    _ kind: EntityKind,
    _ bytes: ArraySlice<UInt8>,
    _ origin: LeakHit.Origin
  ) {
    let source = LeakSource(kind, origin)
    let written = LeakPatterns.hash(bytes) &+ UInt64(source.rawValue) &* 0x9E37_79B9_7F4A_7C15
    guard seen.insert(written, source), !kept.contains(kind), let form = LeakForm(kind, bytes)
    else { return }
    guard allowed.isEmpty || !allowed.contains(IdentifierText.joined(form.words)) else { return }
    switch form.reach {
    case .digits: night.add(digits: form.joined[...], source)
    case .whole:
      night.add(words: form.words, source)
      if form.words.count > 1 { night.add(words: [form.joined[...]], source) }
    case .words:
      // A name is left out when all of it is common; otherwise its whole and each rare word.
      let rare = form.words.filter { word in
        word.count >= 3 && !word.contains(where: IdentifierText.isDigit) && !isCommon(Array(word))
      }
      guard !rare.isEmpty else { return }
      if form.words.count > 1 { night.add(words: form.words, source) }
      for word in rare { night.add(words: [word], source) }
    }
  }

  /// Counts known values in a sanitized contact's text.
  public func hits(in contact: SanitizedContact) -> [LeakHit] {
    var folded = FoldedText(capacity: contact.text.count)
    for case .text(let range) in contact.segments { _ = folded.append(contact.text, in: range) }
    var tally = LeakTally()
    night.search(folded.bytes, into: &tally)
    return tally.hits
  }

  /// Finds known values in a contact's raw text: what another contact of the night gave away.
  ///
  /// - Parameter conversation: The contact's text.
  /// - Returns: Findings, which may overlap those of `Detection`.
  public func findings(in conversation: Conversation) -> [Finding] {
    var findings: [Finding] = []
    for (place, message) in conversation.messages.enumerated() {
      var folded = FoldedText(capacity: message.bytes.count)
      _ = folded.append(conversation.text, in: message.bytes)
      night.search(folded.bytes) { source, range in
        findings.append(
          Finding(
            message: place,
            range: folded.map.original(range),
            kind: source.kind,
            score: 0.9,
            detector: "night.memory",
            evidence: "known from another contact of the night"
          )
        )
      }
    }
    return findings
  }

  /// Counts known values in any text: a log, an evidence file, a decompressed release.
  ///
  /// - Parameter text: Valid UTF-8.
  /// - Returns: The hits, in order of kind.
  public func hits(in text: [UInt8]) -> [LeakHit] {
    var tally = LeakTally()
    night.search(Normalisation.folded(text), into: &tally)
    return tally.hits
  }

  /// Counts a contact's own names of common words in its sanitized text, as written with a capital.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - findings: What `Detection` found in it.
  ///   - sanitized: What became of it.
  /// - Returns: The hits, in order of kind.
  public func ownHits(
    of contact: RawContact,
    findings: [Finding],
    in sanitized: SanitizedContact
  ) -> [LeakHit] {
    let names = ownNames(of: contact, findings: findings)
    if names.isEmpty { return [] }
    var tally = LeakTally()
    for case .text(let range) in sanitized.segments {
      names.search(sanitized.text, in: range) { source, _ in tally.add(source) }
    }
    return tally.hits
  }

  /// Finds a contact's own names of common words where they stand with a capital.
  ///
  /// With these beside what `Detection` found, `ownHits` has nothing left to count.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - findings: What `Detection` found in it.
  /// - Returns: Findings, which may overlap those given.
  public func ownFindings(of contact: RawContact, findings: [Finding]) -> [Finding] {
    let names = ownNames(of: contact, findings: findings)
    if names.isEmpty { return [] }
    var own: [Finding] = []
    for (place, message) in contact.conversation.messages.enumerated() {
      names.search(contact.conversation.text, in: message.bytes) { source, range in
        own.append(
          Finding(
            message: place,
            range: range,
            kind: source.kind,
            score: 0.9,
            detector: "contact.memory",
            evidence: "a name of this contact, with a capital"
          )
        )
      }
    }
    return own
  }

  private func ownNames(of contact: RawContact, findings: [Finding]) -> CapitalNames {
    var names = CapitalNames()
    func add(_ kind: EntityKind, _ bytes: ArraySlice<UInt8>, _ origin: LeakHit.Origin) {
      guard !kept.contains(kind), bytes.first.map(CapitalNames.isCapital) == true,
        let form = LeakForm(kind, bytes), form.reach == .words,
        // "Ik" and "I am", taken for a name once, are not looked for.
        form.words.contains(where: { $0.count >= 3 }),
        allowed.isEmpty || !allowed.contains(IdentifierText.joined(form.words))
      else { return }
      names.add(bytes, LeakSource(kind, origin))
    }
    for value in contact.conversation.known { add(value.kind, value.bytes[...], .metadata) }
    for finding in findings {
      add(finding.kind, contact.conversation.text[finding.range], .finding)
    }
    return names
  }
}

extension LeakWatch: CustomStringConvertible, CustomReflectable {
  /// The count of values only.
  public var description: String { "LeakWatch(\(count) values, withheld)" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
