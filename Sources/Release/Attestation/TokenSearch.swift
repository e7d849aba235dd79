import Compression

/// Searches for values that look like keys of persons or rows.
public enum TokenSearch {
  /// The shortest key: that of a detail in a chat.
  private static let shortest = 8

  /// The values of eight or more capitals and digits of Crockford's base 32, with both among them.
  ///
  /// - Parameter bytes: A file; gzip is read as what it holds.
  /// - Returns: Each value once.
  public static func tokens(in bytes: [UInt8]) -> Set<String> {
    let text = (try? Gzip.decompress(bytes)) ?? bytes
    var tokens: Set<String> = []
    for word in text.split(whereSeparator: { !isWord($0) }) where word.count >= shortest {
      let digits = word.count { (0x30...0x39).contains($0) }
      let capitals = word.count { isCapital($0) }
      if digits > 0, capitals > 0, digits + capitals == word.count {
        tokens.insert(String(decoding: word, as: UTF8.self))
      }
    }
    return tokens
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_")
  }

  /// Crockford's base 32 has no I, L, O and U.
  private static func isCapital(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) && !"ILOU".utf8.contains(byte)
  }
}
