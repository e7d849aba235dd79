import Classification
import Codebook

/// How much a person's coding of a contact would help: the figures that it is expected to mend.
///
/// For each code that no person set: the chance that a person would set another, times the figures
/// that need the variable. The chance is the share of differing second codings of that variable and
/// kind of source, with one difference in four added where nothing is known yet. What decides whether
/// somebody is counted at all weighs as much as all figures. A contradiction counts as one wrong code.
public struct CodingDoubt: Equatable, Sendable {
  /// A code that may be wrong.
  public struct Part: Equatable, Sendable {
    /// The variable.
    public let variable: String
    /// The codes that stand.
    public let codes: [String]
    /// The chance that a person would set others, times the variable's figures.
    public let weight: Double
  }

  /// The contact's token.
  public let contact: String
  /// The sum of all parts and contradictions.
  public let weight: Double
  /// The parts, the heaviest first.
  public let parts: [Part]
  /// The contradictions that hold, by id.
  public let contradictions: [String]

  /// The order of helpfulness; tokens decide between equals.
  static func precedes(_ left: CodingDoubt, _ right: CodingDoubt) -> Bool {
    left.weight == right.weight ? left.contact < right.contact : left.weight > right.weight
  }
}

extension Ledger {
  /// The contacts of open periods whose coding by a person would help most.
  ///
  /// Contacts that a second coder has seen, and those of closed periods, are left out.
  ///
  /// - Parameters:
  ///   - count: How many at most, 1 or more.
  ///   - codebook: Today's codebook.
  /// - Returns: The most helpful first.
  /// - Throws: `LedgerError`.
  public func doubts(most count: Int, codebook: Codebook) throws(LedgerError) -> [CodingDoubt] {
    let (rates, seen) = try secondCodings()
    let closed = try closedPeriods().map(\.period)
    let counted = try countedContacts()
    let weighing = DoubtWeighing(codebook: codebook, rates: rates)
    var doubts: [CodingDoubt] = []
    try forEachContact { (contact) throws(LedgerError) in
      let quarter = contact.quarter
      guard !seen.contains(contact.token), !counted.contains(contact.token),
        !closed.contains(where: { $0.contains(year: quarter.year, quarter: quarter.number) })
      else { return }
      doubts.append(weighing.doubt(contact))
      // Bounded: the least helpful go whenever twice as many as wanted are held.
      if doubts.count >= 2 * count + 1_000 {
        doubts.sort(by: CodingDoubt.precedes)
        doubts.removeLast(doubts.count - count)
      }
    }
    return Array(doubts.sorted(by: CodingDoubt.precedes).prefix(count)).filter { $0.weight > 0 }
  }

  private func secondCodings() throws(LedgerError) -> (DoubtRates, Set<String>) {
    var rates = DoubtRates()
    var seen: Set<String> = []
    for (token, form) in try secondForms() {
      seen.insert(token)
      guard let contact = try contact(token) else { continue }
      for assignment in contact.assignments {
        guard let second = form.codes[assignment.variable] else { continue }
        rates.add(assignment, second: second)
      }
    }
    return (rates, seen)
  }
}
