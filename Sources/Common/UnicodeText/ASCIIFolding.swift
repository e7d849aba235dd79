/// The hot kernel of folding: copies a run of ASCII in lower case, eight bytes at a time.
///
/// `reference` says the same in plain Swift; a differential test compares them.
enum ASCIIFolding {
  /// Appends the leading ASCII of a range, in lower case; stops before NUL and non-ASCII.
  ///
  /// - Parameters:
  ///   - original: The text.
  ///   - range: Where to read.
  ///   - folded: Where to append.
  /// - Returns: The count of bytes taken.
  static func append(
    _ original: [UInt8],
    in range: Range<Int>,
    to folded: inout [UInt8]
  ) -> Int {
    var position = range.lowerBound
    unsafe original.withUnsafeBytes { bytes in
      while position + 8 <= range.upperBound {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        // A byte of 0x80 or more, or a NUL, ends the run (Warren, Hacker's Delight, 6-1).
        let stop = (word | (word &- 0x0101_0101_0101_0101) & ~word) & 0x8080_8080_8080_8080
        if stop != 0 { break }
        // A letter A to Z sets the top bit of its byte: + 0x3F reaches 0x80 from A, + 0x25 from [.
        let isUpper =
          ((word &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(word &+ 0x2525_2525_2525_2525))
          & 0x8080_8080_8080_8080
        unsafe withUnsafeBytes(of: word | isUpper >> 2) { unsafe folded.append(contentsOf: $0) }
        position += 8
      }
    }
    while position < range.upperBound {
      let byte = original[position]
      if byte >= 0x80 || byte == 0 { break }
      folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      position += 1
    }
    return position - range.lowerBound
  }

  /// The plain form of `append`.
  static func reference(_ original: [UInt8], in range: Range<Int>) -> [UInt8] {
    original[range].prefix { $0 < 0x80 && $0 != 0 }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }
}
