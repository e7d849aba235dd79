/// How well codes agree with those that people gave.
public struct CodingScore: Sendable {
  /// The agreement on one variable.
  public struct Agreement: Equatable, Sendable {
    /// How many contacts have a code of people.
    public let count: Int
    /// The share with exactly the same codes, sets as sets.
    public let accuracy: Double
    /// The mean F1 over the codes that people gave.
    public let macroF1: Double
    /// Cohen's kappa over the sets of codes: agreement beyond chance.
    public let kappa: Double
  }

  /// "The chat does not tell" is a code of its own: to claim what it does not tell is an error.
  private static let untold = "(none)"
  typealias Pair = (gold: Set<String>, given: Set<String>)
  /// By contact, what people and program say of each variable.
  private(set) var contacts: [[String: Pair]] = []
  private(set) var pairs: [String: [Pair]] = [:]

  /// Makes an empty score.
  public init() {}

  /// Makes a score of contacts, which may come more than once.
  init(_ contacts: [[String: Pair]]) {
    self.contacts = contacts
    for contact in contacts {
      for (variable, pair) in contact { pairs[variable, default: []].append(pair) }
    }
  }

  /// Adds one contact.
  ///
  /// - Parameters:
  ///   - gold: The codes that people gave.
  ///   - given: The codes of a variable that are to be judged; empty where it has none.
  public mutating func add(_ gold: GoldContact, given: (String) -> Set<String>) {
    var contact: [String: Pair] = [:]
    for (variable, codes) in gold.codes {
      let pair = (gold: Self.told(codes), given: Self.told(given(variable)))
      contact[variable] = pair
      pairs[variable, default: []].append(pair)
    }
    contacts.append(contact)
  }

  /// The variables that people coded, in alphabetical order.
  public var variables: [String] { pairs.keys.sorted() }

  /// The agreement on a variable; `nil` where nobody coded it.
  public subscript(variable: String) -> Agreement? {
    guard let pairs = pairs[variable] else { return nil }
    let count = Double(pairs.count)
    let same = Double(pairs.count { $0.gold == $0.given }) / count
    var chance = 0.0
    for value in Set(pairs.map(\.gold)).sorted(by: Self.precedes) {
      let gold = Double(pairs.count { $0.gold == value })
      chance += gold * Double(pairs.count { $0.given == value }) / (count * count)
    }
    return Agreement(
      count: pairs.count,
      accuracy: same,
      macroF1: Self.macroF1(pairs),
      kappa: chance < 1 ? (same - chance) / (1 - chance) : 1
    )
  }

  /// The means over all variables; `nil` where there is none.
  public var mean: Agreement? {
    let all = variables.compactMap { self[$0] }
    guard !all.isEmpty else { return nil }
    let count = Double(all.count)
    return Agreement(
      count: all.map(\.count).max() ?? 0,
      accuracy: all.map(\.accuracy).reduce(0, +) / count,
      macroF1: all.map(\.macroF1).reduce(0, +) / count,
      kappa: all.map(\.kappa).reduce(0, +) / count
    )
  }

  private static func told(_ codes: Set<String>) -> Set<String> { codes.isEmpty ? [untold] : codes }

  /// A fixed order of sets, so that sums come out the same every time.
  private static func precedes(_ left: Set<String>, _ right: Set<String>) -> Bool {
    left.sorted().lexicographicallyPrecedes(right.sorted())
  }

  private static func macroF1(_ pairs: [Pair]) -> Double {
    let codes = Set(pairs.flatMap(\.gold)).sorted()
    let scores = codes.map { code -> Double in
      let both = pairs.count { $0.gold.contains(code) && $0.given.contains(code) }
      let either =
        pairs.count { $0.gold.contains(code) } + pairs.count { $0.given.contains(code) }
      return 2 * Double(both) / Double(either)
    }
    return scores.reduce(0, +) / Double(codes.count)
  }
}
