/// Text made comparable: NFKC, case folded, without accents and invisible signs, with the map back.
///
/// Digits of other scripts, full-width and keycap digits become ASCII digits, dashes and quotes
/// their ASCII forms, a letter of another script that looks Latin becomes the Latin one when it
/// stands in a word with Latin letters. Line ends stay. Each part appended ends with a NUL byte,
/// which occurs nowhere else; the text begins with one too, so that a reader may look one byte
/// beyond either end of a part.
public struct FoldedText: Sendable {
  /// The folded UTF-8.
  public private(set) var bytes: [UInt8] = [0]
  /// The map from `bytes` to the original.
  public private(set) var map = OffsetMap()

  /// Makes an empty text.
  ///
  /// - Parameter capacity: The count of original bytes to come.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity + capacity / 32 + 64) }

  /// Folds a part of the original and appends it.
  ///
  /// - Parameters:
  ///   - original: Valid UTF-8.
  ///   - range: The part, on scalar boundaries.
  /// - Returns: The part's place in `bytes`, without the NUL behind it, and whether the part was
  ///   plain ASCII, so that each byte stands for the one at the same distance in the original.
  public mutating func append(
    _ original: [UInt8],
    in range: Range<Int>
  ) -> (range: Range<Int>, isPlain: Bool) {
    var isPlain = true
    let start = bytes.count
    map.begin(folded: start, original: range.lowerBound, isCluster: false)
    var position = range.lowerBound
    /// Whether what comes next can no longer join the run.
    var isBroken = false
    /// The last visible scalar, for marks that follow it.
    var last: (folded: Int, original: Int)?
    while position < range.upperBound {
      let place = bytes.count
      let plain = ASCIIFolding.append(original, in: position..<range.upperBound, to: &bytes)
      if plain > 0 {
        if isBroken { map.begin(folded: place, original: position, isCluster: false) }
        position += plain
        isBroken = false
        last = (bytes.count - 1, position - 1)
        continue
      }
      isPlain = false
      let (scalar, width) = UTF8Scalar.read(original, at: position)
      switch fate(of: scalar, at: position, width: width, original, range, from: start) {
      case .same:
        if isBroken { map.begin(folded: place, original: position, isCluster: false) }
        bytes.append(contentsOf: original[position..<position + width])
        isBroken = false
        last = (place, position)
      case .removed: isBroken = true
      case .mark:
        if let base = last {
          map.begin(folded: base.folded, original: base.original, isCluster: true)
        }
        isBroken = true
      case .replaced(let parts):
        map.begin(folded: place, original: position, isCluster: true)
        for part in parts { UTF8Encoding.append(part, to: &bytes) }
        isBroken = true
        last = (place, position)
      }
      position += width
    }
    let end = bytes.count
    map.begin(folded: end, original: range.upperBound, isCluster: true)
    bytes.append(0)
    return (start..<end, isPlain)
  }

  private func fate(
    of scalar: UInt32,
    at position: Int,
    width: Int,
    _ original: [UInt8],
    _ range: Range<Int>,
    from start: Int
  ) -> ScalarFolding.Outcome {
    if let latin = Homoglyph.latin(scalar),
      isASCIILetter(bytes[bytes.count - 1])
        || hasASCIILetter(original, in: position + width..<range.upperBound)
    {
      return .replaced([UInt32(latin)])
    }
    return ScalarFolding.outcome(scalar)
  }

  /// Says whether the rest of a word has an ASCII letter; looks at most 32 bytes ahead.
  private func hasASCIILetter(_ original: [UInt8], in range: Range<Int>) -> Bool {
    for byte in original[range].prefix(32) {
      if isASCIILetter(byte | 0x20) { return true }
      if byte < 0x80 { return false }
    }
    return false
  }

  private func isASCIILetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
}
