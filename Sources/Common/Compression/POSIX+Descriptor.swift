import Glibc

/// A file descriptor that is closed with its owner, unless it was lent.
@safe
final class Descriptor {
  let number: Int32
  private let isOwned: Bool

  /// Lends a descriptor that somebody else closes.
  init(lent number: Int32) {
    self.number = number
    self.isOwned = false
  }

  /// Opens a file for reading.
  init(reading path: String) throws(CompressionError) {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw .system(code: errno) }
    self.number = number
    self.isOwned = true
  }

  /// Makes a file that must not exist, for writing.
  init(creating path: String, mode: mode_t) throws(CompressionError) {
    let number = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard number >= 0 else { throw .system(code: errno) }
    self.number = number
    self.isOwned = true
  }

  deinit { if isOwned { close(number) } }

  /// Reads at most `range.count` bytes into a range; 0 at the end.
  func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(CompressionError) -> Int {
    precondition(range.upperBound <= buffer.count, "a read past the buffer")
    while true {
      let number = number
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(
          number,
          bytes.baseAddress.map { unsafe $0 + range.lowerBound },
          range.count
        )
      }
      if count >= 0 { return count }
      if errno != EINTR { throw .system(code: errno) }
    }
  }

  /// Writes all bytes of a range.
  func write(_ bytes: [UInt8], in range: Range<Int>) throws(CompressionError) {
    precondition(range.upperBound <= bytes.count, "a write past the buffer")
    var range = range
    while !range.isEmpty {
      let number = number
      let start = range.lowerBound
      let length = range.count
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(number, buffer.baseAddress.map { unsafe $0 + start }, length)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(code: errno)
      }
      range = (start + count)..<range.upperBound
    }
  }

  /// Waits until the bytes are on the disk; a pipe or terminal needs none.
  func synchronize() throws(CompressionError) {
    if fsync(number) != 0 && errno != EINVAL && errno != EROFS { throw .system(code: errno) }
  }
}

/// The file system, as far as writing beside and renaming needs it.
enum FileSystem {
  /// Gives a file its place; what stood there is replaced in one step.
  static func rename(_ path: String, to place: String) throws(CompressionError) {
    if unsafe Glibc.rename(path, place) != 0 { throw .system(code: errno) }
    try synchronizeFolder(of: place)
  }

  /// Removes a file; does nothing where there is none.
  static func remove(_ path: String) { _ = unsafe unlink(path) }

  private static func synchronizeFolder(of place: String) throws(CompressionError) {
    let slash = place.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == place.startIndex ? "/" : String(place[..<$0]) } ?? "."
    let number = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .system(code: errno) }
    defer { close(number) }
    if fsync(number) != 0 && errno != EINVAL && errno != EROFS { throw .system(code: errno) }
  }
}

extension [UInt8] {
  /// The place of the first `byte` in a range; `nil` where there is none.
  @safe
  public func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, range.upperBound <= bytes.count else { return nil }
      let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      return unsafe found.map { unsafe UnsafeRawPointer($0) - base }
    }
  }

  /// Copies a range of other bytes over those that begin at a place.
  @safe
  mutating func copy(_ other: [UInt8], _ range: Range<Int>, to place: Int) {
    precondition(range.upperBound <= other.count, "a copy past the source")
    precondition(place + range.count <= count, "a copy past the buffer")
    unsafe other.withUnsafeBytes { source in
      unsafe withUnsafeMutableBytes { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        _ = unsafe memcpy(to + place, from + range.lowerBound, range.count)
      }
    }
  }

  /// Moves the bytes of a range to the front; what lay there is overwritten.
  @safe
  mutating func moveToFront(_ range: Range<Int>) {
    precondition(range.upperBound <= count, "a move past the buffer")
    unsafe withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      _ = unsafe memmove(base, base + range.lowerBound, range.count)
    }
  }
}
