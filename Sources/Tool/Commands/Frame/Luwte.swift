/// The command line of Luwte.
public enum Luwte {
  /// The program's version, as semantic versioning has it.
  public static let version = "0.1.0"

  /// Runs one command.
  ///
  /// - Parameters:
  ///   - words: The words after the program's name.
  ///   - world: Where to write and what time it is.
  /// - Returns: The exit status.
  public static func run(_ words: [String], in world: World) async -> ExitStatus {
    do {
      return try await dispatch(words, in: world)
    } catch {
      let complaint = Complaint(error)
      world.console.complain(complaint.line)
      return complaint.status
    }
  }

  private static func dispatch(_ words: [String], in world: World) async throws -> ExitStatus {
    guard let first = words.first else {
      world.console.complain(overview)
      return .usage
    }
    switch first {
    case "--version":
      world.console.print("luwte \(version)")
      return .done
    case "--help", "-h", "help":
      let name = words.dropFirst().first
      guard let name, first == "help" else {
        world.console.print(overview)
        return .done
      }
      world.console.print(try verb(name).help)
      return .done
    default:
      let verb = try verb(first)
      let invocation = try Invocation.parse(Array(words.dropFirst()), for: verb, in: world)
      guard !invocation.has(.help) else {
        world.console.print(verb.help)
        return .done
      }
      return try await verb.run(invocation)
    }
  }

  private static func verb(_ name: String) throws(Complaint) -> Verb {
    guard let verb = Verb.all.first(where: { $0.name == name }) else {
      throw .unknownVerb(name)
    }
    return verb
  }

  /// The list of commands.
  static var overview: String {
    let width = Verb.all.map(\.name.count).max() ?? 0
    let rows = Verb.all.map { verb in
      "  \(verb.name)" + String(repeating: " ", count: width - verb.name.count + 2) + verb.summary
    }
    return """
      luwte: turns raw help-line chats into tables without betraying anyone

      Use: luwte COMMAND [options]

      Commands:
      \(rows.joined(separator: "\n"))

      luwte help COMMAND tells more; luwte --version gives the version.
      Exit status: 0 done; 1 a check found something; 2 wrong command line or configuration;
      3 done, but some input is in quarantine; 4 the machine failed, nothing is lost.
      """
  }
}
