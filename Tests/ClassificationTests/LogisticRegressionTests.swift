import Foundation
import Testing

@testable import Classification

struct LogisticRegressionTests {
  /// One feature that tells, by hand: with equal counts on both sides the score of no feature is 0.
  @Test func `the learner finds the feature that tells`() {
    let rows = [[0, 2], [0, 3], [1, 2], [1, 3]]
    let learned = LogisticRegression(rows, [true, true, false, false], features: 4)
    #expect(learned.weights[0] > 0.5)
    #expect(abs(learned.weights[0] + learned.weights[1]) < 1e-3)
    #expect(abs(learned.weights[2]) < 1e-3)
    #expect(abs(learned.score([])) < 1e-3)
  }

  /// The dual's optimum: each weight is the sum of the residuals, cost times 1 - probability.
  @Test func `the learner's weights meet the conditions of the optimum`() {
    let rows = [[0], [0, 1], [1], [1, 2], [2], [0, 2]]
    let labels = [true, true, false, false, true, false]
    let learned = LogisticRegression(rows, labels, features: 3)
    for feature in 0..<3 {
      let gradient = zip(rows, labels).reduce(0.0) { sum, example in
        guard example.0.contains(feature) else { return sum }
        let sign = example.1 ? 1.0 : -1.0
        let probability = 1 / (1 + exp(sign * learned.score(example.0)))
        return sum + 4 * sign * probability / Double(example.0.count).squareRoot()
      }
      #expect(abs(learned.weights[feature] - gradient) < 1e-3)
    }
  }

  @Test(
    arguments: [
      ("betalen", "betal"), ("betaalde", "betaal"), ("geld", "gel"), ("Pakken", "pak"),
      ("zo'n", "zon"), ("één", "een"), ("!!", nil),
    ] as [(String, String?)]
  )
  func `a stem drops the commonest endings`(word: String, stem: String?) {
    #expect(CodingFeatures.stem(of: word) == stem)
  }
}
