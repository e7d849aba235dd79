import Aggregation

/// How a table was protected, with every parameter that its reader may know.
public struct Protection: Equatable, Sendable {
  /// The method.
  public let method: PlannedTable.Method
  /// Parameters by name, in alphabetical order.
  public let parameters: [Parameter]

  /// A named number.
  public struct Parameter: Equatable, Sendable {
    /// The name.
    public let name: String
    /// The value as written.
    public let value: String
  }

  init(_ method: PlannedTable.Method, _ parameters: [(String, String)]) {
    self.method = method
    self.parameters = parameters.map { Parameter(name: $0.0, value: $0.1) }
      .sorted { $0.name < $1.name }
  }
}
