import Detection

/// Findings that touch the same bytes, as one stretch to replace.
struct Stretch {
  let message: Int
  var range: Range<Int>
  var kind: EntityKind
  private var score: Float
  private var length: Int

  /// Sorts findings and joins those that overlap, so that nothing of any of them stays.
  ///
  /// The kind is that of the surest finding, then of the longest, then of the first.
  static func joined(_ findings: [Finding], of conversation: Conversation)
    throws(PseudonymisationError) -> [Stretch]
  {
    var stretches: [Stretch] = []
    stretches.reserveCapacity(findings.count)
    for finding in findings.sorted(by: precedes) {
      guard conversation.messages.indices.contains(finding.message),
        conversation.messages[finding.message].bytes.contains(finding.range),
        isBoundary(finding.range.lowerBound, in: conversation.text),
        isBoundary(finding.range.upperBound, in: conversation.text)
      else {
        throw .findingOutOfPlace(message: finding.message, detector: finding.detector)
      }
      if finding.range.isEmpty { continue }
      guard let last = stretches.last, last.message == finding.message,
        finding.range.lowerBound < last.range.upperBound
      else {
        stretches.append(
          Stretch(
            message: finding.message,
            range: finding.range,
            kind: finding.kind,
            score: finding.score,
            length: finding.range.count
          )
        )
        continue
      }
      stretches[stretches.count - 1].join(finding)
    }
    return stretches
  }

  private mutating func join(_ finding: Finding) {
    let upper = max(range.upperBound, finding.range.upperBound)
    range = range.lowerBound..<upper
    if (finding.score, finding.range.count) > (score, length) {
      kind = finding.kind
      score = finding.score
      length = finding.range.count
    }
  }

  private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    let first = (left.message, left.range.lowerBound, left.range.upperBound, left.kind.place)
    let second = (right.message, right.range.lowerBound, right.range.upperBound, right.kind.place)
    return first < second
  }

  private static func isBoundary(_ place: Int, in text: [UInt8]) -> Bool {
    place == text.count || text[place] & 0xC0 != 0x80
  }
}

extension Range<Int> {
  /// Whether another range lies inside this one.
  func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
