import Configuration

extension Codebook {
  /// Every mistake of a codebook file, in order of lines; empty where it can be read.
  ///
  /// Reading goes on behind each mistake as if the key were not there, and where it is needed, as if
  /// the variable, rule or list were not there. What is only a consequence of that is not named. A file
  /// that is no TOML has one mistake.
  ///
  /// - Parameters:
  ///   - text: The text of `codebook.toml`.
  ///   - file: The name that mistakes give.
  /// - Returns: At most 200 mistakes.
  public static func mistakes(text: String, file: String) -> [ConfigurationError] {
    let root: ConfigurationTable
    do throws(ConfigurationError) { root = try TOML.parse(text, file: file) } catch {
      return [error]
    }
    var mistakes: [ConfigurationError] = []
    var omitted: Set<String> = []
    var unread: Set<String> = []
    while mistakes.count < 200, let mistake = first(in: root.omitting(omitted)) {
      let isConsequence =
        omitted.contains(mistake.path)
        || unread.contains {
          mistake.problem.contains("\"\($0)\"") || mistake.problem.contains("\"@\($0)\"")
        }
      if !isConsequence { mistakes.append(mistake) }
      let element = element(of: mistake.path)
      let next = isConsequence ? element : mistake.path
      guard omitted.insert(next).inserted else { break }
      if next == element { unread.insert(id(of: element, in: root)) }
    }
    return mistakes.sorted { ($0.line, $0.path) < ($1.line, $1.path) }
  }

  private static func first(in root: ConfigurationTable) -> ConfigurationError? {
    do throws(ConfigurationError) {
      _ = try Codebook(root, source: [])
      return nil
    } catch {
      return error
    }
  }

  /// The part of a path that stands for one variable, rule or list: `rules[3]`, `lists.steal`.
  private static func element(of path: String) -> String {
    guard let bracket = path.firstIndex(of: "]") else {
      return path.split(separator: ".").prefix(2).joined(separator: ".")
    }
    return String(path[...bracket])
  }

  /// The id by which others name an element.
  private static func id(of element: String, in root: ConfigurationTable) -> String {
    let parts = element.split { $0 == "[" || $0 == "]" || $0 == "." }
    guard element.hasSuffix("]"), parts.count == 2, let place = Int(parts[1]),
      let tables = try? root.tables(String(parts[0])), tables.indices.contains(place)
    else { return String(parts.last ?? "") }
    return (try? tables[place].string("id")) ?? element
  }
}
