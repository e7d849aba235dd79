/// Which finding keeps a stretch that several claim: the longest, then the surest.
///
/// Findings are taken longest first; of equal length the one with the higher score, then the one
/// that begins earlier, then the kind that stands first in `EntityKind`, then the detector's name.
/// A later finding keeps what the earlier ones leave of it, as long as that holds a letter or a
/// digit: no byte that any finding claimed is given up, so the rule cannot leak.
enum OverlapRule {
  /// Resolves findings.
  ///
  /// - Parameters:
  ///   - findings: Findings in any order.
  ///   - text: The text they are of.
  /// - Returns: Findings sorted by message and place, disjoint, none empty.
  static func resolve(_ findings: [Finding], in text: [UInt8]) -> [Finding] {
    if findings.isEmpty { return findings }
    let sorted = inOrder(findings)
    var result: [Finding] = []
    result.reserveCapacity(sorted.count)
    var start = 0
    while start < sorted.count {
      // A group: findings that overlap in a chain.
      var end = start + 1
      var reach = sorted[start].range.upperBound
      while end < sorted.count, sorted[end].message == sorted[start].message,
        sorted[end].range.lowerBound < reach
      {
        reach = max(reach, sorted[end].range.upperBound)
        end += 1
      }
      if end == start + 1 {
        if !sorted[start].range.isEmpty { result.append(sorted[start]) }
      } else {
        result.append(contentsOf: settle(sorted[start..<end], in: text))
      }
      start = end
    }
    return result
  }

  /// Findings by message and place; those of one place stay in the order they came.
  private static func inOrder(_ findings: [Finding]) -> [Finding] {
    // Places are sorted, not findings: a key holds place and number, and messages ascend with bytes.
    var keys = findings.indices.map { number in
      UInt64(findings[number].range.lowerBound) << 32 | UInt64(number)
    }
    keys.sort()
    return keys.map { findings[Int($0 & 0xFFFF_FFFF)] }
  }

  /// Paints the group's bytes, the strongest finding first, and reads off who owns what.
  ///
  /// Costs the sum of the findings' lengths.
  private static func settle(_ group: ArraySlice<Finding>, in text: [UInt8]) -> [Finding] {
    let base = group.first?.range.lowerBound ?? 0
    let end = group.lazy.map(\.range.upperBound).max() ?? base
    // Mostly one finding holds all the others.
    if let strongest = group.min(by: isStronger), strongest.range == base..<end, base < end {
      return [strongest]
    }
    let ranked = group.sorted(by: isStronger)
    var owners = [Int32](repeating: -1, count: end - base)
    for (rank, finding) in ranked.enumerated() {
      for place in finding.range where owners[place - base] < 0 {
        owners[place - base] = Int32(truncatingIfNeeded: rank)
      }
    }
    var kept: [Finding] = []
    var start = 0
    while start < owners.count {
      var stop = start + 1
      while stop < owners.count, owners[stop] == owners[start] { stop += 1 }
      if owners[start] >= 0 {
        let finding = ranked[Int(owners[start])]
        let range = base + start..<base + stop
        if range == finding.range {
          kept.append(finding)
        } else if let rest = trimmed(range, in: text) {
          kept.append(finding.with(range: rest))
        }
      }
      start = stop
    }
    return kept
  }

  private static func isStronger(_ first: Finding, _ second: Finding) -> Bool {
    if first.range.count != second.range.count { return first.range.count > second.range.count }
    if first.score != second.score { return first.score > second.score }
    if first.range.lowerBound != second.range.lowerBound {
      return first.range.lowerBound < second.range.lowerBound
    }
    if first.kind != second.kind { return first.kind.place < second.kind.place }
    return first.detector < second.detector
  }

  /// A remainder without the punctuation at its ends; nil when nothing else is left.
  private static func trimmed(_ range: Range<Int>, in text: [UInt8]) -> Range<Int>? {
    let isContent = { (byte: UInt8) in
      byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
    guard let first = text[range].firstIndex(where: isContent),
      let last = text[range].lastIndex(where: isContent)
    else { return nil }
    return first..<last + 1
  }
}

extension Finding {
  /// The finding with another stretch.
  func with(range: Range<Int>) -> Finding {
    Finding(
      message: message,
      range: range,
      kind: kind,
      score: score,
      detector: detector,
      evidence: evidence
    )
  }
}
