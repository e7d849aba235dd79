import Configuration

extension ConfigurationTable {
  /// A word of an enumeration; `nil` where absent.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(ConfigurationError) -> Choice? where Choice.RawValue == String {
    guard let text = try word(key, of: Choice.allCases.map(\.rawValue)) else { return nil }
    return Choice(rawValue: text)
  }

  /// A word of an enumeration that must be there.
  func requiredChoice<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(ConfigurationError) -> Choice where Choice.RawValue == String {
    guard let choice: Choice = try choice(key) else {
      throw error(
        key,
        "missing",
        remedy: "write one of: \(Choice.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    }
    return choice
  }

  /// Conditions such as `in_view=none`; empty where absent.
  func conditions(_ key: String) throws(ConfigurationError) -> [Condition] {
    var conditions: [Condition] = []
    for text in try strings(key) {
      guard let condition = Condition(text) else {
        throw error(
          key,
          "\"\(text)\" is not a condition",
          remedy: "write a variable, = and its codes: victim_status=possible|likely"
        )
      }
      conditions.append(condition)
    }
    return conditions
  }

  /// The members of an array of tables, each made by `make`.
  func elements<Element>(
    _ key: String,
    _ make: (ConfigurationTable) throws(ConfigurationError) -> Element
  ) throws(ConfigurationError) -> [Element] {
    var elements: [Element] = []
    for table in try tables(key) { elements.append(try make(table)) }
    return elements
  }
}
