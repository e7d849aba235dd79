/// Names: no case, no accents, one space, and without the prefixes that are written many ways.
///
/// `Van der Berg`, `v.d. Berg` and `Berg` are one; the prefixes (tussenvoegsels) are those of the
/// Dutch civil registration's table 36, in their single words and usual abbreviations.
enum PersonIdentity {
  private static let prefixes = WordSet(
    """
    van von vd vdr vande vanden vander v d de den der des het t ten ter te la le el al da dos del
    di du
    """
  )

  private static let longestPrefix = 6

  static func normal(_ text: IdentifierText) -> [UInt8] {
    let words = text.words
    if words.count == 1 { return IdentifierText.joined(words) }
    let kept = words.filter { $0.count > longestPrefix || !prefixes.contains($0) }
    return IdentifierText.joined(kept.isEmpty ? words : kept)
  }
}
