import Aggregation
import Classification
import Codebook

/// How a line registers and codes: fill, contradictions, agreement of two coders, drift.
///
/// For the line alone: it names contacts by token.
public struct LineQuality: Sendable {
  /// Codes that do not go together, with the contacts in which they stand.
  public struct Found: Sendable {
    /// What does not go together.
    public let contradiction: Contradiction
    /// The contacts' tokens, in order.
    public internal(set) var contacts: [String]
  }

  /// How far two codings agree on a variable.
  public struct TwoCoders: Sendable {
    /// The variable.
    public let variable: String
    /// Counts and kappa.
    public let agreement: Agreement
  }

  /// The contacts that began in the period.
  public internal(set) var contacts = 0
  /// The contacts of the period before.
  public internal(set) var contactsBefore = 0
  /// How often each coded variable is known, in the codebook's order.
  public internal(set) var fill: [FillRate]
  /// Contradictions, in the codebook's order, those without a contact included.
  public internal(set) var found: [Found]
  /// Agreement, in the codebook's order of the variables that were coded twice.
  public internal(set) var twoCoders: [TwoCoders] = []
  /// Shares that moved more than chance explains, in the codebook's order.
  public internal(set) var drift: [Drift] = []

  init(_ codebook: Codebook) {
    fill = FillRate.empty(codebook)
    found = codebook.contradictions.map { Found(contradiction: $0, contacts: []) }
  }
}

extension Ledger {
  /// Looks at the contacts that began in a period, closed or not.
  ///
  /// - Parameters:
  ///   - period: The period; drift is against the one of the same length before.
  ///   - codebook: Today's codebook.
  /// - Returns: What was found.
  /// - Throws: `LedgerError`.
  public func quality(of period: Period, codebook: Codebook) throws(LedgerError) -> LineQuality {
    var quality = LineQuality(codebook)
    let variables = quality.fill.compactMap { codebook.variable($0.variable) }
    var now = CodeCounts(variables)
    var before = CodeCounts(variables)
    try forEachContact { (contact) throws(LedgerError) in
      var codes: [String: CodedContact.Assignment] = [:]
      for assignment in contact.assignments { codes[assignment.variable] = assignment }
      let quarter = contact.quarter
      if period.previous.contains(year: quarter.year, quarter: quarter.number) {
        quality.contactsBefore += 1
        before.add(codes)
      }
      guard period.contains(year: quarter.year, quarter: quarter.number) else { return }
      quality.contacts += 1
      now.add(codes)
      for (place, variable) in variables.enumerated() {
        quality.fill[place].add(codes[variable.id], variable)
      }
      for place in quality.found.indices
      where quality.found[place].contradiction.holds(for: { codes[$0]?.codes ?? [] }) {
        quality.found[place].contacts.append(contact.token)
      }
    }
    quality.drift = Drift.all(from: before, to: now)
    quality.twoCoders = try agreement(in: period, codebook)
    return quality
  }

  /// How far second codings agree with the codes that count, in the codebook's order.
  ///
  /// - Parameters:
  ///   - period: The contacts that began in it.
  ///   - codebook: Gives the order.
  /// - Returns: One entry for each variable that was coded twice.
  /// - Throws: `LedgerError`.
  public func agreement(
    in period: Period,
    _ codebook: Codebook
  ) throws(LedgerError) -> [LineQuality.TwoCoders] {
    let pairs = Dictionary(grouping: try doubleCodings(of: period), by: \.variable)
    return codebook.variables.compactMap { variable in
      pairs[variable.id].map { codings in
        LineQuality.TwoCoders(
          variable: variable.id,
          agreement: Agreement(codings.map { ($0.first, $0.second) })
        )
      }
    }
  }
}
