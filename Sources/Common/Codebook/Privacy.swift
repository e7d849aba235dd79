import Configuration

/// How sensitive a variable is, and how far it may travel.
public struct Privacy: Equatable, Sendable {
  /// The kind of risk.
  public enum Class: String, CaseIterable, Sendable {
    /// Stands for a person or contact.
    case pseudonym
    /// Tells of the work of the line.
    case operational
    /// Helps to find somebody when combined.
    case quasiIdentifier = "quasi_identifier"
    /// Harms when known.
    case sensitive
    /// Special categories and criminal offences, GDPR articles 9 and 10.
    case special
  }

  /// The farthest reader.
  public enum Reach: String, CaseIterable, Sendable {
    /// Stays inside the line.
    case never
    /// A research centre under contract.
    case researcher
    /// Anyone, in protected tables.
    case `public`
  }

  /// The kind of risk.
  public let `class`: Class
  /// The farthest reader.
  public let reach: Reach
  /// Under which conditions, for people.
  public let note: String

  init(_ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: ["class", "reach", "note"])
    `class` = try table.requiredChoice("class")
    reach = try table.requiredChoice("reach")
    note = try table.string("note") ?? ""
  }
}
