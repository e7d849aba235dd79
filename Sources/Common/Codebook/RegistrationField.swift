import Configuration

/// How a field of a line's registration form maps to a variable.
///
/// A field that no mapping names stands for the variable of the same id, its values for codes.
public struct RegistrationField: Equatable, Sendable {
  /// The field's name in the form.
  public let field: String
  /// The variable.
  public let variable: String
  /// The code of each value, by value in alphabetical order.
  public let codes: [(value: String, code: String)]

  init(field: String, _ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: ["codes", "variable"])
    self.field = field
    variable = try table.requiredString("variable")
    var codes: [(value: String, code: String)] = []
    if let values = try table.table("codes") {
      for value in values.keys { codes.append((value, try values.requiredString(value))) }
    }
    self.codes = codes
  }

  /// The code of a value; the value itself where no mapping names it.
  public func code(of value: String) -> String {
    codes.first { $0.value == value }?.code ?? value
  }

  /// Tells whether two mappings are the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.field == right.field && left.variable == right.variable
      && left.codes.elementsEqual(right.codes) { $0 == $1 }
  }
}
