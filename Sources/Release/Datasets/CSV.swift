/// Comma-separated values as RFC 4180 has them: lines end in CR LF, quotes are doubled.
enum CSV {
  /// Writes records.
  static func write(_ records: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for record in records {
      for (index, field) in record.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(field, to: &bytes)
      }
      bytes.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
    }
    return bytes
  }

  private static func append(_ field: String, to bytes: inout [UInt8]) {
    guard field.utf8.contains(where: isSpecial) else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: "\n")
  }

  /// Reads records; `nil` where the text breaks RFC 4180 or is not UTF-8.
  ///
  /// A line may also end in LF alone.
  static func read(_ bytes: [UInt8]) -> [[String]]? {
    var records: [[String]] = []
    var record: [String] = []
    var at = 0
    while at < bytes.count {
      guard let (field, end) = field(bytes, at) else { return nil }
      record.append(field)
      at = end
      if at < bytes.count, bytes[at] == UInt8(ascii: ",") {
        at += 1
        // A comma at the very end opens an empty last field.
        if at == bytes.count { record.append("") }
        continue
      }
      if at < bytes.count, bytes[at] == UInt8(ascii: "\r") { at += 1 }
      if at < bytes.count {
        guard bytes[at] == UInt8(ascii: "\n") else { return nil }
        at += 1
      }
      records.append(record)
      record = []
    }
    if !record.isEmpty { records.append(record) }
    return records
  }

  /// One field and the place behind it.
  private static func field(_ bytes: [UInt8], _ start: Int) -> (String, Int)? {
    var at = start
    guard bytes[start] == UInt8(ascii: "\"") else {
      while at < bytes.count, !isSpecial(bytes[at]) { at += 1 }
      if at < bytes.count, bytes[at] == UInt8(ascii: "\"") { return nil }
      return String(validating: bytes[start..<at], as: UTF8.self).map { ($0, at) }
    }
    var content: [UInt8] = []
    at += 1
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\"") {
        guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else {
          return String(validating: content, as: UTF8.self).map { ($0, at + 1) }
        }
        at += 1
      }
      content.append(bytes[at])
      at += 1
    }
    return nil
  }
}
