import Codebook
import Evaluation

/// Learns a model from coded contacts, and chooses by cross-validation when it may speak.
///
/// Visitors go to folds by turns, each with all contacts, in the examples' order. A code's threshold is the lowest probability at
/// which, among the contacts on which rules were silent, the share of right claims of models that had
/// not seen the contact is so high that the lower end of its 95 % interval (Wilson) reaches the
/// stated precision.
public struct ModelTraining {
  /// How a model is trained.
  public struct Settings: Sendable {
    /// The precision that claims must keep, 0...1.
    public let precision: Double
    /// Of how many visitors a feature must be: what fewer share might tell who they are.
    public let leastPersons: Int
    /// How many parts cross-validation makes.
    public let folds: Int

    /// Makes settings.
    public init(precision: Double, leastPersons: Int, folds: Int) {
      self.precision = precision
      self.leastPersons = leastPersons
      self.folds = folds
    }
  }

  /// A code is learned where so many contacts have it and so many have not.
  public static let leastCodes = 5

  /// The trained model.
  public let model: CodingModel
  /// All classifiers, also those that may never speak: their threshold is above 1.
  let classifiers: [CodingModel.Classifier]
  let features: [String]

  /// Trains.
  ///
  /// - Parameters:
  ///   - examples: The contacts, in an order that stays the same.
  ///   - codebook: The codebook.
  ///   - fingerprint: Its fingerprint.
  ///   - settings: How.
  public init(
    _ examples: [CodedExample],
    codebook: Codebook,
    fingerprint: String,
    settings: Settings
  ) {
    var persons: [String: Set<Int>] = [:]
    for example in examples {
      for name in example.features { persons[name, default: []].insert(example.person) }
    }
    let features = persons.filter { $0.value.count >= settings.leastPersons }.keys.sorted()
    var numbers: [String: Int] = [:]
    for (number, name) in features.enumerated() { numbers[name] = number }
    let rows = examples.map { example in example.features.compactMap { numbers[$0] } }
    var classifiers: [CodingModel.Classifier] = []
    for (variable, code) in Self.codes(of: codebook) {
      let known = examples.indices.filter { examples[$0].gold.codes[variable] != nil }
      let task = Task(
        rows: known.map { rows[$0] },
        labels: known.map { examples[$0].gold.codes[variable]?.contains(code) == true },
        silent: known.map { examples[$0].silent.contains(variable) },
        folds: Self.folds(known.map { examples[$0].person }, settings.folds),
        features: features.count,
        settings: settings
      )
      guard let classifier = task.classifier(of: code, variable) else { continue }
      classifiers.append(classifier)
    }
    self.features = features
    self.classifiers = classifiers
    model = CodingModel(
      codebook: fingerprint,
      contacts: examples.count,
      precision: settings.precision,
      features: features,
      classifiers: classifiers.filter { $0.threshold <= 1 }
    )
  }

  /// The codes that words may tell: not those that stand where nothing is told, and none of what is
  /// read from numbers and metadata.
  static func codes(of codebook: Codebook) -> [(variable: String, code: String)] {
    let read: Set<CodingPlan.Reader> = [
      .age, .ageBand, .minutes, .messages, .channel, .region, .language,
    ]
    return codebook.plans.flatMap { plan -> [(variable: String, code: String)] in
      guard let variable = codebook.variable(plan.variable),
        variable.kind == .single || variable.kind == .multi,
        plan.reader.map(read.contains) != true
      else { return [] }
      return variable.codes.map(\.id)
        .filter { $0 != plan.otherwise && !variable.isMissing($0) }
        .map { (plan.variable, $0) }
    }
  }

  /// The fold of each example: persons by turns, in the order in which they first come.
  static func folds(_ persons: [Int], _ count: Int) -> [Int] {
    var turns: [Int: Int] = [:]
    return persons.map { person in
      let turn = turns[person] ?? turns.count
      turns[person] = turn
      return turn % count
    }
  }

  /// One code to learn.
  private struct Task {
    let rows: [[Int]]
    let labels: [Bool]
    let silent: [Bool]
    let folds: [Int]
    let features: Int
    let settings: Settings

    func classifier(of code: String, _ variable: String) -> CodingModel.Classifier? {
      let positive = labels.count { $0 }
      guard positive >= ModelTraining.leastCodes,
        labels.count - positive >= ModelTraining.leastCodes
      else { return nil }
      let scores = unseenScores
      let curve = ProbabilityCurve(scores, labels)
      let whole = LogisticRegression(rows, labels, features: features)
      var weights: [Int: Double] = [:]
      for (feature, weight) in whole.weights.enumerated() where abs(weight) >= 0.0005 {
        weights[feature] = weight
      }
      return CodingModel.Classifier(
        variable: variable,
        code: code,
        threshold: threshold(scores.map(curve.probability)),
        bias: whole.bias,
        curve: curve,
        weights: weights
      )
    }

    /// The score of each example by a model that had not seen its fold.
    private var unseenScores: [Double] {
      var scores = [Double](repeating: 0, count: rows.count)
      for fold in 0..<settings.folds {
        let seen = rows.indices.filter { folds[$0] != fold }
        let learned = LogisticRegression(
          seen.map { rows[$0] },
          seen.map { labels[$0] },
          features: features
        )
        for place in rows.indices where folds[place] == fold {
          scores[place] = learned.score(rows[place])
        }
      }
      return scores
    }

    /// The lowest probability that keeps the precision; 2 where none does.
    private func threshold(_ probabilities: [Double]) -> Double {
      let asked = probabilities.indices.filter { silent[$0] }
        .sorted { (probabilities[$1], $0) < (probabilities[$0], $1) }
      var threshold = 2.0
      var right = 0
      for (count, place) in asked.enumerated() {
        if labels[place] { right += 1 }
        let isLast = count + 1 == asked.count
        // Equal probabilities are claimed together.
        guard isLast || probabilities[asked[count + 1]] < probabilities[place] else { continue }
        if WilsonInterval(right, of: count + 1).lower >= settings.precision {
          threshold = probabilities[place]
        }
      }
      return threshold > 1 ? threshold : (threshold * 10_000).rounded(.down) / 10_000
    }
  }
}
