/// What takes the place of an identifying stretch.
public enum RedactionOperator: String, CaseIterable, Sendable {
  /// The kind alone: `<PHONE_NUMBER>`.
  case redact
  /// The kind and a pseudonym that is the same inside the contact: `<PERSON:7Q3KX9M2>`.
  case token
  /// The kind and a coarser value: `<AGE:12_14>`.
  case generalise
  /// An invented name, the same inside the contact.
  case surrogate
  /// The stretch itself.
  case keep

  /// The technique's name in ISO/IEC 20889:2018, for the register of transformations.
  public var technique: String {
    switch self {
    case .redact: "masking (8.3.2)"
    case .token, .surrogate: "pseudonymization (8.4)"
    case .generalise: "generalization (8.6)"
    case .keep: "none"
    }
  }
}
