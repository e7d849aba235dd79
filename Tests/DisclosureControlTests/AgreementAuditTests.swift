import Testing

@testable import DisclosureControl

/// What is said of two readers, held against an attacker who tries every table.
@Suite struct AgreementAuditTests {
  /// Kappa by Cohen's formula, as his paper has it.
  private func kappa(_ table: [[Int]]) -> Double {
    let total = Double(table.joined().reduce(0, +))
    let same = Double(table.indices.reduce(0) { $0 + table[$1][$1] }) / total
    let chance = table.indices.reduce(0.0) { sum, place in
      let row = Double(table[place].reduce(0, +))
      let column = Double(table.reduce(0) { $0 + $1[place] })
      return sum + row / total * column / total
    }
    return chance == 1 ? 1 : (same - chance) / (1 - chance)
  }

  /// Cohen 1960, table 1 in the common retelling: 20, 5, 10, 15 of 50: kappa 0.4.
  @Test func `the band is that of Cohen's kappa, with its ends`() {
    #expect(CrossTable([[20, 5], [10, 15]]).tenths == 4)
    #expect(abs(CrossTable([[20, 5], [10, 15]]).kappa - 0.4) < 1e-12)
    #expect(CrossTable([[20, 0], [0, 15]]).tenths == 9)
    #expect(CrossTable([[35]]).tenths == 9)
    #expect(CrossTable([[8, 8], [8, 8]]).tenths == 0)
    #expect(CrossTable([[8, 9], [8, 8]]).tenths == -1)
  }

  @Test func `a table that passes leaves every small number its width, tried table by table`() {
    var dice = Dice(state: 5)
    var passed = 0
    for _ in 0..<40 where passed < 4 {
      let counts = (0..<4).map { _ in Int.random(in: 0...10, using: &dice) }
      let table = [[counts[0], counts[1]], [counts[2], counts[3]]]
      let total = counts.reduce(0, +)
      guard (14...29).contains(total) else { continue }
      let audit = AgreementAudit(table)
      guard audit.holds(threshold: 5) else { continue }
      passed += 1
      // Numbers as an attacker has them: a band, a ten. Codes: the margins and the diagonal.
      func codes(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> [Int] {
        [a + b, c + d, a + c, b + d, a, d]
      }
      func band(_ table: [[Int]]) -> Int {
        min(9, max(-1, Int((kappa(table) * 10 + 1e-9).rounded(.down))))
      }
      let truth = codes(counts[0], counts[1], counts[2], counts[3])
      let published = band(table)
      var low = truth
      var high = truth
      let first = total / 10 * 10
      for sum in first...first + 9 {
        for a in 0...sum {
          for b in 0...(sum - a) {
            for c in 0...(sum - a - b) {
              let d = sum - a - b - c
              guard band([[a, b], [c, d]]) == published else { continue }
              for (place, number) in codes(a, b, c, d).enumerated() {
                low[place] = min(low[place], number)
                high[place] = max(high[place], number)
              }
            }
          }
        }
      }
      for (place, count) in truth.enumerated() where (1..<5).contains(count) {
        #expect(low[place] < count && high[place] - low[place] >= 4, "\(table) \(place)")
      }
    }
    #expect(passed == 4, "\(passed)")
  }

  @Test func `what would give a code away is not said`() {
    // Thirty contacts, all coded alike by both: nothing hides in one value.
    #expect(AgreementAudit([[30]]).holds(threshold: 10))
    // A second value of three contacts: 27 + 3 and complete agreement; the three may be any number.
    #expect(AgreementAudit([[27, 0], [0, 3]]).holds(threshold: 10))
    // Of 30 to 39 contacts no number can lie 39 apart and stay in the ten.
    #expect(!AgreementAudit([[27, 0], [0, 3]]).holds(threshold: 42))
    // Too many values to try.
    let many = (0..<41).map { row in (0..<41).map { $0 == row ? 1 : 0 } }
    #expect(!AgreementAudit(many).holds(threshold: 10))
  }
}
