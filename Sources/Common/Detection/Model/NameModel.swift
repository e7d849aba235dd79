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
    guard file.count == expected, let base = unsafe file.bytes.baseAddress else {
      throw .malformed(file: path)
    }
    digest = file.word64(at: 16)
    unit = Float(file.word64(at: 24)) / 1000
    self.file = file
    unsafe transitions = (base + Self.headerLength).assumingMemoryBound(to: SIMD16<Int8>.self)
    unsafe rows = transitions + Self.transitionCount
  }

  /// Sums the weights of a word's features for each label; the hot kernel.
  @inline(__always)
  func emission(_ features: [UInt32]) -> SIMD16<Float> {
    var sum = SIMD16<Int16>.zero
    for feature in features {
      unsafe sum &+= SIMD16<Int16>(truncatingIfNeeded: rows[Int(feature)])
    }
    return SIMD16<Float>(sum)
  }

  /// The plain form of `emission`.
  func reference(_ features: [UInt32]) -> [Int] {
    (0..<16).map { lane in
      features.reduce(0) {
        $0 + weight(Self.headerLength + (Self.transitionCount + Int($1)) * 16 + lane)
      }
    }
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
