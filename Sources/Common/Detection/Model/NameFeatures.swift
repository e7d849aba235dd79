/// The features of a word: numbers of the rows of weights that speak for its labels.
///
/// Each feature is a template's number and what fills it, hashed to a row (the "hashing trick",
/// Weinberger et al. 2009). Two features may share a row; the trainer sees the same.
enum NameFeatures {
  /// The binary logarithm of the count of rows.
  static let rowBits: UInt64 = 17
  /// The count of rows.
  static let rowCount = 1 << Int(rowBits)

  @inline(__always)
  private static func row(_ template: UInt64, _ one: UInt64, _ two: UInt64 = 0) -> UInt32 {
    var hash = (template &* 0x9E37_79B9_7F4A_7C15) ^ (one &* 0xBF58_476D_1CE4_E5B9)
    hash ^= hash &>> 31
    hash = (hash ^ (two &* 0x94D0_49BB_1331_11EB)) &* 0xD6E8_FEB8_6659_FD93
    hash = (hash ^ hash &>> 32) &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: hash &>> (64 &- rowBits))
  }

  /// Finds the rows of a word.
  ///
  /// - Parameters:
  ///   - index: The word, a place in `view.words`.
  ///   - words: The words of its message.
  ///   - view: What is seen of the conversation.
  ///   - message: What is seen of its message.
  ///   - rows: Where to put them; all are set.
  static func fill(
    _ index: Int,
    in words: Range<Int>,
    of view: NameView,
    message: NameView.Message,
    to rows: inout NameRows
  ) {
    let outside = NameView.Word()
    let word = view.words[index]
    let left = index > words.lowerBound ? view.words[index - 1] : outside
    let left2 = index - 1 > words.lowerBound ? view.words[index - 2] : outside
    let right = index + 1 < words.upperBound ? view.words[index + 1] : outside
    let right2 = index + 2 < words.upperBound ? view.words[index + 2] : outside
    let kind = UInt64(word.kind)
    let capital = UInt64(word.capital)
    let gap = UInt64(word.gap)
    let leftGap = UInt64(left.gap)
    let rightGap = index + 1 < words.upperBound ? UInt64(right.gap) : 9
    let shape = kind << 4 | capital
    let leftKind = UInt64(left.kind) | (index > words.lowerBound ? 0 : 64)
    let rightKind = UInt64(right.kind) | (index + 1 < words.upperBound ? 0 : 64)
    let identity = UInt64(word.identity)
    let leftIdentity = UInt64(left.identity) | (index > words.lowerBound ? 0 : 1 << 40)
    let rightIdentity = UInt64(right.identity) | (index + 1 < words.upperBound ? 0 : 1 << 40)
    let style = UInt64(message.style)

    rows[0] = row(1, 0)
    rows[1] = row(2, identity, kind)
    rows[2] = row(3, UInt64(word.lists), capital)
    rows[3] = row(4, shape, UInt64(word.frequency))
    rows[4] = row(5, shape, UInt64(word.surname))
    rows[5] = row(6, shape, style)
    rows[6] = row(7, UInt64(word.end), capital == 1 ? 1 : 0)
    rows[7] = row(8, UInt64(word.end & 0xFFFF00), kind)
    rows[8] = row(9, UInt64(word.start), kind)
    rows[9] = row(10, UInt64(word.length), shape)
    rows[10] = row(11, leftIdentity, gap)
    rows[11] = row(12, leftIdentity << 4 | gap, shape)
    rows[12] = row(13, leftKind << 8 | gap, shape)
    rows[13] = row(14, UInt64(left.capital) << 8 | gap, shape)
    rows[14] = row(15, UInt64(left2.identity) << 4 | leftGap, leftIdentity)
    rows[15] = row(16, UInt64(left2.identity) << 8 | UInt64(left.cue), shape)
    rows[16] = row(17, UInt64(left.cue) << 4 | gap, shape)
    rows[17] = row(18, UInt64(left2.cue) << 8 | UInt64(left.cue), kind)
    rows[18] = row(19, rightIdentity, rightGap)
    rows[19] = row(20, rightIdentity << 4 | rightGap, kind)
    rows[20] = row(21, rightKind << 8 | rightGap, shape)
    rows[21] = row(22, UInt64(right.capital) << 8 | rightGap, shape)
    rows[22] = row(23, UInt64(right.cue) << 4 | rightGap, shape)
    rows[23] = row(24, rightIdentity, UInt64(right2.identity) << 8 | kind)
    rows[24] = row(25, rightKind << 8 | UInt64(right2.kind), shape)
    rows[25] = row(26, leftIdentity, rightIdentity)
    rows[26] = row(27, leftKind << 8 | rightKind, shape)
    rows[27] = row(28, UInt64(left.cue) << 8 | rightKind, shape)
    rows[28] = row(29, UInt64(word.rule), shape)
    rows[29] = row(30, UInt64(word.rule), UInt64(word.form))
    rows[30] = row(31, UInt64(left.rule) << 8 | UInt64(word.rule), UInt64(right.rule) << 8 | gap)
    rows[31] = row(32, UInt64(view.elsewhere[index]), shape)
    rows[32] = row(33, UInt64(word.form) << 8 | rightKind, shape)
    rows[33] = row(34, UInt64(left.form) << 8 | UInt64(word.form), capital)
    let place = min(index - words.lowerBound, 2)
    let length = min(words.count, 6)
    rows[34] = row(35, UInt64(place) << 8 | UInt64(length), shape)
    rows[35] = row(36, UInt64(message.question) << 8 | UInt64(min(length, 4)), shape)
    rows[36] = row(37, UInt64(left.lists) & 0x3FF | UInt64(left.capital) << 20, shape)
    rows[37] = row(38, UInt64(right.lists) & 0x3FF | UInt64(right.capital) << 20, shape)
    rows[38] = row(39, style << 8 | UInt64(left.cue), shape)
    rows[39] = row(40, identity, leftIdentity)
    rows[40] = row(41, identity, rightIdentity)
    rows[41] = row(42, UInt64(left.form) << 8 | UInt64(left.kind), UInt64(left2.form) << 8 | shape)
  }
}

/// The rows of a word, one for each template of `NameFeatures`.
typealias NameRows = InlineArray<42, UInt32>
