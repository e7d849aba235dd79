/// The words that enough persons of a line used, as hashes; frozen, so that a night's output does not
/// depend on the nights before.
///
/// The file is `magic, version and minimum, count, hashes in ascending order`, each a little-endian
/// 64-bit number. A hash tells a word to whoever guesses it: the file stays with the line.
public struct FrozenVocabulary: Equatable, Sendable {
  /// The fewest persons of whom a word must be.
  public let minimum: Int
  private let hashes: [UInt64]

  private static let magic: UInt64 = 0x4341_434F_5657_554C
  private static let version: UInt64 = 1

  init(minimum: Int, hashes: [UInt64]) {
    self.minimum = minimum
    self.hashes = hashes
  }

  /// Reads the bytes of a file; `nil` where they are no whole vocabulary of this version.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= 24, bytes.count % 8 == 0 else { return nil }
    let numbers = stride(from: 0, to: bytes.count, by: 8).map { place in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << UInt64($1 * 8) }
    }
    guard numbers[0] == Self.magic, numbers[1] & 0xFFFF_FFFF == Self.version,
      numbers[2] == UInt64(numbers.count - 3)
    else { return nil }
    minimum = Int(numbers[1] >> 32)
    hashes = Array(numbers.dropFirst(3))
    guard zip(hashes, hashes.dropFirst()).allSatisfy(<) else { return nil }
  }

  /// The count of words.
  public var count: Int { hashes.count }

  /// The bytes of the file.
  public var bytes: [UInt8] {
    let head = [Self.magic, Self.version | UInt64(minimum) << 32, UInt64(hashes.count)]
    return (head + hashes).flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64($0 * 8)) }
    }
  }

  /// Says whether enough persons used a word, by binary search.
  func contains(_ hash: UInt64) -> Bool {
    var (low, high) = (0, hashes.count)
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash
  }
}
