import Detection

/// A value as a leak check looks for it.
struct LeakForm {
  /// What of a value counts.
  enum Reach {
    /// Its digits, however they are grouped.
    case digits
    /// The value as a whole, however its parts are spaced.
    case whole
    /// Each of its words that is common nowhere.
    case words
  }

  let reach: Reach
  let words: [ArraySlice<UInt8>]
  /// What is compared, without what stood between its parts; empty for words.
  let joined: [UInt8]

  /// Prepares a value; `nil` for kinds and values that are not looked for.
  init?(_ kind: EntityKind, _ bytes: ArraySlice<UInt8>) {
    if kind == .age || kind == .date { return nil }
    let text = IdentifierText(bytes)
    if Self.isOfWords(kind) {
      // A name that is no number: what stands between its words does not count.
      let isName = text.folded.contains {
        IdentifierText.isWordByte($0) && !IdentifierText.isDigit($0)
      }
      guard isName || text.digits.count >= LeakPatterns.fewestDigits else { return nil }
      (reach, words, joined) = (.words, text.words, [])
      return
    }
    let alphanumerics = text.folded.filter(IdentifierText.isWordByte)
    let digitCount = alphanumerics.count(where: IdentifierText.isDigit)
    let isBareNumber =
      digitCount == alphanumerics.count && digitCount < LeakPatterns.fewestDigits
    guard !alphanumerics.isEmpty, !isBareNumber else { return nil }
    var told: [UInt8] = []
    switch kind {
    // The national number is the same with 0, +31 or 0031 before it.
    case .phoneNumber: told = Array(text.digits.suffix(9))
    // Bank code and country stand apart in "NL91 ABNA 0417 1643 00".
    case .ibanCode: told = Array(text.digits.suffix(10))
    case .creditCard, .nlBSN, .idNumber: told = text.digits
    default: break
    }
    if told.count >= LeakPatterns.fewestDigits {
      (reach, words, joined) = (.digits, text.words, told)
      return
    }
    // Short ones are ordinary text elsewhere ("A1", "ab").
    guard alphanumerics.count >= 4 else { return nil }
    reach = .whole
    joined = alphanumerics
    switch kind {
    case .url:
      let address = HandleIdentity.normal(url: text)
      words = address.split { !IdentifierText.isWordByte($0) }
    // XX99XX is also written XX-99-XX, 1234AB also 1234 AB.
    case .licensePlate, .postalCode: words = Self.parts(alphanumerics)
    default: words = text.words
    }
  }

  /// Whether values of a kind are looked for word by word.
  static func isOfWords(_ kind: EntityKind) -> Bool {
    switch kind {
    case .person, .location, .organization, .address, .unknown: true
    default: false
    }
  }

  /// Runs of letters and runs of digits.
  private static func parts(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    for at in bytes.indices.dropFirst()
    where IdentifierText.isDigit(bytes[at]) != IdentifierText.isDigit(bytes[at - 1]) {
      parts.append(bytes[start..<at])
      start = at
    }
    parts.append(bytes[start...])
    return parts
  }
}
