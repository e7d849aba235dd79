/// How far two codings of the same contacts agree on one variable.
public struct Agreement: Equatable, Sendable {
  /// How many contacts both coded.
  public let count: Int
  /// How many got exactly the same codes.
  public let same: Int
  /// Cohen's kappa; 1 where agreement by chance is certain.
  ///
  /// Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and
  /// Psychological Measurement 20 (1960) 37-46. Several codes of one contact count as one value.
  public let kappa: Double
  /// How many contacts got value i from the first and value j from the second; values in the order of
  /// their codes.
  public let crossed: [[Int]]

  /// Compares two codings.
  ///
  /// - Parameter pairs: The codes that each gave to a contact; their order does not matter.
  public init(_ pairs: [(first: [String], second: [String])]) {
    var first: [[String]: Int] = [:]
    var second: [[String]: Int] = [:]
    var same = 0
    for pair in pairs {
      let left = pair.first.sorted()
      let right = pair.second.sorted()
      first[left, default: 0] += 1
      second[right, default: 0] += 1
      if left == right { same += 1 }
    }
    let values = Set(first.keys).union(second.keys)
      .sorted { $0.lexicographicallyPrecedes($1) }
    var places: [[String]: Int] = [:]
    for (place, value) in values.enumerated() { places[value] = place }
    var crossed = Array(repeating: Array(repeating: 0, count: values.count), count: values.count)
    for pair in pairs {
      guard let row = places[pair.first.sorted()], let column = places[pair.second.sorted()] else {
        continue
      }
      crossed[row][column] += 1
    }
    self.crossed = crossed
    count = pairs.count
    self.same = same
    // Whole numbers until the last division, so that the order of a dictionary has no effect.
    let total = pairs.count
    let chance = first.reduce(0) { $0 + $1.value * (second[$1.key] ?? 0) }
    let denominator = total * total - chance
    kappa = denominator == 0 ? 1 : Double(same * total - chance) / Double(denominator)
  }
}
