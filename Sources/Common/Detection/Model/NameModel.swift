/// The weights of the name model, mapped from their own file.
///
/// A row holds a weight for each label (16 lanes of 8 bits, 9 used) and one row for each feature;
/// before the rows stand the transitions: for each of four kinds of gap and each label before, the
/// weights of the labels that follow.
@safe
final class NameModel: NameWeights, @unchecked Sendable {
  /// `LUWTENAM` as eight bytes of ASCII.
  static let magic: UInt64 = 0x4D41_4E45_5457_554C
  /// The version of features and format.
  static let version: UInt32 = 1
  static let headerLength = 64
  /// The kinds of gap that transitions tell apart.
  static let gapKinds = 4
  static let transitionCount = gapKinds * 16

  private let file: MappedFile
  private let rows: UnsafePointer<SIMD16<Int8>>
  private let transitions: UnsafePointer<SIMD16<Int8>>
  /// The digest of everything behind the header.
  let digest: UInt64
  /// What a margin of one in training is in units of the weights.
  let unit: Float

  init(_ file: MappedFile, path: String) throws(LexiconError) {
    let expected = Self.headerLength + (Self.transitionCount + NameFeatures.rowCount) * 16
    guard file.count >= Self.headerLength, file.word64(at: 0) == Self.magic else {
      throw .malformed(file: path)
    }
    let version = file.word32(at: 8)
    guard version == Self.version else {
      throw .version(file: path, found: version, expected: Self.version)
    }
    guard file.count == expected, let base = unsafe file.inLargePages() else {
      throw .malformed(file: path)
    }
    digest = file.word64(at: 16)
    unit = Float(file.word64(at: 24)) / 1000
    self.file = file
    unsafe transitions = (base + Self.headerLength).assumingMemoryBound(to: SIMD16<Int8>.self)
    unsafe rows = transitions + Self.transitionCount
  }

  /// Sums the weights of a word's features for each label; the hot kernel.
  ///
  /// A row is read as eight pairs of bytes, each byte lifted by 128 so that none is negative; lanes
  /// of even and of odd labels add up apart.
  @inline(__always)
  func emission(_ features: borrowing NameRows) -> SIMD16<Float> {
    var even = SIMD8<UInt16>.zero
    var odd = SIMD8<UInt16>.zero
    let rows = unsafe UnsafeRawPointer(self.rows)
    // Through a span: a subscript of the array itself copies all of it each time.
    let features = features.span
    var place = 0
    while place < NameRows.count {
      let row = unsafe rows.load(
        fromByteOffset: Int(features[place]) &* 16,
        as: SIMD8<UInt16>.self
      )
      let lifted = row ^ 0x8080
      even &+= lifted & 0x00FF
      odd &+= lifted &>> 8
      place &+= 1
    }
    let lift = Int16(128 * NameRows.count)
    var sum = SIMD16<Float>.zero
    for pair in 0..<8 {
      sum[2 * pair] = Float(Int16(truncatingIfNeeded: even[pair]) &- lift)
      sum[2 * pair + 1] = Float(Int16(truncatingIfNeeded: odd[pair]) &- lift)
    }
    return sum
  }

  /// The plain form of `emission`.
  func reference(_ features: borrowing NameRows) -> [Int] {
    var sums = [Int](repeating: 0, count: 16)
    for lane in 0..<16 {
      for place in features.indices {
        let row = Self.transitionCount + Int(features[place])
        sums[lane] += weight(Self.headerLength + row * 16 + lane)
      }
    }
    return sums
  }

  private func weight(_ offset: Int) -> Int {
    let byte = file.word64(at: offset & ~7) >> UInt64(offset % 8 * 8)
    return Int(Int8(truncatingIfNeeded: byte))
  }

  /// The weights of the labels that may follow one, across a kind of gap.
  func transition(from label: Int, gap: Int) -> SIMD16<Float> {
    unsafe SIMD16<Float>(transitions[gap * 16 + label])
  }

  /// The kind of gap that transitions tell apart, by what `NameView` makes of it.
  static func gapKind(_ gap: UInt8) -> Int {
    switch gap {
    case 0: 0
    case 5, 6: 1
    case 2, 3: 2
    default: 3
    }
  }
}
