/// A value of a configuration file, with the line it stands on.
public struct ConfigurationValue: Sendable {
  /// What a TOML value can be.
  public enum Content: Sendable {
    /// A table, keys in alphabetical order.
    case table([(key: String, value: ConfigurationValue)])
    /// An array.
    case array([ConfigurationValue])
    /// A string.
    case string(String)
    /// An integer.
    case integer(Int)
    /// A floating-point number.
    case number(Double)
    /// A boolean.
    case boolean(Bool)
    /// A date, time or moment as written in ISO 8601.
    case date(String)
  }

  /// The value.
  public let content: Content
  /// The line on which it starts, 1-based.
  public let line: Int

  /// The English name of the kind of value, with its article.
  var kindName: String {
    switch content {
    case .table: "a table"
    case .array: "an array"
    case .string: "a string"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "true or false"
    case .date: "a date"
    }
  }

  /// The value as it may be shown in an error.
  var shown: String {
    switch content {
    case .string(let text): "\"\(text)\""
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .boolean(let value): "\(value)"
    case .date(let text): text
    case .table, .array: kindName
    }
  }
}
