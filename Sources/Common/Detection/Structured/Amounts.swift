extension PreparedConversation {
  /// Says whether a number is an amount: a currency, a unit or a thing counted stands beside it.
  func isAmount(_ range: Range<Int>) -> Bool {
    if isCurrency(range) { return true }
    var behind = range.upperBound
    while folded[behind] == 0x20 { behind += 1 }
    return startsWithUnit(behind)
  }

  /// Says whether a currency sign, a percent sign or a price's dash stands beside a number.
  func isCurrency(_ range: Range<Int>) -> Bool {
    var before = range.lowerBound - 1
    if folded[before] == 0x20 { before -= 1 }
    if folded[max(0, before)] == UInt8(ascii: "$") { return true }
    // The euro sign is E2 82 AC, the pound sign C2 A3.
    if before >= 2, folded[before] == 0xAC, folded[before - 1] == 0x82 { return true }
    if before >= 1, folded[before] == 0xA3, folded[before - 1] == 0xC2 { return true }
    var behind = range.upperBound
    while folded[behind] == 0x20 { behind += 1 }
    if folded[behind] == 0xE2, folded[behind + 1] == 0x82 { return true }
    if folded[behind] == UInt8(ascii: "$") || folded[behind] == UInt8(ascii: "%") { return true }
    if folded[behind] == UInt8(ascii: ","), folded[behind + 1] == UInt8(ascii: "-") { return true }
    return false
  }

  private func startsWithUnit(_ offset: Int) -> Bool {
    guard let index = word(at: offset), Int(words[index].start) == offset else { return false }
    return sense(index).classes.contains(.unit)
  }
}
