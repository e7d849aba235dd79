import UnicodeText

/// Nicknames and accounts that tell nobody apart, and so never link.
///
/// The words that chat programs and visitors of Dutch help lines put in place of a name; written
/// down for this project.
enum GenericName {
  private static let words = WordSet(
    """
    aa ab abc account admin aub anon anoniem anonieme anonim anonym anonymous asd asdf bezoeker boy \
    chat chatter client cliente default dit een ene geen geheim gast girl guest guy ha haha hallo \
    heey hello help hey heyy hi hoi hoii hulp hulpvraag iemand ik ikke info invite jij jongen jou \
    kind klant leerling man me meid meisje mezelf mij mijzelf moi my mystery naam name naamloos nee nick \
    nickname nieuw niemand niet niks no nobody noname none noreply null onbekend onbekende persoon \
    privacy prive private qwerty red save school sos somebody someone student test tester undefined \
    unknown user username gebruiker visitor vraag vraagje vrouw weetniet who wie x xx xxx yo zelf \
    zonder
    """
  )

  /// Whether a nickname tells nobody apart: generic words with or without numbers, a repeated
  /// letter, fewer than three letters or digits, or no letter and fewer than four different digits.
  static func isGeneric(_ text: IdentifierText) -> Bool {
    let content = content(of: text)
    if content.count < 3 || isRepeated(content[...]) { return true }
    if content.allSatisfy(IdentifierText.isDigit) { return Set(content).count < 4 }
    return words(of: text).allSatisfy { words.contains($0[...]) || isRepeated($0[...]) }
  }

  /// Whether an account tells nobody apart: a generic word without a number, or one digit repeated.
  ///
  /// The chat program numbers its accounts, so `guest 12345` is one.
  static func isGenericAccount(_ text: IdentifierText) -> Bool {
    let content = content(of: text)
    if content.isEmpty || isRepeated(content[...]) { return true }
    return !content.contains(where: IdentifierText.isDigit)
      && words(of: text).allSatisfy { words.contains($0[...]) }
  }

  /// Whether text is one sign, over and over.
  private static func isRepeated(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    return text.allSatisfy { $0 == first }
  }

  /// Letters of any script and digits.
  private static func content(of text: IdentifierText) -> [UInt8] {
    if text.folded.allSatisfy({ $0 < 0x80 }) {
      return text.folded.filter(IdentifierText.isWordByte)
    }
    var content: [UInt8] = []
    for scalar in String(decoding: text.folded, as: UTF8.self).unicodeScalars
    where Normalisation.isLetter(scalar.value) || ("0"..."9").contains(scalar) {
      content.append(contentsOf: String(scalar).utf8)
    }
    return content
  }

  /// The words without their digits.
  private static func words(of text: IdentifierText) -> [[UInt8]] {
    text.words.map { word in word.filter { !IdentifierText.isDigit($0) } }.filter { !$0.isEmpty }
  }
}
