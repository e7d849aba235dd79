import Classification
import Codebook

/// How often the codes of each variable stand in contacts.
struct CodeCounts {
  let variables: [Variable]
  /// All contacts.
  private(set) var contacts = 0
  /// Contacts whose answer is known, by the variable's place.
  private(set) var known: [Int]
  /// Contacts with each code, by the variable's place and the code's.
  private(set) var codes: [[Int]]

  init(_ variables: [Variable]) {
    self.variables = variables
    known = variables.map { _ in 0 }
    codes = variables.map { [Int](repeating: 0, count: $0.codes.count) }
  }

  mutating func add(_ answers: [String: CodedContact.Assignment]) {
    contacts += 1
    for (place, variable) in variables.enumerated() {
      let given = (answers[variable.id]?.codes ?? []).filter { !variable.isMissing($0) }
      guard !given.isEmpty else { continue }
      known[place] += 1
      for (code, known) in variable.codes.enumerated() where given.contains(known.id) {
        codes[place][code] += 1
      }
    }
  }
}

/// A share that moved between two periods by more than chance explains.
///
/// Two-proportion z-test with pooled variance: it is told from |z| >= 3.29 on, which chance alone
/// reaches once in a thousand shares. What moved may be the world, the counsellors' habits or a rule.
public struct Drift: Equatable, Sendable {
  /// The variable.
  public let variable: String
  /// The code; empty for "the answer is known".
  public let code: String
  /// How many contacts have it: before and now.
  public let counts: (before: Int, now: Int)
  /// Of how many: those whose answer is known, or all where the code is empty.
  public let bases: (before: Int, now: Int)
  /// How many standard errors it moved.
  public let z: Double

  static let threshold = 3.29

  init?(
    variable: String,
    code: String,
    counts: (before: Int, now: Int),
    bases: (before: Int, now: Int)
  ) {
    let (one, other) = (Double(bases.before), Double(bases.now))
    guard one > 0, other > 0 else { return nil }
    let pooled = Double(counts.before + counts.now) / (one + other)
    let variance = pooled * (1 - pooled) * (1 / one + 1 / other)
    guard variance > 0 else { return nil }
    z = (Double(counts.now) / other - Double(counts.before) / one) / variance.squareRoot()
    guard abs(z) >= Self.threshold else { return nil }
    self.variable = variable
    self.code = code
    self.counts = counts
    self.bases = bases
  }

  static func all(from before: CodeCounts, to now: CodeCounts) -> [Drift] {
    now.variables.indices.flatMap { place -> [Drift] in
      let variable = now.variables[place]
      let known = Drift(
        variable: variable.id,
        code: "",
        counts: (before.known[place], now.known[place]),
        bases: (before.contacts, now.contacts)
      )
      let codes = variable.codes.enumerated().compactMap { number, code in
        Drift(
          variable: variable.id,
          code: code.id,
          counts: (before.codes[place][number], now.codes[place][number]),
          bases: (before.known[place], now.known[place])
        )
      }
      return [known].compactMap { $0 } + codes
    }
  }

  /// Tells whether two shares are the same.
  public static func == (left: Drift, right: Drift) -> Bool {
    left.variable == right.variable && left.code == right.code && left.counts == right.counts
      && left.bases == right.bases
  }
}
