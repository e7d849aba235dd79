/// How alone persons are in each variable, pair and triple of published variables.
///
/// The line counts everybody who came, so who is unique in the sample is unique in the population
/// of the line's visitors; among all victims there are others. Source: sample and population
/// uniques, Skinner and Elliot 2002; k of k-anonymity, Sweeney 2002.
///
/// Time is that of one pass over the persons for each combination: 7,140 triples of 36 variables.
/// Memory is one number for each group of a pair and answer of the third variable.
public struct Uniqueness: Sendable {
  /// One combination of variables.
  public struct Combination: Equatable, Sendable {
    /// The variables' ids, one to three.
    public let variables: [String]
    /// How many persons share their answers with k - 1 others, for k = 1, 2 and so on.
    public let personsBySize: [Int]
    /// The size of the smallest group; 0 where there is nobody.
    public let smallest: Int

    /// How many persons are alone.
    public var unique: Int { personsBySize.first ?? 0 }
    /// How many persons are in groups below the threshold.
    public var few: Int { personsBySize.reduce(0, +) }
  }

  /// How many persons there are.
  public let persons: Int
  /// Every variable, pair and triple, in that order and in the codebook's order of variables.
  public let combinations: [Combination]

  /// Looks at all combinations.
  ///
  /// - Parameters:
  ///   - sample: The persons.
  ///   - threshold: Groups of this size or more are not told apart.
  public init(_ sample: PersonSample, threshold: Int) {
    persons = sample.answers.count
    let values = sample.columns.indices.map { Self.numbered(sample.answers, $0) }
    let names = sample.columns.map(\.variable)
    var scratch = Groups(threshold: threshold)
    let everybody = Groups.Refined(groups: sample.answers.map { _ in 0 }, count: 1)
    var singles: [Combination] = []
    var pairs: [Combination] = []
    var triples: [Combination] = []
    for a in names.indices {
      let one = scratch.refine(everybody, by: values[a])
      singles.append(scratch.combination([names[a]]))
      for b in names.indices.dropFirst(a + 1) {
        let two = scratch.refine(one, by: values[b])
        pairs.append(scratch.combination([names[a], names[b]]))
        for c in names.indices.dropFirst(b + 1) {
          scratch.count(two, by: values[c])
          triples.append(scratch.combination([names[a], names[b], names[c]]))
        }
      }
    }
    combinations = singles + pairs + triples
  }

  /// A variable's answers as numbers from 0 on, in order of first sight.
  private static func numbered(
    _ answers: [[UInt64]],
    _ column: Int
  ) -> (numbers: [Int], count: Int) {
    var known: [UInt64: Int] = [:]
    var numbers: [Int] = []
    numbers.reserveCapacity(answers.count)
    for row in answers {
      let answer = row[column]
      let number = known[answer] ?? known.count
      if number == known.count { known[answer] = number }
      numbers.append(number)
    }
    return (numbers, known.count)
  }
}

/// Divides groups of persons by one more variable, and counts how large the parts are.
private struct Groups {
  /// Persons divided into groups.
  struct Refined {
    /// Each person's group.
    let groups: [Int]
    /// How many groups there are.
    let count: Int
  }

  let threshold: Int
  private var sizes: [Int] = []
  private var touched: [Int] = []
  private var personsBySize: [Int] = []
  private var smallest = 0

  init(threshold: Int) { self.threshold = threshold }

  /// Counts the parts.
  mutating func count(_ parent: Refined, by column: (numbers: [Int], count: Int)) {
    let needed = parent.count * max(1, column.count)
    if sizes.count < needed { sizes = Array(repeating: 0, count: needed) }
    touched.removeAll(keepingCapacity: true)
    for (person, group) in parent.groups.enumerated() {
      let place = group * column.count + column.numbers[person]
      if sizes[place] == 0 { touched.append(place) }
      sizes[place] += 1
    }
    personsBySize = Array(repeating: 0, count: max(0, threshold - 1))
    smallest = touched.isEmpty ? 0 : Int.max
    for place in touched {
      let size = sizes[place]
      if size < threshold { personsBySize[size - 1] += size }
      smallest = min(smallest, size)
      sizes[place] = 0
    }
  }

  /// Counts the parts and gives them.
  mutating func refine(_ parent: Refined, by column: (numbers: [Int], count: Int)) -> Refined {
    count(parent, by: column)
    for (number, place) in touched.enumerated() { sizes[place] = number }
    let groups = parent.groups.enumerated().map { person, group in
      sizes[group * column.count + column.numbers[person]]
    }
    for place in touched { sizes[place] = 0 }
    return Refined(groups: groups, count: touched.count)
  }

  /// What was counted last.
  func combination(_ variables: [String]) -> Uniqueness.Combination {
    Uniqueness.Combination(
      variables: variables,
      personsBySize: personsBySize,
      smallest: smallest
    )
  }
}
