/// A contact as codes: what the codebook says of it, each code with who set it; no free text.
public struct CodedContact: Sendable {
  /// The codes of one variable, in the codebook's order; an integer variable holds its digits.
  public struct Assignment: Equatable, Sendable {
    /// The variable's id.
    public let variable: String
    /// The codes; a missing code such as `unknown` is a code.
    public let codes: [String]
    /// Who set each code, in the same order.
    public let evidence: [Evidence]

    /// Makes an assignment.
    public init(variable: String, codes: [String], evidence: [Evidence]) {
      self.variable = variable
      self.codes = codes
      self.evidence = evidence
    }
  }

  /// Who set a code, and where in the contact; never text.
  public struct Evidence: Equatable, Sendable {
    /// What kind of source.
    public enum Source: String, CaseIterable, Sendable {
      /// The counsellor's registration form.
      case registration
      /// A coding rule of the codebook.
      case rule
      /// The statistical layer.
      case model
      /// Nothing set it: the variable's missing code.
      case missing
    }

    /// The source.
    public let source: Source
    /// The rule's id, the model's id, or empty.
    public let rule: String
    /// The input's index of the message that carried it; `nil` where no one message did.
    public let message: Int?

    /// Makes evidence.
    public init(source: Source, rule: String, message: Int?) {
      self.source = source
      self.rule = rule
      self.message = message
    }
  }

  /// The pseudonym of the contact's id.
  public let token: String
  /// The assignments, in the codebook's order of variables.
  public let assignments: [Assignment]

  init(token: String, assignments: [Assignment]) {
    self.token = token
    self.assignments = assignments
  }

  /// The codes of a variable; empty where the codebook does not code it.
  public func codes(of variable: String) -> [String] {
    assignments.first { $0.variable == variable }?.codes ?? []
  }
}
