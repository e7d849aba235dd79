import CxxSimdjson

/// A reusable reader of JSON values into a tape, at gigabytes a second.
///
/// Wraps simdjson's DOM parser. The text is checked as UTF-8 (RFC 3629) and as JSON (RFC 8259).
/// One instance serves one thread at a time.
@safe
public final class JSONParser {
  /// Readable bytes that must follow the text in a buffer given to `parse(_:count:)`.
  public static let padding = Int(luwte_json_padding())

  private static let invalidUTF8 = luwte_json_invalid_utf8()
  private let parser: OpaquePointer

  /// Makes a parser for texts of at most `maximumBytes`.
  ///
  /// - Parameter maximumBytes: A longer text is refused as malformed.
  /// - Throws: `JSONError.outOfMemory`.
  public init(maximumBytes: Int = 64 << 20) throws(JSONError) {
    guard let parser = unsafe luwte_json_parser_new(maximumBytes) else { throw .outOfMemory }
    unsafe self.parser = parser
  }

  deinit { unsafe luwte_json_parser_free(parser) }

  /// Parses one JSON value and hands its root to `body`.
  ///
  /// - Parameters:
  ///   - bytes: The text, with at least `JSONParser.padding` more bytes in the same buffer.
  ///   - range: The part of `bytes` that is the text; `range.upperBound + padding` must not pass
  ///     the end of `bytes`, or the text is copied.
  ///   - body: Reads the value; the value must not outlive the call.
  /// - Returns: What `body` returns.
  /// - Throws: `JSONError`, or what `body` throws.
  public func parse<Result>(
    _ bytes: [UInt8],
    in range: Range<Int>,
    _ body: (JSONValue) throws -> Result
  ) throws -> Result {
    guard range.upperBound + Self.padding <= bytes.count else {
      var padded = Array(bytes[range])
      padded.append(contentsOf: repeatElement(0, count: Self.padding))
      return try parse(padded, in: 0..<range.count, body)
    }
    let code = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe luwte_json_parse(
        parser,
        buffer.baseAddress.map { unsafe $0 + range.lowerBound },
        range.count
      )
    }
    guard code == 0 else {
      if code == Self.invalidUTF8 { throw JSONError.invalidUTF8 }
      throw JSONError.malformed(code: code)
    }
    guard let tape = unsafe luwte_json_tape(parser), let text = unsafe luwte_json_strings(parser)
    else { throw JSONError.outOfMemory }
    return try unsafe body(JSONValue(tape: tape, strings: text, index: 1))
  }

  /// Parses a whole text.
  ///
  /// - Parameters:
  ///   - text: The JSON text.
  ///   - body: Reads the value; the value must not outlive the call.
  /// - Returns: What `body` returns.
  /// - Throws: `JSONError`, or what `body` throws.
  public func parse<Result>(
    _ text: String,
    _ body: (JSONValue) throws -> Result
  ) throws -> Result {
    let bytes = Array(text.utf8)
    return try parse(bytes, in: 0..<bytes.count, body)
  }

  static func message(for code: Int32) -> String {
    guard let text = unsafe luwte_json_error_message(code) else { return "unknown error" }
    return unsafe String(cString: text)
  }
}
