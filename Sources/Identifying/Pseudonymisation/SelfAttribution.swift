import Detection
import UnicodeText

/// Finds the numbers, addresses and handles that the visitor calls their own.
///
/// "mijn nummer is …", "bel me op …", "… is mijn insta", or a bare answer to "wat is je nummer?".
/// Strict on purpose: a number that may be somebody else's, above all the exploiter's, never links.
enum SelfAttribution {
  /// A folded word, by its hash.
  private typealias Word = UInt64

  /// A finding that is the visitor's own.
  struct Own {
    let kind: EntityKind
    let range: Range<Int>
  }

  static func findings(_ findings: [Finding], in conversation: Conversation) -> [Own] {
    findings.compactMap { finding in
      guard let nouns = nouns(of: finding.kind),
        conversation.messages.indices.contains(finding.message),
        conversation.messages[finding.message].speaker == .visitor,
        isOwn(finding, in: conversation, nouns)
      else { return nil }
      return Own(kind: finding.kind, range: finding.range)
    }
  }

  /// How far from a value its words are looked for, in bytes, so that hostile text stays linear.
  private static let reachInBytes = 240

  private static func isOwn(_ finding: Finding, in conversation: Conversation, _ nouns: WordSet)
    -> Bool
  {
    let message = conversation.messages[finding.message].bytes
    guard message.contains(finding.range) else { return false }
    let start = max(message.lowerBound, finding.range.lowerBound - reachInBytes)
    let end = min(message.upperBound, finding.range.upperBound + reachInBytes)
    let before = words(conversation.text[start..<finding.range.lowerBound])
    let after = words(conversation.text[finding.range.upperBound..<end])
    if namesOwn(before, nouns) || invites(before) || isNamedOwn(after, nouns) { return true }
    guard start == message.lowerBound, end == message.upperBound,
      before.allSatisfy(fillers.contains), after.allSatisfy(fillers.contains), finding.message > 0
    else { return false }
    // A bare value: what was said just before decides.
    let previous = conversation.messages[finding.message - 1]
    let said = words(conversation.text[previous.bytes].suffix(reachInBytes))
    switch previous.speaker {
    case .visitor: return namesOwn(said, nouns) || invites(said)
    case .counsellor, .bot: return asksOwn(said, nouns)
    case .system: return false
    }
  }

  // MARK: Patterns over folded words

  /// "mijn (eigen) nummer (is)" at the end.
  private static func namesOwn(_ words: [Word], _ nouns: WordSet) -> Bool {
    var rest = words[...]
    while let last = rest.last, fillers.contains(last), !nouns.contains(last) { rest.removeLast() }
    var hasNoun = false
    while let last = rest.last, nouns.contains(last) || adjectives.contains(last) {
      hasNoun = hasNoun || nouns.contains(last)
      rest.removeLast()
    }
    guard hasNoun, let last = rest.last else { return false }
    if mine.contains(last) { return true }
    // m'n folds to two words.
    return last == n && rest.dropLast().last == m
  }

  /// "(dit) is mijn nummer" at the start.
  private static func isNamedOwn(_ words: [Word], _ nouns: WordSet) -> Bool {
    var rest = words[...]
    while let first = rest.first, links.contains(first) { rest.removeFirst() }
    guard rest.count < words.count, let first = rest.popFirst() else { return false }
    if first == m, rest.first == n {
      rest.removeFirst()
    } else if !mine.contains(first) {
      return false
    }
    while let first = rest.first, adjectives.contains(first) { rest.removeFirst() }
    return rest.first.map(nouns.contains) ?? false
  }

  /// "bel me (maar) op", "je kunt me bereiken op" at the end, nobody else named.
  private static func invites(_ words: [Word]) -> Bool {
    var rest = words.suffix(8)
    guard let last = rest.last, prepositions.contains(last) else { return false }
    rest.removeLast()
    guard !rest.contains(where: others.contains) else { return false }
    let tail = rest.suffix(5)
    guard let verb = tail.firstIndex(where: verbs.contains),
      let object = tail.firstIndex(where: objects.contains)
    else { return false }
    return imperatives.contains(tail[verb])
      ? object > verb : object < verb && rest.contains(where: youMay.contains)
  }

  /// "wat is je nummer", "op welk nummer kunnen we je bereiken".
  private static func asksOwn(_ words: [Word], _ nouns: WordSet) -> Bool {
    guard !words.contains(where: others.contains) else { return false }
    for (place, noun) in words.enumerated() where nouns.contains(noun) {
      if words[max(0, place - 3)..<place].contains(where: yours.contains) { return true }
      let behind = words[place...].prefix(8)
      if behind.contains(where: yours.contains) && behind.contains(where: reach.contains) {
        return true
      }
    }
    return false
  }

  // MARK: Words, folded

  private static func words(_ bytes: ArraySlice<UInt8>) -> [Word] {
    var words: [Word] = []
    var word: LeakHash?
    for byte in IdentifierText(bytes).folded {
      if IdentifierText.isWordByte(byte) {
        word = word ?? LeakHash()
        word?.append(byte)
      } else if let ended = word {
        words.append(ended.value)
        word = nil
      }
    }
    if let word { words.append(word.value) }
    return words
  }

  private static func word(_ text: String) -> Word { LeakHash.of(Array(text.utf8)[...]) }

  private static let (m, n) = (word("m"), word("n"))

  private static func nouns(of kind: EntityKind) -> WordSet? {
    switch kind {
    case .phoneNumber: numbers
    case .emailAddress: addresses
    case .username: accounts
    case .nlBSN: citizens
    default: nil
    }
  }

  private static let numbers = WordSet(
    "nummer nr num telefoonnummer telefoon telnr tel mobiel mobieltje mobielnummer gsm 06 "
      + "whatsapp whatsappnummer app belnummer number phone cell phonenumber"
  )
  private static let addresses = WordSet(
    "mail email e mailadres emailadres mailtje gmail hotmail outlook adres address mailaddress"
  )
  private static let accounts = WordSet(
    "insta instagram ig snap snapchat sc tiktok discord telegram signal facebook fb account "
      + "gebruikersnaam username user handle profiel tag gamertag"
  )
  private static let citizens = WordSet("bsn bsnnummer sofinummer burgerservicenummer")
  private static let mine = WordSet("mijn mn me mijne my mine meine mon")
  private static let yours = WordSet("je jouw jou uw u your you")
  private static let adjectives = WordSet(
    "eigen nieuwe nieuw oude vaste prive mobiele echte andere own new"
  )
  /// What may stand between the noun and the value.
  private static let fillers = WordSet(
    "is dus het dit dat op deze nou ok oke ja yes sure hier komt ie nummer nr adres naam heet it "
      + "this here naar via dan eh uhm"
  )
  private static let links = WordSet("is dat dit was are this that")
  private static let prepositions = WordSet("op via naar at on onder")
  private static let verbs = WordSet(
    "bel app mail sms text call whatsapp bereik stuur add voeg bellen appen mailen smsen bereiken "
      + "sturen toevoegen vinden contacten reach contact"
  )
  private static let imperatives = WordSet(
    "bel app mail sms text call whatsapp bereik stuur add voeg"
  )
  private static let objects = WordSet("me mij ons")
  private static let youMay = WordSet("je jullie u kan kun kunt kunnen mag mogen can could may")
  private static let reach = WordSet(
    "bereiken bellen appen mailen bereikbaar terugbellen reach call"
  )
  /// Anybody else within reach of the value makes it not the visitor's.
  private static let others = WordSet(
    "hij zij ze hem haar zijn hun die diens he she him his her they their vriend vriendje vriendin "
      + "man baas dader pooier moeder vader broer zus ma pa mama papa oom neef collega jongen"
  )
}
