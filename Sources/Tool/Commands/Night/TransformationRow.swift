import ChatLogs
import Pseudonymisation

/// A row of the transformation register: what is done to a kind of detail, or to a field.
struct TransformationRow: Sendable {
  /// A kind such as `PERSON`, or a field such as `visitor.nickname`.
  let kind: String
  /// The operator of a kind, or the fate of a field.
  let operation: String
  /// The technique's name in ISO/IEC 20889:2018.
  let technique: String

  /// The register: each kind of detail in text, each field of the schema, and all other fields.
  static func all(_ redaction: RedactionSettings) -> [TransformationRow] {
    let kinds = redaction.rules.map { rule in
      TransformationRow(
        kind: rule.kind.rawValue,
        operation: rule.operation.rawValue,
        technique: rule.operation.technique
      )
    }
    let fields = ChatLogField.allCases.map { ($0.rawValue, MetadataFate(of: $0)) }
    return kinds
      + (fields + [("any other field", MetadataFate.ofUnknownFields)]).map { name, fate in
        TransformationRow(kind: name, operation: fate.rawValue, technique: fate.technique)
      }
  }
}
