import Codebook

/// A statistical layer behind the rules: codes that it claims where rules and readers are silent.
///
/// One linear classifier a code, over names of `CodingFeatures`. It claims a code only where its
/// probability reaches the threshold that cross-validation gave the code; codes for which no
/// threshold kept the stated precision are not in it.
public struct CodingModel: Sendable {
  /// The classifier of one code.
  struct Classifier: Equatable, Sendable {
    let variable: String
    let code: String
    /// The least probability at which the code is claimed.
    let threshold: Double
    let bias: Double
    let curve: ProbabilityCurve
    /// By the feature's number; only what is not 0.
    let weights: [Int: Double]
  }

  /// The fingerprint of the codebook that it was trained under.
  public let codebook: String
  /// How many contacts it was trained from.
  public let contacts: Int
  /// The precision that was asked for.
  public let precision: Double
  /// The names of its features, in alphabetical order.
  let features: [String]
  let classifiers: [Classifier]
  private let numbers: [String: Int]
  private let byVariable: [String: [Int]]

  /// How many codes it may claim.
  public var codes: Int { classifiers.count }

  init(
    codebook: String,
    contacts: Int,
    precision: Double,
    features: [String],
    classifiers: [Classifier]
  ) {
    self.codebook = codebook
    self.contacts = contacts
    self.precision = precision
    self.features = features
    self.classifiers = classifiers
    var numbers: [String: Int] = [:]
    for (number, name) in features.enumerated() { numbers[name] = number }
    self.numbers = numbers
    var byVariable: [String: [Int]] = [:]
    for (place, classifier) in classifiers.enumerated() {
      byVariable[classifier.variable, default: []].append(place)
    }
    self.byVariable = byVariable
  }

  /// Whether it may claim a code of a variable.
  func speaks(of variable: String) -> Bool { byVariable[variable] != nil }

  /// The numbers of those features that it knows.
  func row(of names: [String]) -> [Int] { names.compactMap { numbers[$0] } }

  /// The probability of a classifier's code.
  func probability(_ classifier: Classifier, _ row: [Int]) -> Double {
    let share = LogisticRegression.share(row)
    let sum = row.reduce(0) { $0 + (classifier.weights[$1] ?? 0) }
    return classifier.curve.probability(classifier.bias + share * sum)
  }

  /// The codes that it claims of a variable, each with its probability, in the codebook's order.
  ///
  /// For a variable with one answer at most one, the surest.
  func claims(_ variable: Variable, _ row: [Int]) -> [(code: String, probability: Double)] {
    let claims = (byVariable[variable.id] ?? []).compactMap { place in
      let probability = probability(classifiers[place], row)
      return probability >= classifiers[place].threshold
        ? (code: classifiers[place].code, probability: probability) : nil
    }
    guard variable.kind != .multi else {
      return claims.sorted { variable.order(of: $0.code) < variable.order(of: $1.code) }
    }
    var surest: (code: String, probability: Double)?
    for claim in claims where claim.probability > surest?.probability ?? 0 { surest = claim }
    return surest.map { [$0] } ?? []
  }
}
