import Testing

@testable import Detection

struct OverlapRuleTests {
  private func finding(_ range: Range<Int>, _ kind: EntityKind, _ score: Float) -> Finding {
    Finding(message: 0, range: range, kind: kind, score: score, detector: kind.rawValue)
  }

  private func resolved(_ findings: [Finding]) -> [String] {
    let text = Array("abcdefghij -- klmnop".utf8)
    let forward = OverlapRule.resolve(findings, in: text)
    #expect(OverlapRule.resolve(findings.reversed(), in: text) == forward)
    return forward.map { "\($0.kind.rawValue) \($0.range)" }
  }

  @Test func `the longer finding wins`() {
    #expect(resolved([finding(2..<4, .age, 1), finding(0..<6, .date, 0.5)]) == ["DATE 0..<6"])
  }

  @Test func `of equal length the surer wins, then the kind that is declared first`() {
    #expect(
      resolved([finding(0..<4, .phoneNumber, 0.6), finding(0..<4, .nlBSN, 0.9)]) == ["NL_BSN 0..<4"]
    )
    #expect(
      resolved([finding(0..<4, .nlBSN, 0.6), finding(0..<4, .phoneNumber, 0.6)])
        == ["PHONE_NUMBER 0..<4"]
    )
  }

  @Test func `what a winner leaves stays a finding, so no byte is given up`() {
    #expect(
      resolved([finding(0..<6, .url, 1), finding(4..<9, .person, 1)])
        == ["URL 0..<6", "PERSON 6..<9"]
    )
    #expect(
      resolved([finding(2..<10, .url, 1), finding(0..<3, .person, 1), finding(9..<12, .age, 1)])
        == ["PERSON 0..<2", "URL 2..<10"]
    )
  }

  @Test func `neighbours that only touch both stay`() {
    #expect(
      resolved([finding(0..<3, .age, 1), finding(3..<6, .date, 1)]) == ["AGE 0..<3", "DATE 3..<6"]
    )
  }

  /// Each byte belongs to the strongest finding that claims it, over all findings at once.
  @Test(arguments: 0..<400)
  func `who owns what is what painting byte by byte gives`(seed: Int) {
    var state = UInt64(seed)
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let text = Array("abc-def (ghi) .. jkl é m--n".utf8)
    let messages = [0..<15, 15..<text.count]
    let findings = (0..<1 + draw(9)).map { number in
      let message = draw(2)
      let start = messages[message].lowerBound + draw(messages[message].count)
      let end = start + draw(messages[message].upperBound - start + 1)
      let kind = EntityKind.ordered[draw(3)]
      let score = Float(draw(3)) / 2
      return Finding(
        message: message,
        range: start..<end,
        kind: kind,
        score: score,
        detector: "\(number)"
      )
    }
    let found = OverlapRule.resolve(findings, in: text).map { "\($0.detector) \($0.range)" }
    #expect(found == Self.painted(findings, text))
    let other = OverlapRule.resolve(findings.reversed(), in: text)
    #expect(other.map { "\($0.detector) \($0.range)" } == found)
  }

  private static func painted(_ findings: [Finding], _ text: [UInt8]) -> [String] {
    let owners = text.indices.map { byte in
      findings.filter { $0.range.contains(byte) }.min { one, other in
        (-one.range.count, -one.score, one.range.lowerBound, one.kind.place, one.detector)
          < (
            -other.range.count, -other.score, other.range.lowerBound, other.kind.place,
            other.detector
          )
      }
    }
    var stretches: [String] = []
    var start = 0
    while start < text.count {
      var end = start + 1
      while end < text.count, owners[end]?.detector == owners[start]?.detector { end += 1 }
      if let owner = owners[start] {
        // What is left of a finding loses the punctuation at its ends.
        var range = start..<end
        let isContent = { (byte: UInt8) in
          byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter
        }
        if range != owner.range {
          while let first = text[range].first, !isContent(first) { range = range.dropFirst() }
          while let last = text[range].last, !isContent(last) { range = range.dropLast() }
        }
        if !range.isEmpty { stretches.append("\(owner.detector) \(range)") }
      }
      start = end
    }
    return stretches
  }
}
