/// Mail addresses: lower case, no spaces, spoken signs as signs; dots and plus as configured.
///
/// RFC 5321 section 2.4 lets a domain treat the local part's case as different; no provider of
/// note does, and a visitor types it both ways.
enum MailIdentity {
  /// What people say or write for a sign, with the spaces that must stand around it.
  private static let spoken: [(words: [String], sign: UInt8)] = [
    (["apenstaartje", "apestaartje", "apenstaart", "at"], UInt8(ascii: "@")),
    (["punt", "dot", "stip"], UInt8(ascii: ".")),
    (["streepje", "koppelteken", "dash", "hyphen"], UInt8(ascii: "-")),
    (["underscore", "laagstreepje"], UInt8(ascii: "_")),
  ]

  private static let signs: [[UInt8]: UInt8] = {
    var signs: [[UInt8]: UInt8] = [:]
    for (words, sign) in spoken {
      for word in words { signs[Array(word.utf8)] = sign }
    }
    return signs
  }()

  static func normal(_ text: IdentifierText, rule: Identity.MailRule) -> [UInt8] {
    var address: [UInt8] = []
    let pieces = text.folded.split { $0 <= 0x20 || "()[]{}<>\"".utf8.contains($0) }
    let hasAt = text.folded.contains(UInt8(ascii: "@"))
    for piece in pieces {
      if let sign = signs[Array(piece)], !(sign == UInt8(ascii: "@") && hasAt) {
        address.append(sign)
      } else {
        address.append(contentsOf: piece)
      }
    }
    let mailto = Array("mailto:".utf8)
    if address.starts(with: mailto) { address.removeFirst(mailto.count) }
    while let last = address.last, ".,;:!?".utf8.contains(last) { address.removeLast() }
    guard let at = address.lastIndex(of: UInt8(ascii: "@")) else { return address }
    var local = address[..<at]
    if rule.ignoresPlus, let plus = local.firstIndex(of: UInt8(ascii: "+")) {
      local = local[..<plus]
    }
    if rule.ignoresDots { local = ArraySlice(local.filter { $0 != UInt8(ascii: ".") }) }
    return Array(local) + address[at...]
  }
}
