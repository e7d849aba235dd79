/// A table of a configuration file, read key by key; every refusal names file, line and path.
///
/// A reader first calls `refuseKeys(otherThan:)`, then asks for each key it knows.
public struct ConfigurationTable: Sendable {
  /// The file as the caller named it.
  public let file: String
  /// The path of this table; empty for the root.
  public let path: String
  /// The line on which it starts, 1-based.
  public let line: Int
  let members: [(key: String, value: ConfigurationValue)]
  /// Paths that read as if they were not there.
  private(set) var omitted: Set<String> = []

  init(
    file: String,
    path: String,
    line: Int,
    members: [(key: String, value: ConfigurationValue)],
    omitting omitted: Set<String> = []
  ) {
    self.file = file
    self.path = path
    self.line = line
    self.members =
      omitted.isEmpty
      ? members
      : members.filter { !omitted.contains(path.isEmpty ? $0.key : "\(path).\($0.key)") }
    self.omitted = omitted
  }

  /// The same table, in which some paths read as if they were not there: to go on behind a mistake.
  ///
  /// - Parameter paths: Paths as errors give them, such as `rules[3]` or `lists.steal`.
  /// - Returns: The table.
  public func omitting(_ paths: Set<String>) -> ConfigurationTable {
    ConfigurationTable(file: file, path: path, line: line, members: members, omitting: paths)
  }

  /// The keys, in alphabetical order.
  public var keys: [String] { members.map(\.key) }

  /// Refuses any key that is not known, naming the nearest known one.
  ///
  /// - Parameter known: Every key that the table may have.
  /// - Throws: `ConfigurationError` for the first unknown key.
  public func refuseKeys(otherThan known: [String]) throws(ConfigurationError) {
    for (key, value) in members where !known.contains(key) {
      let nearest = Spelling.nearest(to: key, in: known)
      throw ConfigurationError(
        file: file,
        line: value.line,
        path: path(of: key),
        problem: "unknown key",
        remedy: nearest.map { "did you mean \"\($0)\"?" }
          ?? "known keys: \(known.sorted().joined(separator: ", "))"
      )
    }
  }

  /// The path of a key in this table.
  public func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The value of a key; `nil` where it is absent.
  public func value(_ key: String) -> ConfigurationValue? {
    members.first { $0.key == key }?.value
  }

  /// An error about a key of this table.
  public func error(_ key: String, _ problem: String, remedy: String) -> ConfigurationError {
    ConfigurationError(
      file: file,
      line: value(key)?.line ?? line,
      path: path(of: key),
      problem: problem,
      remedy: remedy
    )
  }

  /// A string; `nil` where absent.
  public func string(_ key: String) throws(ConfigurationError) -> String? {
    guard let value = value(key) else { return nil }
    guard case .string(let text) = value.content else { throw mismatch(key, value, "a string") }
    return text
  }

  /// A string that must be there.
  public func requiredString(_ key: String) throws(ConfigurationError) -> String {
    guard let text = try string(key) else { throw missing(key, "a string") }
    return text
  }

  /// An integer within a range; `nil` where absent.
  public func integer(
    _ key: String,
    in range: ClosedRange<Int> = Int.min...Int.max
  ) throws(ConfigurationError) -> Int? {
    guard let value = value(key) else { return nil }
    guard case .integer(let number) = value.content else {
      throw mismatch(key, value, "an integer")
    }
    guard range.contains(number) else {
      throw error(
        key,
        "\(number) is out of range",
        remedy: "write a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  /// A number, or an integer read as one; `nil` where absent.
  public func number(_ key: String) throws(ConfigurationError) -> Double? {
    guard let value = value(key) else { return nil }
    switch value.content {
    case .number(let number) where number.isFinite: return number
    case .integer(let number): return Double(number)
    default: throw mismatch(key, value, "a finite number")
    }
  }

  /// A boolean; `nil` where absent.
  public func boolean(_ key: String) throws(ConfigurationError) -> Bool? {
    guard let value = value(key) else { return nil }
    guard case .boolean(let flag) = value.content else {
      throw mismatch(key, value, "true or false")
    }
    return flag
  }

  /// A date as written (`2026-11-24`); `nil` where absent.
  public func date(_ key: String) throws(ConfigurationError) -> String? {
    guard let value = value(key) else { return nil }
    guard case .date(let text) = value.content else {
      throw mismatch(key, value, "a date such as 2026-11-24, without quotation marks")
    }
    return text
  }

  /// A word from a closed list; `nil` where absent.
  public func word(_ key: String, of allowed: [String]) throws(ConfigurationError) -> String? {
    guard let text = try string(key) else { return nil }
    guard allowed.contains(text) else {
      throw error(
        key,
        "\"\(text)\" is not allowed",
        remedy: "write one of: \(allowed.joined(separator: ", "))"
      )
    }
    return text
  }

  /// An array of strings; empty where absent.
  public func strings(_ key: String) throws(ConfigurationError) -> [String] {
    guard let value = value(key) else { return [] }
    guard case .array(let elements) = value.content else {
      throw mismatch(key, value, "an array of strings")
    }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element.content else {
        throw mismatch(key, element, "an array of strings")
      }
      texts.append(text)
    }
    return texts
  }

  /// A table; `nil` where absent.
  public func table(_ key: String) throws(ConfigurationError) -> ConfigurationTable? {
    guard let value = value(key) else { return nil }
    guard case .table(let members) = value.content else { throw mismatch(key, value, "a table") }
    return ConfigurationTable(
      file: file,
      path: path(of: key),
      line: value.line,
      members: members,
      omitting: omitted
    )
  }

  /// A table that must be there.
  public func requiredTable(_ key: String) throws(ConfigurationError) -> ConfigurationTable {
    guard let table = try table(key) else { throw missing(key, "a table") }
    return table
  }

  /// An array of tables (`[[key]]`); empty where absent.
  ///
  /// Paths count from 0: `rules[0]`.
  public func tables(_ key: String) throws(ConfigurationError) -> [ConfigurationTable] {
    guard let value = value(key) else { return [] }
    guard case .array(let elements) = value.content else {
      throw mismatch(key, value, "an array of tables")
    }
    var tables: [ConfigurationTable] = []
    for (index, element) in elements.enumerated()
    where !omitted.contains("\(path(of: key))[\(index)]") {
      guard case .table(let members) = element.content else {
        throw mismatch(key, element, "an array of tables")
      }
      tables.append(
        ConfigurationTable(
          file: file,
          path: "\(path(of: key))[\(index)]",
          line: element.line,
          members: members,
          omitting: omitted
        )
      )
    }
    return tables
  }

  private func missing(_ key: String, _ wanted: String) -> ConfigurationError {
    ConfigurationError(
      file: file,
      line: line,
      path: path(of: key),
      problem: "missing",
      remedy: "add \"\(key)\": \(wanted)"
    )
  }

  private func mismatch(
    _ key: String,
    _ value: ConfigurationValue,
    _ wanted: String
  ) -> ConfigurationError {
    ConfigurationError(
      file: file,
      line: value.line,
      path: path(of: key),
      problem: "\(value.shown) is \(value.kindName)",
      remedy: "write \(wanted)"
    )
  }
}
