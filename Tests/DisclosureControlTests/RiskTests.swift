import Aggregation
import Testing

@testable import DisclosureControl

/// Uniqueness and inference, against what is worked by hand and by plain counting.
@Suite struct RiskTests {
  private func sample(_ persons: [[String: [String]]], _ ids: [String]) throws -> PersonSample {
    let line = try SmallLine()
    var sample = try PersonSample(
      of: line.plan.tables.filter { ids.contains($0.id) },
      codebook: line.codebook,
      layout: line.layout
    )
    for codes in persons {
      sample.add(
        try PersonRow(year: 2021, quarter: 1, recordKey: 0, codes: codes, layout: line.layout)
      )
    }
    return sample
  }

  /// Six persons: a1 b1 three times, a1 b2 twice, a2 b1 once.
  private func worked() throws -> PersonSample {
    try sample(
      [("a1", "b1"), ("a1", "b2"), ("a1", "b1"), ("a2", "b1"), ("a1", "b2"), ("a1", "b1")]
        .map { ["a": [$0.0], "b": [$0.1]] },
      ["AB"]
    )
  }

  @Test func `who is alone in a variable or a pair is counted`() throws {
    let found = Uniqueness(try worked(), threshold: 4)
    #expect(found.persons == 6)
    #expect(
      found.combinations == [
        .init(variables: ["a"], personsBySize: [1, 0, 0], smallest: 1),
        .init(variables: ["b"], personsBySize: [0, 2, 0], smallest: 2),
        .init(variables: ["a", "b"], personsBySize: [1, 2, 3], smallest: 1),
      ]
    )
    #expect(found.combinations.map(\.unique) == [1, 0, 1])
    #expect(found.combinations.map(\.few) == [1, 2, 6])
  }

  @Test func `what one answer tells of another, with a base of the threshold or more`() throws {
    let found = Inference(try worked(), threshold: 3)
    func condition(_ variable: String, _ code: String) -> CellKey.Condition {
      .init(variable: variable, codes: [code])
    }
    // b1 -> a1: 3 of 4; a1 -> b1: 3 of 5; a1 -> b2: 2 of 5; b1 -> a2: 1 of 4. b2 and a2 are few.
    #expect(
      found.strongest == [
        .init(given: condition("b", "b1"), told: condition("a", "a1"), both: 3, base: 4),
        .init(given: condition("a", "a1"), told: condition("b", "b1"), both: 3, base: 5),
        .init(given: condition("a", "a1"), told: condition("b", "b2"), both: 2, base: 5),
        .init(given: condition("b", "b1"), told: condition("a", "a2"), both: 1, base: 4),
      ]
    )
    #expect(found.strongest.map(\.perMille) == [750, 600, 400, 250])
    #expect(found.nearlyCertain == 0)
    // b2 -> a1 and a2 -> b1 are certain, of two persons and one.
    #expect(found.certainOfFew == 2)
    // a given b1: (3, 1, 0) of 4 against (5, 1, 0) of 6: half of |1/12| + |1/12|; b given a1:
    // (3, 2) of 5 against (4, 2) of 6: half of |1/15| + |1/15|.
    #expect(found.farthest.map(\.perMille) == [83, 66])
    #expect(found.farthest.map(\.given) == [condition("b", "b1"), condition("a", "a1")])
  }

  /// Four have b1, five a1, two b2, one a2.
  @Test(arguments: [(4, 4), (5, 2), (6, 0)])
  func `an answer of the threshold tells, one of fewer does not`(threshold: Int, told: Int) throws {
    let found = Inference(try worked(), threshold: threshold)
    #expect(found.strongest.count == told)
    #expect(found.certainOfFew == 2)
  }

  @Test func `several answers are one answer to who looks for somebody alone`() throws {
    let persons = [["m1"], ["m2"], ["m1", "m2"], ["m1", "m2"], ["unknown"]]
    let sample = try sample(persons.map { ["m": $0] }, ["M"])
    let found = Uniqueness(sample, threshold: 3)
    #expect(found.combinations == [.init(variables: ["m"], personsBySize: [3, 2], smallest: 1)])
  }

  @Test func `nobody is no risk`() throws {
    let empty = try sample([], ["AB", "M"])
    let found = Uniqueness(empty, threshold: 3)
    #expect(found.persons == 0)
    #expect(found.combinations.count == 7)
    #expect(found.combinations.allSatisfy { $0.few == 0 && $0.smallest == 0 })
    #expect(Inference(empty, threshold: 3).strongest.isEmpty)
  }

  /// All persons of the sample line, every combination counted again with a dictionary.
  @Test func `uniqueness is that of plain counting over all pairs and triples`() throws {
    let codebook = try ArticleLine.codebook()
    let plan = try ArticleLine.plan(codebook)
    let layout = try RowLayout(codebook)
    var sample = try PersonSample(
      of: plan.tables(for: .contract),
      codebook: codebook,
      layout: layout
    )
    for row in try ArticleLine.rows(layout) { sample.add(row) }
    let found = Uniqueness(sample, threshold: 5)
    let count = sample.columns.count
    #expect(
      found.combinations.count
        == count + count * (count - 1) / 2 + count * (count - 1) * (count - 2) / 6
    )
    for combination in found.combinations {
      let places = combination.variables.compactMap { name in
        sample.columns.firstIndex { $0.variable == name }
      }
      var groups: [[UInt64]: Int] = [:]
      for row in sample.answers { groups[places.map { row[$0] }, default: 0] += 1 }
      for size in 1..<5 {
        #expect(
          combination.personsBySize[size - 1] == groups.values.count { $0 == size } * size,
          "\(combination.variables)"
        )
      }
      #expect(combination.smallest == groups.values.min())
    }
  }
}
