/// Letters of other scripts that look like a Latin letter.
///
/// Source: the single-letter entries of Unicode UTS #39, confusables.txt, for Cyrillic, Greek and
/// Armenian lower and upper case whose target is an ASCII letter. Used only inside a word that
/// also has an ASCII letter, so that a word of another script stays what it is.
enum Homoglyph {
  /// The lower-case ASCII letter that a scalar looks like.
  static func latin(_ scalar: UInt32) -> UInt8? {
    guard (0x370...0x58F).contains(scalar), let letter = table[scalar] else { return nil }
    return letter.utf8.first
  }

  private static let table: [UInt32: String] = [
    // Cyrillic
    0x430: "a", 0x410: "a", 0x412: "b", 0x441: "c", 0x421: "c", 0x501: "d", 0x435: "e",
    0x415: "e", 0x451: "e", 0x401: "e", 0x41D: "h", 0x4BB: "h", 0x43D: "h", 0x456: "i",
    0x406: "i", 0x457: "i", 0x407: "i", 0x458: "j", 0x408: "j", 0x43A: "k", 0x41A: "k",
    0x4CF: "l", 0x4C0: "l", 0x43C: "m", 0x41C: "m", 0x43E: "o", 0x41E: "o", 0x440: "p",
    0x420: "p", 0x51B: "q", 0x433: "r", 0x455: "s", 0x405: "s", 0x442: "t", 0x422: "t",
    0x475: "v", 0x474: "v", 0x51D: "w", 0x445: "x", 0x425: "x", 0x443: "y", 0x423: "y",
    0x4AF: "y", 0x4AE: "y",
    // Greek
    0x3B1: "a", 0x391: "a", 0x392: "b", 0x395: "e", 0x3B5: "e", 0x397: "h", 0x3B9: "i",
    0x399: "i", 0x3F3: "j", 0x37F: "j", 0x3BA: "k", 0x39A: "k", 0x39C: "m", 0x39D: "n",
    0x3BF: "o", 0x39F: "o", 0x3C1: "p", 0x3A1: "p", 0x3C4: "t", 0x3A4: "t", 0x3C5: "u",
    0x3BD: "v", 0x3C9: "w", 0x3C7: "x", 0x3A7: "x", 0x3A5: "y", 0x3B3: "y", 0x396: "z",
    // Armenian
    0x585: "o", 0x578: "n", 0x57D: "u", 0x566: "q", 0x570: "h", 0x581: "g",
  ]
}
