import CUtf8proc
import Glibc

/// What utf8proc, the only importer of which is this file, says of scalars and texts.
enum UnicodeData {
  /// Says whether a scalar is a letter of any script.
  static func isLetter(_ scalar: UInt32) -> Bool {
    let category = utf8proc_category(Int32(bitPattern: scalar))
    return category.rawValue >= UTF8PROC_CATEGORY_LU.rawValue
      && category.rawValue <= UTF8PROC_CATEGORY_LO.rawValue
  }

  /// Says whether a scalar is a letter in upper or title case.
  static func isUppercase(_ scalar: UInt32) -> Bool {
    let category = utf8proc_category(Int32(bitPattern: scalar))
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT
  }

  /// Says whether a scalar is a combining mark: nonspacing, spacing or enclosing.
  static func isMark(_ scalar: UInt32) -> Bool {
    let category = utf8proc_category(Int32(bitPattern: scalar))
    return category.rawValue >= UTF8PROC_CATEGORY_MN.rawValue
      && category.rawValue <= UTF8PROC_CATEGORY_ME.rawValue
  }

  /// Appends a scalar's compatibility decomposition, case folded, without marks and ignorables.
  static func appendFolded(_ scalar: UInt32, to scalars: inout [UInt32]) {
    let options = utf8proc_option_t(
      rawValue: UTF8PROC_COMPAT.rawValue | UTF8PROC_DECOMPOSE.rawValue
        | UTF8PROC_CASEFOLD.rawValue | UTF8PROC_STRIPMARK.rawValue | UTF8PROC_IGNORE.rawValue
        | UTF8PROC_STABLE.rawValue
    )
    var boundary: Int32 = 0
    // The longest compatibility decomposition has 18 scalars (U+FDFA, Unicode 15).
    var buffer = [Int32](repeating: 0, count: 24)
    let room = buffer.count
    let count = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe utf8proc_decompose_char(
        Int32(bitPattern: scalar),
        $0.baseAddress,
        room,
        options,
        &boundary
      )
    }
    guard count >= 0, count <= room else {
      scalars.append(scalar)
      return
    }
    for index in 0..<count { scalars.append(UInt32(bitPattern: buffer[index])) }
  }

  /// Returns NFKC of valid UTF-8, or nil when utf8proc refuses the text.
  static func nfkc(_ bytes: [UInt8]) -> [UInt8]? {
    let options = utf8proc_option_t(
      rawValue: UTF8PROC_COMPAT.rawValue | UTF8PROC_COMPOSE.rawValue | UTF8PROC_STABLE.rawValue
    )
    var result: UnsafeMutablePointer<UInt8>?
    let count = unsafe bytes.withUnsafeBufferPointer {
      unsafe utf8proc_map($0.baseAddress, $0.count, &result, options)
    }
    guard let text = unsafe result else { return nil }
    // utf8proc allocates with malloc; its header asks the caller to free.
    defer { unsafe free(text) }
    guard count >= 0 else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: text, count: count))
  }
}
