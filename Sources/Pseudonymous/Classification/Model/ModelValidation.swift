import Codebook
import Evaluation

/// What a model is worth on contacts of visitors whom it has not seen: each fold is coded by rules alone and by
/// rules with a model of the other folds, whose thresholds come from those folds too.
public struct ModelValidation: Sendable {
  /// How one code does.
  public struct Code: Equatable, Sendable {
    /// The variable.
    public let variable: String
    /// The code.
    public let code: String
    /// How many contacts people coded for the variable.
    public fileprivate(set) var contacts = 0
    /// How many of them have the code.
    public fileprivate(set) var gold = 0
    /// How often a model claimed it where rules were silent.
    public fileprivate(set) var claims = 0
    /// How many claims were right.
    public fileprivate(set) var right = 0
    fileprivate var squares = 0.0

    /// The mean squared distance of probability and truth.
    ///
    /// Source: G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly
    /// Weather Review 78 (1950) 1-3.
    public var brier: Double { contacts > 0 ? squares / Double(contacts) : 0 }
    /// The same for who always says the code's share.
    public var brierOfShare: Double {
      guard contacts > 0 else { return 0 }
      let share = Double(gold) / Double(contacts)
      return share * (1 - share)
    }
  }

  /// How often codes of about the same probability hold.
  public struct Bin: Equatable, Sendable {
    /// How many probabilities fell into the bin.
    public fileprivate(set) var count = 0
    /// How many of their codes hold.
    public fileprivate(set) var right = 0
    fileprivate var sum = 0.0

    /// The mean of the probabilities.
    public var mean: Double { count > 0 ? sum / Double(count) : 0 }
  }

  /// The codes that could be learned, in the codebook's order.
  public let codes: [Code]
  /// Probabilities by fifths: 0 to under 0.2, and so on.
  public let bins: [Bin]
  /// Rules alone.
  public let rules: CodingScore
  /// Rules, and a model where they are silent.
  public let both: CodingScore

  /// Validates.
  ///
  /// - Parameters:
  ///   - examples: The contacts, as `coder` made them.
  ///   - coder: The rules.
  ///   - fingerprint: The codebook's fingerprint.
  ///   - settings: How models are trained.
  public init(
    _ examples: [CodedExample],
    coder: Coder,
    fingerprint: String,
    settings: ModelTraining.Settings
  ) {
    var codes: [Code] = ModelTraining.codes(of: coder.codebook).map {
      Code(variable: $0.variable, code: $0.code)
    }
    var bins = [Bin](repeating: Bin(), count: 5)
    var rules = CodingScore()
    var both = CodingScore()
    let folds = ModelTraining.folds(examples.map(\.person), settings.folds)
    for fold in 0..<settings.folds {
      let training = ModelTraining(
        examples.indices.filter { folds[$0] != fold }.map { examples[$0] },
        codebook: coder.codebook,
        fingerprint: fingerprint,
        settings: settings
      )
      let whole = CodingModel(
        codebook: fingerprint,
        contacts: 0,
        precision: settings.precision,
        features: training.features,
        classifiers: training.classifiers
      )
      let layered = coder.with(model: training.model)
      for (example, part) in zip(examples, folds) where part == fold {
        rules.add(example.gold, coder.code(example.contact), coder.codebook)
        both.add(example.gold, layered.code(example.contact), coder.codebook)
        let row = whole.row(of: example.features)
        for classifier in training.classifiers {
          guard let gold = example.gold.codes[classifier.variable],
            let place = codes.firstIndex(where: {
              $0.variable == classifier.variable && $0.code == classifier.code
            })
          else { continue }
          let probability = whole.probability(classifier, row)
          let holds = gold.contains(classifier.code)
          codes[place].contacts += 1
          codes[place].gold += holds ? 1 : 0
          codes[place].squares += (probability - (holds ? 1 : 0)) * (probability - (holds ? 1 : 0))
          let bin = min(4, Int(probability * 5))
          bins[bin].count += 1
          bins[bin].right += holds ? 1 : 0
          bins[bin].sum += probability
          guard example.silent.contains(classifier.variable), probability >= classifier.threshold
          else { continue }
          codes[place].claims += 1
          codes[place].right += holds ? 1 : 0
        }
      }
    }
    self.codes = codes.filter { $0.contacts > 0 }
    self.bins = bins
    self.rules = rules
    self.both = both
  }
}

extension CodingScore {
  /// Adds a coded contact.
  ///
  /// - Parameters:
  ///   - gold: What people coded.
  ///   - coded: What is to be judged.
  ///   - codebook: Tells which variables are numbers.
  public mutating func add(_ gold: GoldContact, _ coded: CodedContact, _ codebook: Codebook) {
    add(gold) { variable in
      let codes = coded.codes(of: variable)
      guard codebook.variable(variable)?.kind == .int else { return Set(codes) }
      return Set(codes.filter { Int($0) != nil })
    }
  }
}
