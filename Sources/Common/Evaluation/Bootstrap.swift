/// Intervals of a score by drawing its contacts anew, with replacement.
///
/// Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), the percentile method. The
/// draws follow a fixed sequence, so the same contacts give the same interval.
public struct Bootstrap: Sendable {
  /// The middle 95 % of the draws.
  public struct Interval: Equatable, Sendable {
    /// Where it begins.
    public let lower: Double
    /// Where it ends.
    public let upper: Double
  }

  /// The interval of the mean macro-F1.
  public let macroF1: Interval
  /// The interval of the mean kappa.
  public let kappa: Interval

  /// Draws the contacts of a score.
  ///
  /// - Parameters:
  ///   - score: The score; `nil` comes of one without contacts.
  ///   - draws: How many times.
  public init?(_ score: CodingScore, draws: Int = 1_000) {
    let contacts = score.contacts
    guard !contacts.isEmpty, draws > 0 else { return nil }
    var random = Draws()
    var means: [CodingScore.Agreement] = []
    for _ in 0..<draws {
      let drawn = contacts.indices.map { _ in
        contacts[Int.random(in: contacts.indices, using: &random)]
      }
      if let mean = CodingScore(drawn).mean { means.append(mean) }
    }
    guard !means.isEmpty else { return nil }
    macroF1 = Self.middle(of: means.map(\.macroF1))
    kappa = Self.middle(of: means.map(\.kappa))
  }

  private static func middle(of values: [Double]) -> Interval {
    let sorted = values.sorted()
    let last = Double(sorted.count - 1)
    return Interval(
      lower: sorted[Int((last * 0.025).rounded())],
      upper: sorted[Int((last * 0.975).rounded())]
    )
  }

  /// Steele, Lea and Flood's SplitMix64 (2014), from a fixed seed.
  private struct Draws: RandomNumberGenerator {
    private var state: UInt64 = 1

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
