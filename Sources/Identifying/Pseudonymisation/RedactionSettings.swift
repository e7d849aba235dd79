import Detection

/// How details are replaced: the policy, an operator for each kind, and the steward's own lists.
public struct RedactionSettings: Sendable {
  /// Why an exception was made, by whom and until when.
  public struct Warrant: Equatable, Sendable {
    /// The reason.
    public let reason: String
    /// Who decided.
    public let author: String
    /// The last day it holds, `2027-01-31`; `nil` where it has no end.
    public let expires: String?

    /// Whether it still holds on a day.
    func holds(on day: String) -> Bool { expires.map { day <= $0 } ?? true }
  }

  /// How a kind is replaced.
  public struct Rule: Equatable, Sendable {
    /// The kind.
    public let kind: EntityKind
    /// What takes its place.
    public let operation: RedactionOperator
    /// Why it is kept; only for `keep`.
    public let warrant: Warrant?
  }

  /// A value that is always, or never, a finding.
  public struct ListedValue: Equatable, Sendable {
    /// The text.
    public let text: String
    /// The kind it is found as; `nil` on the allow list.
    public let kind: EntityKind?
    /// Why it is listed.
    public let warrant: Warrant
  }

  /// How many canaries a night plants, and how many may be missed.
  public struct CanaryRule: Equatable, Sendable {
    /// The most contacts of a night that get a copy with canaries.
    public var contacts = 200
    /// The share of canaries, 0 to 1, above which a night is held.
    public var limit = 0.02
  }

  /// How far detection goes.
  public let policy: DetectionPolicy
  /// Under the strict policy, whether words of few persons and the style of writing go too.
  public let replacesRare: Bool
  /// The rules, one for each kind, in the order of `EntityKind`.
  public let rules: [Rule]
  /// The steward's own recognisers.
  public let recognisers: [DetectionSettings.OwnRecogniser]
  /// Values that are always findings.
  public let denied: [ListedValue]
  /// Values that never are.
  public let allowed: [ListedValue]
  /// Exceptions that have ended and no longer count, by their path in the file.
  public let expired: [String]
  /// The canaries of a night.
  public let canaries: CanaryRule
  let mail: Identity.MailRule

  private let operators: [RedactionOperator]

  init(
    policy: DetectionPolicy,
    replacesRare: Bool = false,
    rules: [Rule],
    recognisers: [DetectionSettings.OwnRecogniser] = [],
    denied: [ListedValue] = [],
    allowed: [ListedValue] = [],
    expired: [String] = [],
    canaries: CanaryRule = CanaryRule(),
    mail: Identity.MailRule = Identity.MailRule()
  ) {
    self.policy = policy
    self.replacesRare = replacesRare
    self.rules = rules
    self.recognisers = recognisers
    self.denied = denied
    self.allowed = allowed
    self.expired = expired
    self.canaries = canaries
    self.mail = mail
    operators = EntityKind.allCases.map { kind in
      rules.first { $0.kind == kind }?.operation ?? .redact
    }
  }

  /// The settings without a file: policy `balanced`, the standard operators, empty lists.
  public static let standard = RedactionSettings(
    policy: .balanced,
    rules: EntityKind.allCases.map { Rule(kind: $0, operation: standardOperator($0), warrant: nil) }
  )

  /// What takes the place of a kind where the file does not say.
  static func standardOperator(_ kind: EntityKind) -> RedactionOperator {
    switch kind {
    case .person, .organization, .phoneNumber, .emailAddress, .username, .ibanCode, .idNumber,
      .licensePlate:
      .token
    case .location, .date, .age: .generalise
    case .address, .postalCode, .url, .ipAddress, .creditCard, .nlBSN, .unknown: .redact
    }
  }

  /// What takes the place of a kind.
  public func operation(for kind: EntityKind) -> RedactionOperator { operators[kind.place] }

  /// What `Detection` needs of the settings, but for the vocabulary of `replacesRare`.
  public var detection: DetectionSettings {
    DetectionSettings(
      ownRecognisers: recognisers,
      denied: denied.map {
        DetectionSettings.DeniedValue(text: $0.text, kind: $0.kind ?? .unknown)
      },
      allowed: allowed.map(\.text)
    )
  }

  /// The same settings under another policy.
  public func with(policy: DetectionPolicy) -> RedactionSettings {
    RedactionSettings(
      policy: policy,
      replacesRare: replacesRare && policy == .strict,
      rules: rules,
      recognisers: recognisers,
      denied: denied,
      allowed: allowed,
      expired: expired,
      canaries: canaries,
      mail: mail
    )
  }
}

extension EntityKind {
  /// The kind's place among all kinds.
  var place: Int {
    switch self {
    case .person: 0
    case .location: 1
    case .address: 2
    case .postalCode: 3
    case .organization: 4
    case .phoneNumber: 5
    case .emailAddress: 6
    case .url: 7
    case .username: 8
    case .ipAddress: 9
    case .ibanCode: 10
    case .creditCard: 11
    case .nlBSN: 12
    case .idNumber: 13
    case .licensePlate: 14
    case .date: 15
    case .age: 16
    case .unknown: 17
    }
  }
}
