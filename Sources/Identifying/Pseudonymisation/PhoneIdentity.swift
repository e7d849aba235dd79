/// Telephone numbers as E.164 digits, without the plus; a national number is Dutch.
///
/// Source: ITU-T E.164 and the Dutch numbering plan (Nummerplan telefoon- en ISDN-diensten): trunk
/// prefix 0, nine digits behind it, country code 31. Digits may be words (nul zes, zero six).
enum PhoneIdentity {
  private static let words: [[UInt8]: UInt8] = {
    var words: [[UInt8]: UInt8] = [:]
    let lists = [
      "nul een twee drie vier vijf zes zeven acht negen",
      "zero one two three four five six seven eight nine",
    ]
    for list in lists {
      for (digit, word) in list.split(separator: " ").enumerated() {
        words[Array(word.utf8)] = UInt8(ascii: "0") + UInt8(digit)
      }
    }
    words[Array("oh".utf8)] = UInt8(ascii: "0")
    words[Array("plus".utf8)] = UInt8(ascii: "+")
    return words
  }()

  static func normal(_ text: IdentifierText) -> [UInt8] {
    var digits: [UInt8] = []
    var isInternational = text.folded.contains(UInt8(ascii: "+"))
    for word in text.words {
      if let digit = words[Array(word)] {
        if digit == UInt8(ascii: "+") { isInternational = true } else { digits.append(digit) }
      } else {
        digits.append(contentsOf: word.filter(IdentifierText.isDigit))
      }
    }
    let zero = UInt8(ascii: "0")
    if !isInternational, digits.starts(with: [zero, zero]) {
      digits.removeFirst(2)
      isInternational = true
    }
    let dutch = Array("31".utf8)
    if isInternational || (digits.count >= 11 && digits.starts(with: dutch)) {
      // +31 (0)6: the trunk prefix does not follow a country code.
      if digits.starts(with: dutch), digits.count > 2, digits[2] == zero { digits.remove(at: 2) }
      return digits
    }
    if digits.first == zero, digits.count >= 9 { return dutch + digits.dropFirst() }
    if digits.first == UInt8(ascii: "6"), digits.count == 9 { return dutch + digits }
    return digits
  }
}
