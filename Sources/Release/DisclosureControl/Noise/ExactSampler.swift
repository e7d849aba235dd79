/// Draws from the discrete Laplace and Gaussian distributions exactly: integers and fractions only.
///
/// Floating point leaks: its rounding tells true from noisy values (Mironov 2012). Source of every
/// step: Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy", 2020
/// (arXiv 2004.00010), algorithms 1 to 3.
public struct ExactSampler {
  private let random: () -> UInt64

  /// Makes a sampler over a source of uniform bits.
  ///
  /// - Parameter random: Gives 64 uniform bits a call; in a release, the system's source.
  public init(random: @escaping () -> UInt64) { self.random = random }

  /// A positive fraction.
  public struct Fraction: Equatable, Sendable {
    /// Above the line.
    public let numerator: UInt64
    /// Below it.
    public let denominator: UInt64

    /// Makes a fraction; neither part may be 0, nor above 2^31.
    public init?(_ numerator: UInt64, over denominator: UInt64) {
      let parts = 1...UInt64(1 << 31)
      guard parts.contains(numerator), parts.contains(denominator) else { return nil }
      self.numerator = numerator
      self.denominator = denominator
    }

    /// The nearest double.
    public var value: Double { Double(numerator) / Double(denominator) }
  }

  /// A uniform number below a bound, by rejection.
  func uniform(below bound: UInt128) -> UInt128 {
    let bits = 128 - (bound - 1).leadingZeroBitCount
    let mask: UInt128 = bits >= 128 ? .max : (1 << UInt128(bits)) - 1
    while true {
      let draw = (UInt128(random()) << 64 | UInt128(bits > 64 ? random() : 0))
      let value = bits > 64 ? draw & mask : (draw >> 64) & mask
      if value < bound { return value }
    }
  }

  /// True with probability numerator / denominator.
  func bernoulli(_ numerator: UInt128, over denominator: UInt128) -> Bool {
    uniform(below: denominator) < numerator
  }

  /// True with probability exp(-numerator / denominator).
  ///
  /// For g <= 1: the first k with a failed Bernoulli(g / k) is odd with probability exp(-g). A larger g
  /// is floor(g) factors exp(-1) and the rest.
  func bernoulliExp(minus numerator: UInt128, over denominator: UInt128) -> Bool {
    for _ in 0..<numerator / denominator where !bernoulliExpBelowOne(1, 1) { return false }
    return bernoulliExpBelowOne(numerator % denominator, denominator)
  }

  private func bernoulliExpBelowOne(_ numerator: UInt128, _ denominator: UInt128) -> Bool {
    var k: UInt128 = 1
    while bernoulli(numerator, over: denominator * k) { k += 1 }
    return k % 2 == 1
  }

  /// Draws from the discrete Laplace distribution: P(x) is proportional to exp(-|x| / scale).
  ///
  /// - Parameter scale: The scale t / s.
  /// - Returns: A whole number.
  public func laplace(scale: Fraction) -> Int {
    let (t, s) = (UInt128(scale.numerator), UInt128(scale.denominator))
    while true {
      let u = uniform(below: t)
      guard bernoulliExp(minus: u, over: t) else { continue }
      var v: UInt128 = 0
      while bernoulliExpBelowOne(1, 1) { v += 1 }
      let size = (u + t * v) / s
      let isNegative = bernoulli(1, over: 2)
      if isNegative, size == 0 { continue }
      return isNegative ? -Int(size) : Int(size)
    }
  }

  /// Draws from the discrete Gaussian distribution: P(x) is proportional to exp(-x^2 / 2 sigma^2).
  ///
  /// - Parameter variance: sigma^2 = a / b.
  /// - Returns: A whole number.
  public func gaussian(variance: Fraction) -> Int {
    let (a, b) = (UInt128(variance.numerator), UInt128(variance.denominator))
    // t = floor(sigma) + 1, in whole numbers.
    var t: UInt128 = 1
    while t * t * b <= a { t += 1 }
    let scale = Fraction(UInt64(t), over: 1)
    while let scale {
      let draw = laplace(scale: scale)
      // exp(-(|y| - a / (b t))^2 b / 2a) = exp(-(|y| b t - a)^2 / (2 a b t^2))
      let product = UInt128(draw.magnitude) * b * t
      let distance = product > a ? product - a : a - product
      let (square, overflow) = distance.multipliedReportingOverflow(by: distance)
      // So far out that exp(-g) is below 2^-2^40: never accepted.
      if overflow { continue }
      if bernoulliExp(minus: square, over: 2 * a * b * t * t) { return draw }
    }
    return 0
  }
}
