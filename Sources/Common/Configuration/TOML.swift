import CxxTOML
import JSON

/// The one reader of configuration text: TOML 1.0, by toml++.
public enum TOML {
  /// Reads a whole file's text.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - file: The name that errors give.
  /// - Returns: The root table.
  /// - Throws: `ConfigurationError` with line and reason.
  public static func parse(
    _ text: String,
    file: String
  ) throws(ConfigurationError) -> ConfigurationTable {
    var text = text
    let result = text.withUTF8 { utf8 in
      unsafe utf8.withMemoryRebound(to: CChar.self) {
        unsafe luwte_toml_parse($0.baseAddress, $0.count)
      }
    }
    defer { unsafe luwte_toml_free(result) }
    if let error = unsafe result.error {
      let (line, column) = unsafe (Int(result.line), result.column)
      let reason = unsafe String(cString: error)
      throw ConfigurationError(
        file: file,
        line: line,
        path: "",
        problem: "column \(column): \(reason)",
        remedy: "write the file in TOML 1.0"
      )
    }
    guard let json = unsafe result.json else { throw unreadable(file) }
    let rendered = unsafe String(cString: json)
    do {
      let root = try JSONParser().parse(rendered) { value(from: $0) }
      guard case .table(let members) = root.content else { throw unreadable(file) }
      return ConfigurationTable(file: file, path: "", line: 0, members: members)
    } catch {
      throw unreadable(file)
    }
  }

  private static func unreadable(_ file: String) -> ConfigurationError {
    ConfigurationError(
      file: file,
      line: 0,
      path: "",
      problem: "the file cannot be read as TOML",
      remedy: "write the file in TOML 1.0, encoded as UTF-8"
    )
  }

  private static func value(from json: JSONValue) -> ConfigurationValue {
    let line = json["l"]?.integer ?? 0
    let type = json["t"]?.string ?? ""
    let content = json["v"]
    switch type {
    case "table":
      var members: [(key: String, value: ConfigurationValue)] = []
      content?.forEachMember { members.append((key: $0.string ?? "", value: value(from: $1))) }
      return ConfigurationValue(content: .table(members), line: line)
    case "array":
      var elements: [ConfigurationValue] = []
      content?.forEachElement { elements.append(value(from: $0)) }
      return ConfigurationValue(content: .array(elements), line: line)
    case "integer":
      return ConfigurationValue(content: .integer(content?.integer ?? 0), line: line)
    case "float":
      return ConfigurationValue(
        content: .number(content?.string.flatMap(Double.init) ?? .nan),
        line: line
      )
    case "boolean":
      return ConfigurationValue(content: .boolean(content?.boolean ?? false), line: line)
    case "date":
      return ConfigurationValue(content: .date(content?.string ?? ""), line: line)
    default:
      return ConfigurationValue(content: .string(content?.string ?? ""), line: line)
    }
  }
}
