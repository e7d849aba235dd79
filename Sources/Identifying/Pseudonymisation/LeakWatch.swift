import ChatLogs
import Detection
import JSON
import UnicodeText

/// Knows every value that may stand in no transcript, and looks for them before one is kept.
///
/// A night has one: each contact adds its values when it is sanitized, and when all have, every
/// transcript is searched for the values of all. Looked for, folded and in whole words, are
/// values of structured kinds and names, where a word is common nowhere. Names of common
/// words alone ("Roos", "Storm") are looked for in their own contact only, as written with a
/// capital. Ages, dates and bare numbers are not looked for.
public struct LeakWatch: Sendable {
  /// Tells whether a folded word is common: an ordinary word, a country, a public body.
  public typealias CommonWord = @Sendable (_ folded: [UInt8]) -> Bool

  private let isCommon: CommonWord
  private let kept: Set<EntityKind>
  private let allowed: Set<[UInt8]>
  private var night = LeakPatterns()
  private var edges = LeakEdges()
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
    edges.formUnion(other.edges)
    seen.formUnion(other.seen)
  }

  private mutating func add(
    _ kind: EntityKind,
    _ bytes: ArraySlice<UInt8>,
    _ origin: LeakHit.Origin
  ) {
    let source = LeakSource(kind, origin)
    let written = LeakHash.of(bytes) &+ UInt64(source.rawValue) &* 0x9E37_79B9_7F4A_7C15
    guard seen.insert(written, source), !kept.contains(kind), let form = LeakForm(kind, bytes)
    else { return }
    guard allowed.isEmpty || !allowed.contains(IdentifierText.joined(form.words)) else { return }
    switch form.reach {
    case .digits: night.add(digits: form.joined[...], source)
    case .whole:
      // A handle or account "ik.ben" or "vriend_" would take ordinary words from every contact.
      if !form.words.allSatisfy(isOrdinary) { night.add(words: form.words, source) }
      if form.words.count > 1, !isOrdinary(form.joined[...]) {
        night.add(words: [form.joined[...]], source)
      }
    case .words:
      if kind == .person { edges.add(words: form.words, source) }
      // A name is left out when all of it is common; otherwise its whole and each rare word.
      let rare = form.words.filter { word in
        !word.contains(where: IdentifierText.isDigit) && !isOrdinary(word)
      }
      guard !rare.isEmpty else { return }
      if form.words.count > 1 { night.add(words: form.words, source) }
      for word in rare { night.add(words: [word], source) }
    }
  }

  /// Whether a word tells nothing of whoever said it: common or short, and without a digit.
  private func isOrdinary(_ word: ArraySlice<UInt8>) -> Bool {
    !word.contains(where: IdentifierText.isDigit) && (word.count < 3 || isCommon(Array(word)))
  }

  /// Counts known values in a sanitized contact's text.
  public func hits(in contact: SanitizedContact) -> [LeakHit] {
    var folded = FoldedText(capacity: contact.text.count)
    for case .text(let range) in contact.segments { _ = folded.append(contact.text, in: range) }
    var tally = LeakTally()
    night.search(folded.bytes, into: &tally)
    return tally.hits
  }

  /// Whether a known value may stand in a contact, from its line as it stands in a transcript.
  ///
  /// A quick look that spares most lines their reading: keys and tokens count as text, and what
  /// stands in two messages may seem to stand together.
  ///
  /// - Parameters:
  ///   - bytes: A buffer that holds the line.
  ///   - range: The line.
  /// - Returns: Never `false` where `Pseudonymiser.mended(_:knowing:)` would change the contact.
  public func mayStand(inLine bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var folded = FoldedText(capacity: range.count)
    if bytes[range].contains(UInt8(ascii: "\\")) {
      let plain = JSONWriter.withoutEscapes(bytes[range])
      _ = folded.append(plain, in: plain.indices)
    } else {
      _ = folded.append(bytes, in: range)
    }
    return night.stand(in: folded.bytes) || edges.mayStand(in: folded.bytes)
  }

  /// Finds known values in a sanitized contact's text: what another contact of the night gave away.
  ///
  /// - Parameter contact: The contact.
  /// - Returns: Stretches of `contact.text`, in order and disjoint, each under the kind of the
  ///   longest value in it.
  func stretches(in contact: SanitizedContact) -> [(range: Range<Int>, kind: EntityKind)] {
    var folded = FoldedText(capacity: contact.text.count)
    var found: [(range: Range<Int>, kind: EntityKind)] = []
    for message in contact.messages {
      for place in message.segments {
        guard case .text(let range) = contact.segments[place] else { continue }
        let (part, _) = folded.append(contact.text, in: range)
        let text = folded.bytes[part]
        if place > message.segments.lowerBound, contact.segments[place - 1].isPerson,
          let tail = edges.tail(text)
        {
          found.append((folded.map.original(tail), .person))
        }
        if place + 1 < message.segments.upperBound, contact.segments[place + 1].isPerson,
          let head = edges.head(text)
        {
          found.append((folded.map.original(head), .person))
        }
      }
    }
    night.search(folded.bytes) { source, range in
      found.append((folded.map.original(range), source.kind))
    }
    if found.count < 2 { return found }
    found.sort { left, right in
      (left.range.lowerBound, -left.range.count) < (right.range.lowerBound, -right.range.count)
    }
    var joined = [found[0]]
    var longest = found[0].range.count
    for next in found.dropFirst() {
      let last = joined[joined.count - 1]
      guard next.range.lowerBound < last.range.upperBound else {
        joined.append(next)
        longest = next.range.count
        continue
      }
      let whole = last.range.lowerBound..<max(last.range.upperBound, next.range.upperBound)
      joined[joined.count - 1] = (whole, next.range.count > longest ? next.kind : last.kind)
      longest = max(longest, next.range.count)
    }
    return joined
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
  ///   - names: The contact's `ownNames`.
  ///   - sanitized: What became of it.
  /// - Returns: The hits, in order of kind.
  public func hits(of names: CapitalNames, in sanitized: SanitizedContact) -> [LeakHit] {
    if names.isEmpty { return [] }
    var tally = LeakTally()
    for case .text(let range) in sanitized.segments {
      names.search(sanitized.text, in: range) { source, _ in tally.add(source) }
    }
    return tally.hits
  }

  /// Finds a contact's own names of common words where they stand with a capital.
  ///
  /// With these beside what `Detection` found, nothing is left to count afterwards.
  ///
  /// - Parameters:
  ///   - names: The contact's `ownNames`.
  ///   - contact: The contact.
  /// - Returns: Findings, which may overlap those of `Detection`.
  public func findings(of names: CapitalNames, in contact: RawContact) -> [Finding] {
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

  /// A contact's own names of common words.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - findings: What `Detection` found in it.
  /// - Returns: The names, to be looked for as they are written.
  public func ownNames(of contact: RawContact, findings: [Finding]) -> CapitalNames {
    var names = CapitalNames()
    func add(_ kind: EntityKind, _ bytes: ArraySlice<UInt8>, _ origin: LeakHit.Origin) {
      guard bytes.first.map(CapitalNames.isCapital) == true, LeakForm.isOfWords(kind),
        !kept.contains(kind)
      else { return }
      let words = IdentifierText(bytes).words
      // "Ik" and "I am", taken for a name once, are not looked for.
      guard words.contains(where: { $0.count >= 3 }),
        allowed.isEmpty || !allowed.contains(IdentifierText.joined(words))
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

extension SanitizedContact.Segment {
  /// Whether a person's token stands here.
  fileprivate var isPerson: Bool {
    if case .token(let token) = self { token.kind == .person } else { false }
  }
}
