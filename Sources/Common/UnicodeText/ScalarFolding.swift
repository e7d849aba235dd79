/// What a scalar outside ASCII becomes in folded text.
enum ScalarFolding {
  /// A scalar's fate.
  enum Outcome: Equatable {
    /// It stays as it is.
    case same
    /// It is invisible and leaves no trace.
    case removed
    /// It is a mark on the scalar before and goes with it.
    case mark
    /// These scalars take its place.
    case replaced([UInt32])
  }

  /// Decides about one scalar of U+0080 or more, or NUL.
  static func outcome(_ scalar: UInt32) -> Outcome {
    if let ascii = ascii[scalar] { return .replaced(ascii.unicodeScalars.map(\.value)) }
    if isInvisible(scalar) { return .removed }
    if let digit = decimalDigit(scalar) { return .replaced([0x30 + digit]) }
    if isVerbatimBlock(scalar) { return .same }
    if UnicodeData.isMark(scalar) { return .mark }
    var folded: [UInt32] = []
    UnicodeData.appendFolded(scalar, to: &folded)
    var replaced: [UInt32] = []
    for part in folded {
      if let ascii = ascii[part] {
        replaced.append(contentsOf: ascii.unicodeScalars.map(\.value))
      } else {
        replaced.append(part)
      }
    }
    if replaced.isEmpty { return .removed }
    return replaced == [scalar] ? .same : .replaced(replaced)
  }

  /// Scripts whose decomposition would only split what a reader sees as one sign.
  private static func isVerbatimBlock(_ scalar: UInt32) -> Bool {
    // Hangul syllables; CJK ideographs; emoji and pictographs.
    (0xAC00...0xD7A3).contains(scalar) || (0x4E00...0x9FFF).contains(scalar)
      || (0x1F300...0x1FAFF).contains(scalar)
  }

  /// Zero-width, bidirectional and other default-ignorable signs (Unicode, DerivedCoreProperties).
  private static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFF8,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// The value of a decimal digit (general category Nd) of the scripts that people chat in.
  private static func decimalDigit(_ scalar: UInt32) -> UInt32? {
    for zero in digitZeros where scalar >= zero && scalar < zero + 10 { return scalar - zero }
    return nil
  }

  /// The digit zero of Arabic, Persian, N'Ko, Indic scripts, Thai, Lao, Tibetan, Burmese, Khmer.
  private static let digitZeros: [UInt32] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50,
    0xED0, 0xF20, 0x1040, 0x17E0, 0x1810,
  ]

  /// Signs that stand for ASCII and that NFKC leaves alone: dashes, quotes, spaces, and Latin
  /// letters whose stroke is no combining mark.
  private static let ascii: [UInt32: String] = [
    0x0: " ", 0x85: " ", 0x2028: "\n", 0x2029: "\n", 0x1680: " ",
    0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2014: "-", 0x2015: "-", 0x2043: "-",
    0x2212: "-", 0x30FC: "-", 0xFE58: "-", 0xFE63: "-", 0xFF0D: "-", 0x207B: "-",
    0x2018: "'", 0x2019: "'", 0x201A: "'", 0x201B: "'", 0x2032: "'", 0x2035: "'", 0xB4: "'",
    0x2BC: "'", 0x2B9: "'", 0x2C8: "'", 0xFF07: "'",
    0x201C: "\"", 0x201D: "\"", 0x201E: "\"", 0x201F: "\"", 0x2033: "\"", 0xAB: "\"",
    0xBB: "\"", 0x2022: ".", 0xB7: ".", 0x2024: ".", 0x3002: ".", 0x2044: "/", 0x2215: "/",
    0x2236: ":", 0xA789: ":", 0x2217: "*", 0x2039: "'", 0x203A: "'",
    0xF8: "o", 0xD8: "o", 0x142: "l", 0x141: "l", 0x111: "d", 0x110: "d", 0xF0: "d", 0xD0: "d",
    0xFE: "th", 0xDE: "th", 0xE6: "ae", 0xC6: "ae", 0x153: "oe", 0x152: "oe", 0x127: "h",
    0x126: "h", 0x131: "i", 0x130: "i", 0x138: "k", 0x167: "t", 0x166: "t", 0x14B: "n",
    0x14A: "n", 0x180: "b", 0x19A: "l", 0x247: "e", 0x249: "j", 0x24D: "r", 0x24F: "y",
    0x259: "e", 0x18F: "e", 0x2C65: "a", 0x1E9E: "ss",
  ]
}
