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
}
