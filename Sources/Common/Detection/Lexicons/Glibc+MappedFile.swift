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

  /// Copies the file to memory in large pages, where the system has them.
  ///
  /// Reads that jump about in a mapped file of many small pages wait for the page tables; in large
  /// pages they do not. Costs a copy of the file once.
  ///
  /// - Returns: The copy, which lives as long as the process.
  func inLargePages() -> UnsafeRawPointer? {
    let page = 1 << 21
    let length = (count + 2 * page - 1) / page * page
    let map = unsafe mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard unsafe map != MAP_FAILED, let map = unsafe map, let address = unsafe address else {
      return nil
    }
    let start = unsafe map.alignedUp(toMultipleOf: page)
    unsafe madvise(start, (count + page - 1) / page * page, MADV_HUGEPAGE)
    unsafe start.copyMemory(from: address, byteCount: count)
    return UnsafeRawPointer(start)
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
