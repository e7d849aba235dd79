/// The letters of words as coding sees them: lower case, without accents, a to z only.
///
/// Latin letters with marks (Unicode blocks Latin-1 Supplement and Latin Extended-A) fold to their
/// base letters; `ß`, `æ`, `œ` and `þ` to two. Letters of other scripts fold to `other`, which no
/// word of the codebook has.
enum LetterFold {
  /// What a byte of UTF-8 begins.
  enum Class {
    /// No part of a word.
    static let separator: UInt8 = 0
    /// A digit.
    static let digit: UInt8 = 27
    /// An apostrophe: dropped inside a word.
    static let apostrophe: UInt8 = 28
    /// The first byte of a longer scalar.
    static let lead: UInt8 = 29
    /// `.`, `!` or `?`.
    static let sentenceEnd: UInt8 = 30
    /// `,`, `;`, `:`, brackets and line ends.
    static let clauseEnd: UInt8 = 31
  }

  /// A letter outside the Latin ones.
  static let other: UInt8 = 27

  /// The class of each byte; 1...26 are the letters.
  static let classes: [UInt8] = {
    var classes = [UInt8](repeating: Class.separator, count: 256)
    for offset in UInt8(0)..<26 {
      classes[Int(UInt8(ascii: "a") + offset)] = offset + 1
      classes[Int(UInt8(ascii: "A") + offset)] = offset + 1
    }
    for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { classes[Int(digit)] = Class.digit }
    for byte in ".!?".utf8 { classes[Int(byte)] = Class.sentenceEnd }
    for byte in ",;:()\n\r\"".utf8 { classes[Int(byte)] = Class.clauseEnd }
    for byte in "'`".utf8 { classes[Int(byte)] = Class.apostrophe }
    for byte in 0x80...0xFF { classes[byte] = Class.lead }
    return classes
  }()

  /// The base letters of U+00C0...U+017F, two letters a scalar; a space stands for none.
  private static let pairs = Array(
    // U+00C0...U+00FF
    ("a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thss"
      + "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thy "
      // U+0100...U+017F
      + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g "
      + "g g g g h h h h i i i i i i i i i i ijijj j k k k l l l l l l l "
      + "l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s "
      + "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s ").utf8
  )

  /// The one or two letters (1...26) of a scalar from U+00C0 to U+017F; 0 where it has none.
  static func letters(of scalar: Int) -> (UInt8, UInt8) {
    let at = (scalar - 0xC0) * 2
    guard at >= 0, at + 1 < pairs.count else { return (0, 0) }
    let first = pairs[at]
    let second = pairs[at + 1]
    let base = UInt8(ascii: "a") - 1
    return (
      first == UInt8(ascii: " ") ? 0 : first - base,
      second == UInt8(ascii: " ") ? 0 : second - base
    )
  }

  /// The folded letters of a word of the codebook; apostrophes and digits drop.
  ///
  /// Runs of three or more equal letters become two, as in the text.
  static func fold(_ word: String) -> [UInt8] {
    var letters: [UInt8] = []
    func append(_ letter: UInt8) {
      let count = letters.count
      if count >= 2, letters[count - 1] == letter, letters[count - 2] == letter { return }
      letters.append(letter)
    }
    for scalar in word.unicodeScalars {
      if scalar.isASCII {
        let kind = classes[Int(scalar.value)]
        if 1...26 ~= kind { append(kind) }
      } else if 0xC0...0x17F ~= scalar.value {
        let (first, second) = Self.letters(of: Int(scalar.value))
        if first != 0 { append(first) }
        if second != 0 { append(second) }
      } else if scalar != "\u{2019}" {
        append(other)
      }
    }
    return letters
  }
}
