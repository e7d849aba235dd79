import Glibc

/// A file mapped into memory, read only, until the last reference goes.
@safe
final class MappedFile: @unchecked Sendable {
  private let address: UnsafeRawPointer?
  /// The length of the file in bytes.
  let count: Int

  /// Maps a file.
  ///
  /// - Throws: `LexiconError.unreadable` with the system's code.
  init(path: String) throws(LexiconError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(file: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadable(file: path, code: errno)
    }
    count = Int(status.st_size)
    guard count > 0 else {
      unsafe address = nil
      return
    }
    let map = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard unsafe map != MAP_FAILED else { throw .unreadable(file: path, code: errno) }
    unsafe address = UnsafeRawPointer(map)
  }

  deinit {
    if let address = unsafe address {
      unsafe munmap(UnsafeMutableRawPointer(mutating: address), count)
    }
  }

  /// The bytes; valid as long as the file is referenced.
  var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: address, count: count)
  }

  /// Reads a little-endian word.
  ///
  /// - Parameter offset: In bytes; must be within the file.
  /// - Returns: The word.
  func word64(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset + 8 <= count)
    return unsafe UInt64(
      littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    )
  }

  /// Reads a little-endian word of 32 bits.
  ///
  /// - Parameter offset: In bytes; must be within the file.
  /// - Returns: The word.
  func word32(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset + 4 <= count)
    return unsafe UInt32(
      littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    )
  }

  /// The whole file as an array.
  func copy() -> [UInt8] { unsafe Array(bytes) }
}
