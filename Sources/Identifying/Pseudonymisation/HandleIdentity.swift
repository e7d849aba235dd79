/// Handles without the @ before them and web addresses without scheme, `www.` and last slash.
enum HandleIdentity {
  static func normal(_ text: IdentifierText) -> [UInt8] {
    var handle = text.folded.filter { $0 > 0x20 }[...]
    while handle.first == UInt8(ascii: "@") { handle = handle.dropFirst() }
    while let last = handle.last, ".,;:!?".utf8.contains(last) { handle = handle.dropLast() }
    return Array(handle)
  }

  /// The path keeps its case in truth (RFC 3986 section 6.2.2.1), but a visitor types it both ways.
  static func normal(url text: IdentifierText) -> [UInt8] {
    var address = text.folded.filter { $0 > 0x20 }[...]
    for prefix in ["https://", "http://", "www."] where address.starts(with: prefix.utf8) {
      address = address.dropFirst(prefix.utf8.count)
    }
    while let last = address.last, "/.,;:!?".utf8.contains(last) { address = address.dropLast() }
    return Array(address)
  }
}
