import Glibc

/// Logistic regression with a penalty on large weights, by coordinate descent in the dual.
///
/// Source: H.-F. Yu, F.-L. Huang, C.-J. Lin, "Dual coordinate descent methods for logistic
/// regression and maximum entropy models", Machine Learning 85 (2011) 41-75, algorithm 5, as
/// liblinear's solver 7, but in the examples' order: the same examples give the same weights.
struct LogisticRegression {
  /// A weight for each feature.
  private(set) var weights: [Double]
  /// What a contact without features has.
  private(set) var bias = 0.0

  private static let cost = 4.0
  private static let rounds = 40

  /// Learns.
  ///
  /// - Parameters:
  ///   - rows: The features of each example, by number; each counts for 1 over the root of how many
  ///     there are, so that long chats weigh as much as short ones.
  ///   - labels: Whether each example is one of the sought.
  ///   - features: How many features there are.
  init(_ rows: [[Int]], _ labels: [Bool], features: Int) {
    weights = Array(repeating: 0, count: features)
    let cost = Self.cost
    let small = min(0.001 * cost, 1e-8)
    var alpha = rows.map { _ in (small, cost - small) }
    for (row, label) in zip(rows, labels) { add(row, label ? small : -small) }
    for _ in 0..<Self.rounds {
      for (place, row) in rows.enumerated() {
        let sign = labels[place] ? 1.0 : -1.0
        // A row's length is 1, the bias another 1.
        let square = row.isEmpty ? 1.0 : 2.0
        let margin = sign * score(row)
        let isSwapped = 0.5 * square * (alpha[place].1 - alpha[place].0) + margin < 0
        let old = isSwapped ? alpha[place].1 : alpha[place].0
        let slope = isSwapped ? -margin : margin
        let new = Self.minimum(from: old, square, slope, cost)
        alpha[place] = isSwapped ? (cost - new, new) : (new, cost - new)
        add(row, sign * (isSwapped ? -1 : 1) * (new - old))
      }
    }
  }

  /// The least value of the dual along one example, by Newton's steps.
  private static func minimum(
    from old: Double,
    _ square: Double,
    _ slope: Double,
    _ cost: Double
  ) -> Double {
    var value = cost - old < 0.5 * cost ? 0.1 * old : old
    for _ in 0..<100 {
      let gradient = square * (value - old) + slope + log(value / (cost - value))
      if abs(gradient) < 1e-8 { break }
      let next = value - gradient / (square + cost / (cost - value) / value)
      value = next <= 0 ? value * 0.1 : min(next, cost - 1e-12)
    }
    return value
  }

  private mutating func add(_ row: [Int], _ step: Double) {
    bias += step
    let share = step * Self.share(row)
    for feature in row { weights[feature] += share }
  }

  /// What each feature of a contact counts for.
  static func share(_ row: [Int]) -> Double {
    row.isEmpty ? 0 : 1 / Double(row.count).squareRoot()
  }

  /// How much speaks for the sought; 0 is as much as against.
  func score(_ row: [Int]) -> Double {
    bias + Self.share(row) * row.reduce(0) { $0 + weights[$1] }
  }
}

/// A curve from scores to probabilities, fitted to scores of examples that the learner had not seen.
///
/// Source: H.-T. Lin, C.-J. Lin, R. C. Weng, "A note on Platt's probabilistic outputs for support
/// vector machines", Machine Learning 68 (2007) 267-276.
struct ProbabilityCurve: Equatable, Sendable {
  /// What a score is multiplied with.
  let slope: Double
  /// What is added.
  let offset: Double

  /// Takes a curve as it was written.
  init(slope: Double, offset: Double) {
    self.slope = slope
    self.offset = offset
  }

  /// Fits a curve.
  init(_ scores: [Double], _ labels: [Bool]) {
    let positive = Double(labels.count { $0 })
    let negative = Double(labels.count) - positive
    // Never quite 0 or 1, by Laplace's rule.
    let targets = labels.map { $0 ? (positive + 1) / (positive + 2) : 1 / (negative + 2) }
    var (slope, offset) = (1.0, log((positive + 1) / (negative + 1)))
    for _ in 0..<50 {
      var (first, second, both, slopeGradient, gradient) = (1e-3, 1e-3, 0.0, 0.0, 0.0)
      for (score, target) in zip(scores, targets) {
        let share = Self.logistic(slope * score + offset)
        let spread = share * (1 - share)
        first += score * score * spread
        second += spread
        both += score * spread
        slopeGradient += score * (share - target)
        gradient += share - target
      }
      let determinant = first * second - both * both
      // A falling curve would turn the learner's order around.
      slope = max(0.05, slope - clamped((second * slopeGradient - both * gradient) / determinant))
      offset -= clamped((first * gradient - both * slopeGradient) / determinant)
    }
    self.init(slope: slope, offset: offset)
  }

  /// The probability of a score.
  func probability(_ score: Double) -> Double { Self.logistic(slope * score + offset) }

  private static func logistic(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
}

/// A Newton step that does not leave the neighbourhood.
private func clamped(_ step: Double) -> Double { min(1, max(-1, step)) }
