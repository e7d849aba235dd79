/// A writer of JSON into bytes: keys in the caller's order, the same bytes every time.
///
/// Strings escape what RFC 8259 demands and nothing else. Commas are placed by the writer; the
/// caller balances `beginObject` and `endObject`.
public struct JSONWriter: Sendable {
  /// Where white space goes.
  public enum Layout: Sendable {
    /// Nowhere.
    case compact
    /// A member or element a line, two blanks a level.
    case indented
  }

  /// The text so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private let layout: Layout
  private var depth = 0
  private var followsKey = false

  /// Makes an empty writer.
  public init(_ layout: Layout = .compact) { self.layout = layout }

  /// Makes room for text to come.
  public mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Forgets the text and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Ends a line of JSON Lines.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Closes an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Closes an array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a member's key.
  public mutating func key(_ name: String) {
    string(name)
    endKey()
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    appendToString(text)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a member's key of ASCII that needs no escape.
  public mutating func key(plain name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    )
    assert(!bytes[start...].contains { Self.needsEscape($0) || $0 >= 0x80 }, "a key with escapes")
    bytes.append(UInt8(ascii: "\""))
    endKey()
  }

  /// Writes a member's key that was prepared.
  public mutating func key(_ name: JSONText) {
    string(name)
    endKey()
  }

  private mutating func endKey() {
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    if layout == .indented {
      bytes.append(UInt8(ascii: " "))
      followsKey = true
    }
  }

  /// Writes a string that was prepared.
  public mutating func string(_ text: JSONText) {
    separate()
    bytes.append(contentsOf: text.quoted)
  }

  /// Writes a member that was prepared, in a compact text.
  public mutating func member(_ text: JSONText) { string(text) }

  /// Writes a string from UTF-8 bytes, which must be valid UTF-8.
  public mutating func string(utf8: ArraySlice<UInt8>) {
    beginString()
    appendToString(utf8)
    endString()
  }

  /// Opens a string that `appendToString` fills and `endString` closes.
  public mutating func beginString() {
    separate()
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends UTF-8 bytes to an open string.
  public mutating func appendToString(_ utf8: ArraySlice<UInt8>) {
    // Stretches that need no escape are copied whole.
    var start = utf8.startIndex
    var index = start
    while index < utf8.endIndex {
      let byte = utf8[index]
      if Self.needsEscape(byte) {
        bytes.append(contentsOf: utf8[start..<index])
        escape(byte)
        start = index + 1
      }
      index += 1
    }
    bytes.append(contentsOf: utf8[start...])
  }

  /// Appends text to an open string.
  public mutating func appendToString(_ text: String) {
    let start = bytes.count
    var needsEscape = false
    for byte in text.utf8 {
      needsEscape = needsEscape || Self.needsEscape(byte)
      bytes.append(byte)
    }
    if needsEscape {
      bytes.removeSubrange(start...)
      for byte in text.utf8 { escape(byte) }
    }
  }

  /// Closes an open string.
  public mutating func endString() {
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude)
    needsComma = true
  }

  private mutating func appendDigits(_ value: UInt) {
    var unit: UInt = 1
    while value / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / unit % 10))
      unit /= 10
    }
  }

  /// Writes a number with a fixed count of decimals, rounded half away from zero.
  public mutating func number(_ value: Double, decimals: Int) {
    separate()
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((value.magnitude * scale).rounded())
    let unit = Int(scale)
    if value < 0 && scaled != 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(UInt(scaled / unit))
    if decimals > 0 {
      bytes.append(UInt8(ascii: "."))
      var rest = scaled % unit
      var place = unit / 10
      while place > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / place))
        rest %= place
        place /= 10
      }
    }
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if layout == .indented { indent() }
    needsComma = true
  }

  private mutating func indent() {
    if followsKey || depth == 0 {
      followsKey = false
      return
    }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
    depth += 1
  }

  private mutating func close(_ byte: UInt8) {
    depth -= 1
    // An empty object or array stays on its line.
    if needsComma && layout == .indented { indent() }
    if depth == 0 && needsComma && layout == .indented { bytes.append(UInt8(ascii: "\n")) }
    bytes.append(byte)
    needsComma = true
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
    case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
    case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20:
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(Self.hexadecimal(byte >> 4))
      bytes.append(Self.hexadecimal(byte & 15))
    default: bytes.append(byte)
    }
  }

  private static func hexadecimal(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }
}
