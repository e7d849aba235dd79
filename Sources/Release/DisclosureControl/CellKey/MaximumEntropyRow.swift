import Glibc

/// One row of a p-table: the probabilities of greatest entropy under its constraints.
///
/// Without constraints on order, p_j = exp(l0 + l1 v + l2 v^2 - 1). The two multipliers are found by
/// damped Newton on the dual log Z(l1, l2) - l2 V; where the variance is slack, l2 = 0. Where
/// p(0) < pstay it is fixed there and the rest is solved again; where a neighbour below is larger
/// than the one nearer to i, the two become one group with the same probability, and again.
struct MaximumEntropyRow {
  private let changes: [Int]
  private let variance: Double
  private let stay: Double

  init(_ changes: [Int], _ parameters: PerturbationTable.Parameters) {
    self.changes = changes
    variance = parameters.variance
    stay = parameters.stay
  }

  /// The probabilities in the order of the changes; `nil` where there are none.
  var probabilities: [Double]? {
    guard changes.contains(0) else { return solve(fixed: nil) }
    guard let free = solve(fixed: nil) else { return nil }
    guard let place = changes.firstIndex(of: 0), free[place] < stay else { return free }
    // Lowered by .05 until feasible.
    var wanted = stay
    while wanted > free[place] {
      if let row = solve(fixed: wanted) { return row }
      wanted -= 0.05
    }
    return free
  }

  /// Solves with the stay's probability given, merging until nothing falls towards i from below.
  private func solve(fixed: Double?) -> [Double]? {
    var groups = changes.indices.filter { fixed == nil || changes[$0] != 0 }.map { [$0] }
    while true {
      guard let family = family(groups, mass: 1 - (fixed ?? 0)) else { return nil }
      var row = [Double](repeating: 0, count: changes.count)
      for (group, probability) in zip(groups, family) {
        for place in group { row[place] = probability }
      }
      if let fixed, let place = changes.firstIndex(of: 0) { row[place] = fixed }
      let falling = groups.indices.dropLast().first { group in
        guard let next = groups[group + 1].last, changes[next] <= 0 else { return false }
        return family[group] > family[group + 1] + 1e-12
      }
      if let falling {
        groups[falling] += groups.remove(at: falling + 1)
        continue
      }
      if let fixed, let below = changes.indices.last(where: { changes[$0] < 0 }),
        row[below] > fixed + 1e-9
      {
        return nil
      }
      return row
    }
  }

  /// The probability of one member of each group; `nil` where mean and variance cannot be met.
  private func family(_ groups: [[Int]], mass: Double) -> [Double]? {
    let size = groups.map { Double($0.count) }
    func mean(_ group: [Int], _ power: Int) -> Double {
      group.reduce(0) { $0 + Double(power == 1 ? changes[$1] : changes[$1] * changes[$1]) }
        / Double(group.count)
    }
    let first = groups.map { mean($0, 1) }
    let second = groups.map { mean($0, 2) }
    guard let low = first.min(), let high = first.max(), low <= 0, high >= 0,
      Self.leastVariance(first, second) <= variance / mass + 1e-12
    else { return nil }
    let slack = Dual(size, first, second, target: nil)
    if let slack, slack.variance <= variance / mass { return slack.weights.map { $0 * mass } }
    return Dual(size, first, second, target: variance / mass)?.weights.map { $0 * mass }
  }

  /// The least variance with mean 0: of no change, or of the nearest change on either side.
  private static func leastVariance(_ first: [Double], _ second: [Double]) -> Double {
    var least = Double.infinity
    for (a, va) in zip(first, second) {
      if a == 0 { least = min(least, va) }
      for (b, vb) in zip(first, second) where a < 0 && b > 0 {
        least = min(least, (b * va - a * vb) / (b - a))
      }
    }
    return least
  }

  /// The exponential family with mean 0 and, where given, a second moment.
  private struct Dual {
    private(set) var weights: [Double]
    let variance: Double

    init?(_ size: [Double], _ first: [Double], _ second: [Double], target: Double?) {
      var (l1, l2) = (0.0, 0.0)
      func evaluate(_ l1: Double, _ l2: Double) -> (objective: Double, weights: [Double]) {
        let exponents = zip(first, second).map { l1 * $0 + l2 * $1 }
        let top = exponents.max() ?? 0
        let terms = zip(size, exponents).map { $0 * exp($1 - top) }
        let sum = terms.reduce(0, +)
        return (log(sum) + top - l2 * (target ?? 0), terms.map { $0 / sum })
      }
      var now = evaluate(l1, l2)
      for _ in 0..<500 {
        var (m1, m2, s11, s12, s22) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (place, p) in now.weights.enumerated() {
          m1 += p * first[place]
          m2 += p * second[place]
          s11 += p * first[place] * first[place]
          s12 += p * first[place] * second[place]
          s22 += p * second[place] * second[place]
        }
        let (g1, g2) = (m1, target.map { m2 - $0 } ?? 0)
        if abs(g1) < 1e-13, abs(g2) < 1e-13 { break }
        let (h11, h12, h22) = (s11 - m1 * m1, s12 - m1 * m2, s22 - m2 * m2)
        var (d1, d2) = (0.0, 0.0)
        if target == nil {
          guard h11 > 0 else { return nil }
          d1 = -g1 / h11
        } else {
          let determinant = h11 * h22 - h12 * h12
          guard determinant > 1e-300 else { return nil }
          d1 = -(h22 * g1 - h12 * g2) / determinant
          d2 = -(h11 * g2 - h12 * g1) / determinant
        }
        var step = 1.0
        var next = evaluate(l1 + d1, l2 + d2)
        while !(next.objective <= now.objective + 1e-14), step > 1e-12 {
          step /= 2
          next = evaluate(l1 + step * d1, l2 + step * d2)
        }
        (l1, l2) = (l1 + step * d1, l2 + step * d2)
        now = next
      }
      let m1 = zip(now.weights, first).reduce(0) { $0 + $1.0 * $1.1 }
      let m2 = zip(now.weights, second).reduce(0) { $0 + $1.0 * $1.1 }
      guard abs(m1) < 1e-9, target.map({ abs(m2 - $0) < 1e-9 }) ?? true else { return nil }
      variance = m2
      // A group's weight is shared by its members.
      weights = zip(now.weights, size).map { $0 / $1 }
    }
  }
}
