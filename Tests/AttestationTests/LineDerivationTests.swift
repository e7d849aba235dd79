import Datasets
import Testing

@testable import Attestation

/// Hand-worked lines.
struct LineDerivationTests {
  private func bounds(
    _ lines: [([String], Int?)],
    isMulti: Bool = false
  ) -> [String] {
    LineDerivation(
      lines: lines.map(\.0),
      values: lines.map { $0.1.map { .count($0) } ?? .withheld },
      isMulti: isMulti
    ).bounds.map { "\($0.lower)...\($0.upper)" }
  }

  @Test func `two of three bands give the third away`() {
    #expect(
      bounds([(["a", "b"], 54), (["b"], 47), (["a"], nil)]) == ["54...54", "47...47", "7...7"]
    )
  }

  @Test func `two withheld bands share what is left`() {
    let seen = bounds([(["a", "b", "c"], 60), (["c"], 40), (["a"], nil), (["b"], nil)])
    #expect(seen == ["60...60", "40...40", "0...20", "0...20"])
  }

  @Test func `nested groups are subtracted from each other`() {
    // a+b+c = 76 and a+b = 54 leave 22 for c, which no line shows alone.
    let seen = bounds([(["a", "b", "c"], 76), (["a", "b"], 54), (["c", "d"], nil), (["d"], 5)])
    #expect(seen[2] == "27...27")
  }

  @Test func `a sum that cannot be is a contradiction`() {
    let seen = LineDerivation(
      lines: [["a", "b"], ["a"], ["b"]],
      values: [.count(10), .count(8), .count(5)],
      isMulti: false
    ).bounds
    #expect(seen.contains { $0.lower > $0.upper })
  }

  @Test func `several answers a person do not add up`() {
    let seen = bounds([(["a", "b"], 10), (["a"], 8), (["b"], nil)], isMulti: true)
    #expect(seen == ["10...10", "8...8", "0...10"])
  }
}
