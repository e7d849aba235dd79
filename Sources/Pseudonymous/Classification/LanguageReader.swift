/// The language of the visitor, by the commonest words of each.
struct LanguageReader {
  let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// The code of the language in which most common words stand; Dutch where it is a draw.
  ///
  /// `nil` where the visitor wrote none of them. Mixed or broken Dutch counts as Dutch.
  func language() -> String? {
    var dutch = 0
    var english = 0
    var other = 0
    for message in reading.messages(of: .visitor) {
      for word in reading.stream.words(of: message) {
        if reading.has(.languageNl, at: word) { dutch += 1 }
        if reading.has(.languageEn, at: word) { english += 1 }
        if reading.has(.languageOther, at: word) { other += 1 }
      }
    }
    if dutch + english + other == 0 { return nil }
    if other > dutch + english { return "other" }
    return english > dutch ? "en" : "nl"
  }
}
