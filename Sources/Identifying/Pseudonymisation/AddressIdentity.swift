/// IP addresses: IPv6 in the compressed form of RFC 5952, IPv4 without leading zeros.
enum AddressIdentity {
  static func normal(_ text: IdentifierText) -> [UInt8] {
    var address = text.folded.filter { $0 > 0x20 && $0 != 0x5B && $0 != 0x5D }[...]
    // A zone (fe80::1%eth0) names the writer's own network card.
    if let percent = address.firstIndex(of: UInt8(ascii: "%")) { address = address[..<percent] }
    if let four = ipv4(address) { return Array(four.map(String.init).joined(separator: ".").utf8) }
    guard let groups = ipv6(address) else { return Array(address) }
    // An IPv4 address that is written as IPv6 (::ffff:192.0.2.1) is that IPv4 address.
    if groups[..<5].allSatisfy({ $0 == 0 }), groups[5] == 0xFFFF {
      let four = [groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255]
      return Array(four.map { String($0) }.joined(separator: ".").utf8)
    }
    return Array(compressed(groups).utf8)
  }

  private static func ipv4(_ text: ArraySlice<UInt8>) -> [Int]? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard (1...3).contains(part.count), part.allSatisfy(IdentifierText.isDigit) else {
        return nil
      }
      let number = part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard number <= 255 else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private static func ipv6(_ text: ArraySlice<UInt8>) -> [Int]? {
    var text = text
    var tail: [Int] = []
    if text.contains(UInt8(ascii: ".")), let colon = text.lastIndex(of: UInt8(ascii: ":")) {
      guard let four = ipv4(text[(colon + 1)...]) else { return nil }
      tail = [four[0] << 8 | four[1], four[2] << 8 | four[3]]
      text = text[...colon]
      if !text.dropLast().hasSuffix(of: UInt8(ascii: ":")) { text = text.dropLast() }
    }
    var before: [Int] = []
    var after: [Int]?
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part.isEmpty {
        // "::" gives one empty part inside, two at an end.
        if index == 0 || index == parts.count - 1 { continue }
        guard after == nil else { return nil }
        after = []
        continue
      }
      guard part.count <= 4, let group = Int(String(decoding: part, as: UTF8.self), radix: 16)
      else {
        return nil
      }
      if after == nil { before.append(group) } else { after?.append(group) }
    }
    let known = before.count + (after?.count ?? 0) + tail.count
    guard after != nil ? known < 8 : known == 8 else { return nil }
    let zeros = Array(repeating: 0, count: 8 - known)
    return before + zeros + (after ?? []) + tail
  }

  /// RFC 5952 section 4: the longest run of two or more zero groups, the first of equal ones.
  private static func compressed(_ groups: [Int]) -> String {
    var best = 0..<0
    var at = 0
    while at < 8 {
      let start = at
      while at < 8, groups[at] == 0 { at += 1 }
      if at - start > max(best.count, 1) { best = start..<at }
      at = max(at, start + 1)
    }
    let text = { (part: ArraySlice<Int>) in
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard !best.isEmpty else { return text(groups[...]) }
    return "\(text(groups[..<best.lowerBound]))::\(text(groups[best.upperBound...]))"
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(of byte: UInt8) -> Bool { last == byte }
}
