import Aggregation

/// What a person said of a contact after its night: codes by variable.
public struct CodingForm: Equatable, Sendable {
  /// Who coded, under a pseudonym of the line's choice; empty for the counsellor's own form.
  public let coder: String
  /// Codes by variable, in the codebook's order.
  public let codes: [String: [String]]

  /// Makes a form.
  public init(coder: String, codes: [String: [String]]) {
    self.coder = coder
    self.codes = codes
  }
}

/// One variable of one contact, as the ledger has it and as a second coder saw it.
public struct DoubleCoding: Equatable, Sendable {
  /// The variable.
  public let variable: String
  /// The codes that count.
  public let first: [String]
  /// The second coder's codes.
  public let second: [String]
}

extension Ledger {
  /// The counsellor's own forms that came after their nights, by contact.
  public func lateForms() throws(LedgerError) -> [String: CodingForm] {
    let query = try connection.prepare("SELECT contact, codes FROM forms WHERE coder = ''")
    var forms: [String: CodingForm] = [:]
    while try query.step() {
      forms[query.text(0)] = CodingForm(coder: "", codes: try codes(of: query.bytes(1)))
    }
    return forms
  }

  /// What was coded twice of the contacts that began in a period, ordered by contact and variable.
  ///
  /// A variable that the second coder left out is not compared.
  public func doubleCodings(of period: Period) throws(LedgerError) -> [DoubleCoding] {
    var codings: [DoubleCoding] = []
    for (token, form) in try secondForms() {
      guard let contact = try contact(token),
        period.contains(year: contact.quarter.year, quarter: contact.quarter.number)
      else { continue }
      for assignment in contact.assignments {
        guard let codes = form.codes[assignment.variable] else { continue }
        codings.append(
          DoubleCoding(variable: assignment.variable, first: assignment.codes, second: codes)
        )
      }
    }
    return codings
  }

  /// Second codings, ordered by contact and coder.
  func secondForms() throws(LedgerError) -> [(contact: String, form: CodingForm)] {
    let query = try connection.prepare(
      "SELECT contact, coder, codes FROM forms WHERE coder != '' ORDER BY contact, coder"
    )
    var forms: [(contact: String, form: CodingForm)] = []
    while try query.step() {
      let codes = try codes(of: query.bytes(2))
      forms.append((query.text(0), CodingForm(coder: query.text(1), codes: codes)))
    }
    return forms
  }

  private func codes(of packed: [UInt8]) throws(LedgerError) -> [String: [String]] {
    guard let numbers = PackedNumbers.unpack(packed) else { throw .damagedRow(table: "forms") }
    var codes: [String: [String]] = [:]
    for number in numbers {
      guard let word = vocabulary.code(number) else { throw .damagedRow(table: "forms") }
      codes[word.variable, default: []].append(word.code)
    }
    return codes
  }
}
