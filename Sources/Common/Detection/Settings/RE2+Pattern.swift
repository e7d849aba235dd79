import CxxRE2

/// A compiled pattern of RE2: UTF-8, linear time on any pattern and text.
@safe
final class RE2Pattern: @unchecked Sendable {
  /// Why a pattern does not compile.
  struct Refusal: Error {
    /// The byte of the pattern that the reason is about.
    let offset: Int
    /// RE2's English words.
    let reason: String
  }

  private let pattern: OpaquePointer
  private let hasGroup: Bool

  /// Compiles a pattern.
  init(_ text: String, ignoresCase: Bool) throws(Refusal) {
    let bytes = Array(text.utf8)
    let compiled = unsafe bytes.withUnsafeBytes {
      unsafe luwte_re2_new(
        $0.bindMemory(to: CChar.self).baseAddress,
        bytes.count,
        ignoresCase ? 1 : 0
      )
    }
    guard let compiled = unsafe compiled else { throw Refusal(offset: 0, reason: "out of memory") }
    if let reason = unsafe luwte_re2_error(compiled) {
      let reason = unsafe String(cString: reason)
      let part = unsafe luwte_re2_error_part(compiled).map { unsafe String(cString: $0) } ?? ""
      unsafe luwte_re2_free(compiled)
      throw Refusal(offset: Self.offset(of: Array(part.utf8), in: bytes), reason: reason)
    }
    unsafe pattern = compiled
    hasGroup = unsafe luwte_re2_groups(compiled) > 0
  }

  deinit { unsafe luwte_re2_free(pattern) }

  /// Whether the pattern matches the empty text.
  var matchesEmpty: Bool { match([], in: 0..<0, from: 0) != nil }

  /// Searches a part of a text, which anchors see as the whole.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8.
  ///   - range: The part.
  ///   - start: Where in the part to begin.
  /// - Returns: The whole match and what it is about: the first group, or the match.
  func match(
    _ bytes: [UInt8],
    in range: Range<Int>,
    from start: Int
  ) -> (whole: Range<Int>, subject: Range<Int>)? {
    var spans = [Int](repeating: -1, count: 4)
    let groups: Int32 = hasGroup ? 2 : 1
    let found = unsafe bytes.withUnsafeBufferPointer { text in
      unsafe spans.withUnsafeMutableBufferPointer { spans in
        unsafe luwte_re2_match(
          pattern,
          text.baseAddress.map { unsafe $0 + range.lowerBound },
          range.count,
          start - range.lowerBound,
          range.count,
          spans.baseAddress,
          groups
        )
      }
    }
    guard found == 1 else { return nil }
    let base = range.lowerBound
    let whole = spans[0] + base..<spans[1] + base
    guard hasGroup, spans[2] >= 0 else { return (whole, whole) }
    return (whole, spans[2] + base..<spans[3] + base)
  }

  private static func offset(of part: [UInt8], in pattern: [UInt8]) -> Int {
    guard !part.isEmpty, part.count <= pattern.count else { return pattern.count }
    for start in 0...pattern.count - part.count
    where pattern[start..<start + part.count].elementsEqual(part) {
      return start
    }
    return 0
  }
}
