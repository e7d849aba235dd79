/// The hot kernel of folding: copies a run of ASCII in lower case, eight bytes at a time.
///
/// `reference` says the same in plain Swift; a differential test compares them.
package enum ASCIIFolding {
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
    let end = plainEnd(original.span, in: range)
    let start = folded.count
    folded.append(contentsOf: original[range.lowerBound..<end])
    unsafe folded.withUnsafeMutableBytes { unsafe lower($0, from: start) }
    return end - range.lowerBound
  }

  /// Where the leading ASCII of a range ends, before NUL and non-ASCII.
  private static func plainEnd(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int {
    var position = range.lowerBound
    while position + 8 <= range.upperBound {
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(
        fromByteOffset: position,
        as: UInt64.self
      )
      // A byte of 0x80 or more, or a NUL, ends the run (Warren, Hacker's Delight, 6-1).
      let stop = (word | (word &- 0x0101_0101_0101_0101) & ~word) & 0x8080_8080_8080_8080
      if stop != 0 { break }
      position += 8
    }
    while position < range.upperBound, bytes[position] &- 1 < 0x7F { position += 1 }
    return position
  }

  /// Returns text of ASCII in lower case.
  package static func lower(_ text: [UInt8]) -> [UInt8] {
    var text = text
    unsafe text.withUnsafeMutableBytes { unsafe lower($0, from: 0) }
    return text
  }

  /// Makes the letters of ASCII lower case, from an offset to the end.
  private static func lower(_ bytes: UnsafeMutableRawBufferPointer, from start: Int) {
    var position = start
    while position + 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      // A letter A to Z sets the top bit of its byte: + 0x3F reaches 0x80 from A, + 0x25 from [.
      let isUpper =
        ((word &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(word &+ 0x2525_2525_2525_2525))
        & 0x8080_8080_8080_8080
      unsafe bytes.storeBytes(of: word | isUpper >> 2, toByteOffset: position, as: UInt64.self)
      position += 8
    }
    while position < bytes.count {
      let byte = unsafe bytes[position]
      if byte &- 0x41 < 26 { unsafe bytes[position] = byte | 0x20 }
      position += 1
    }
  }

  /// The plain form of `append`.
  static func reference(_ original: [UInt8], in range: Range<Int>) -> [UInt8] {
    original[range].prefix { $0 < 0x80 && $0 != 0 }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }
}
