/// Where a span of words begins and ends in folded text, with the signs that belong to it.
enum SpanEdge {
  /// Returns the bytes of a span: an apostrophe before `'t`, the full stop of a last initial or
  /// abbreviation, a bracket that closes one inside.
  static func range(of span: NameSpan, in text: PreparedConversation) -> Range<Int> {
    let first = text.words[span.words.lowerBound]
    let last = text.words[span.words.upperBound - 1]
    var start = Int(first.start)
    var end = Int(last.end)
    let bytes = text.folded
    let apostrophe = UInt8(ascii: "'")
    if first.count == 1, first.gap.contains(.apostrophe), bytes[start - 1] == apostrophe {
      start -= 1
    }
    // The byte behind a message is NUL, so `end` is always a place in the text.
    if bytes[end] == UInt8(ascii: "."), last.count <= 2,
      last.shape.contains(.startsUpper)
        || span.words.count > 1 && last.count <= 2 && last.gap.contains(.stop)
        || span.kind == .address && last.count <= 3 && last.shape.contains(.hasLetter)
        || span.kind == .person && last.count == 1
        || text.isWord(span.words.upperBound - 1, "ong")
    {
      end += 1
    }
    if bytes[end] == UInt8(ascii: ")"), bytes[start..<end].contains(UInt8(ascii: "(")) { end += 1 }
    if span.detector == "place.coordinates", bytes[end] == UInt8(ascii: "\"") { end += 1 }
    return start..<end
  }
}
