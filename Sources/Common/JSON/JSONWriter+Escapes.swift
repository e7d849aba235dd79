extension JSONWriter {
  /// Strings as this writer escapes them, with the signs that were meant; what stands around them
  /// stays.
  ///
  /// - Parameter json: Text that a `JSONWriter` wrote.
  /// - Returns: The text without escapes: no JSON any more.
  public static func withoutEscapes(_ json: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(json.count)
    var rest = json
    while let escape = rest.firstIndex(of: UInt8(ascii: "\\")), escape + 1 < rest.endIndex {
      plain.append(contentsOf: rest[..<escape])
      switch rest[escape + 1] {
      case UInt8(ascii: "n"): plain.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): plain.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "t"): plain.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "u"):
        let digits = String(decoding: rest[(escape + 2)...].prefix(4), as: UTF8.self)
        plain.append(UInt8(digits, radix: 16) ?? UInt8(ascii: " "))
      case let sign: plain.append(sign)
      }
      let length = rest[escape + 1] == UInt8(ascii: "u") ? 6 : 2
      rest = rest[min(escape + length, rest.endIndex)...]
    }
    plain.append(contentsOf: rest)
    return plain
  }
}
