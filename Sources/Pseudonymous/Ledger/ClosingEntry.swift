import Codebook

/// One contact while a period is closed.
struct ClosingEntry: Comparable {
  /// Why a contact counts no new victim, or that it does; the codes of `contact_step`.
  enum Step: String {
    case invalid
    case otherTopic = "other_topic"
    case reporter
    case returning
    case victim
  }

  let token: String
  let links: [String]
  /// What may be shared by several visitors.
  let possibleLinks: [String]
  /// Year * 4 + quarter - 1.
  let quarter: Int
  let answers: PersonRollUp.Answers
  let isValid: Bool
  /// Whether it counts among the period's deliveries.
  let isDelivered: Bool
  /// Whether a person said if it is the first or a return.
  let hasRegisteredPlace: Bool
  /// The pseudonym of whom it is from; that of a visitor's other contacts too.
  var visitor = ""
  /// Set when its person is counted.
  var step = Step.invalid
  /// Whether an earlier valid contact of the same visitor is known.
  var isReturn = false
  private let ordinal: Int

  init(_ contact: LedgerContact, links: OpenLinks, isDelivered: Bool) {
    token = contact.token
    self.links = links.certain
    possibleLinks = links.possible
    quarter = contact.quarter.year * 4 + contact.quarter.number - 1
    ordinal = contact.ordinal
    var answers: PersonRollUp.Answers = [:]
    for assignment in contact.assignments { answers[assignment.variable] = assignment.codes }
    self.answers = answers
    let validity = answers["contact_validity"] ?? []
    isValid = validity.isEmpty || validity == ["valid"] || validity == ["unknown"]
    self.isDelivered = isDelivered
    hasRegisteredPlace =
      contact.assignments.first { $0.variable == "contact_seq" }?.isRegistered == true
  }

  /// Whether the contact is a help question about trafficking.
  var isOnTrafficking: Bool { answers["topic_trafficking"] == ["yes"] }

  /// What tables count of the contact: what is said of contacts, and what the program derives.
  func delivery(_ codebook: Codebook) -> PersonRollUp.Answers {
    var codes: PersonRollUp.Answers = [:]
    for variable in codebook.variables where variable.unit == .contact && !variable.codes.isEmpty {
      let known = (answers[variable.id] ?? []).filter {
        variable.code($0) != nil || variable.isMissing($0)
      }
      if !known.isEmpty { codes[variable.id] = known }
    }
    if let place = codebook.variable("contact_seq"), !hasRegisteredPlace {
      // Without a link nothing but the text tells a return.
      let code = isReturn ? "return" : links.isEmpty ? nil : "first"
      if let code, answers[place.id] != ["return"], place.code(code) != nil {
        codes[place.id] = [code]
      }
    }
    if codebook.variable("contact_step") != nil { codes["contact_step"] = [step.rawValue] }
    if let filled = codebook.variable("filled") {
      codes[filled.id] = filled.codes.map(\.id).filter { id in
        guard let variable = codebook.variable(id) else { return false }
        return (answers[id] ?? []).contains { !variable.isMissing($0) }
      }
    }
    return codes
  }

  static func < (left: ClosingEntry, right: ClosingEntry) -> Bool {
    (left.quarter, left.ordinal, left.token) < (right.quarter, right.ordinal, right.token)
  }

  static func == (left: ClosingEntry, right: ClosingEntry) -> Bool { left.token == right.token }
}
