import CxxSimdjson
import Glibc

/// A position on the parser's tape: one JSON value, valid inside the parser's `body` only.
///
/// The tape is simdjson's (its `doc/tape.md`): a 64-bit word a value, the type in the top byte and
/// a payload in the other seven.
@safe
public struct JSONValue {
  let tape: UnsafePointer<UInt64>
  let strings: UnsafePointer<UInt8>
  let index: Int

  /// The seven kinds of value.
  public enum Kind: Equatable, Sendable {
    /// `{…}`.
    case object
    /// `[…]`.
    case array
    /// Text.
    case string
    /// A whole number within 64 bits.
    case integer
    /// Any other number.
    case number
    /// `true` or `false`.
    case boolean
    /// `null`.
    case null
  }

  private var word: UInt64 { unsafe tape[index] }
  private var tag: UInt8 { UInt8(word >> 56) }
  private var payload: Int { Int(word & 0x00FF_FFFF_FFFF_FFFF) }

  /// The kind of this value.
  public var kind: Kind {
    switch tag {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "l"), UInt8(ascii: "u"): .integer
    case UInt8(ascii: "d"): .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    default: .null
    }
  }

  /// The index on the tape behind this value.
  private var next: Int {
    switch tag {
    case UInt8(ascii: "{"), UInt8(ascii: "["): payload & 0xFFFF_FFFF
    case UInt8(ascii: "l"), UInt8(ascii: "u"), UInt8(ascii: "d"): index + 2
    default: index + 1
    }
  }

  /// Calls `body` with the UTF-8 bytes of a string; `nil` for another kind.
  public func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
    -> Result?
  {
    guard tag == UInt8(ascii: "\"") else { return nil }
    let at = unsafe strings + payload
    let count = unsafe Int(UnsafeRawPointer(at).loadUnaligned(as: UInt32.self))
    return try unsafe body(UnsafeBufferPointer(start: at + 4, count: count))
  }

  /// Appends the UTF-8 bytes of a string; gives how many, or `nil` for another kind.
  public func appendUTF8(to bytes: inout [UInt8]) -> Int? {
    unsafe withUTF8 { text in
      unsafe bytes.append(contentsOf: text)
      return text.count
    }
  }

  /// The UTF-8 bytes of a string; `nil` for another kind.
  public var bytes: [UInt8]? { unsafe withUTF8 { unsafe Array($0) } }

  /// The text of a string; `nil` for another kind.
  public var string: String? {
    unsafe withUTF8 { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// The value of an integer; `nil` for another kind or above `Int.max`.
  public var integer: Int? {
    switch tag {
    case UInt8(ascii: "l"): unsafe Int(Int64(bitPattern: tape[index + 1]))
    case UInt8(ascii: "u"): unsafe Int(exactly: tape[index + 1])
    default: nil
    }
  }

  /// The value of any number; `nil` for another kind.
  public var number: Double? {
    tag == UInt8(ascii: "d") ? unsafe Double(bitPattern: tape[index + 1]) : integer.map(Double.init)
  }

  /// The value of a boolean; `nil` for another kind.
  public var boolean: Bool? {
    switch tag {
    case UInt8(ascii: "t"): true
    case UInt8(ascii: "f"): false
    default: nil
    }
  }

  /// Calls `body` with each element of an array, in order; does nothing for another kind.
  public func forEachElement(_ body: (JSONValue) throws -> Void) rethrows {
    guard tag == UInt8(ascii: "[") else { return }
    let end = next - 1
    var at = index + 1
    while at < end {
      let element = unsafe JSONValue(tape: tape, strings: strings, index: at)
      try body(element)
      at = element.next
    }
  }

  /// Calls `body` with each member of an object, in order; does nothing for another kind.
  ///
  /// The key is a string value.
  public func forEachMember(_ body: (_ key: JSONValue, _ value: JSONValue) throws -> Void) rethrows
  {
    guard tag == UInt8(ascii: "{") else { return }
    let end = next - 1
    var at = index + 1
    while at < end {
      let key = unsafe JSONValue(tape: tape, strings: strings, index: at)
      let value = unsafe JSONValue(tape: tape, strings: strings, index: at + 1)
      try body(key, value)
      at = value.next
    }
  }

  /// The member of an object by its key, the first where it occurs twice; linear.
  public subscript(key: StaticString) -> JSONValue? {
    guard tag == UInt8(ascii: "{") else { return nil }
    let end = next - 1
    var at = index + 1
    while at < end {
      let name = unsafe JSONValue(tape: tape, strings: strings, index: at)
      let value = unsafe JSONValue(tape: tape, strings: strings, index: at + 1)
      if name.equals(key) { return value }
      at = value.next
    }
    return nil
  }

  /// Tells whether this is a string with exactly the bytes of `text`.
  public func equals(_ text: StaticString) -> Bool {
    unsafe withUTF8 { bytes in
      guard bytes.count == text.utf8CodeUnitCount else { return false }
      guard let start = bytes.baseAddress else { return true }
      return unsafe memcmp(start, text.utf8Start, bytes.count) == 0
    } ?? false
  }
}
