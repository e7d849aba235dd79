/// One command of `luwte`, as data; its work is a function from an invocation to a status.
struct Verb: Sendable {
  /// How many operands a verb takes, and what they are called.
  struct Operands: Sendable {
    let name: String
    let count: ClosedRange<Int>

    static let none = Operands(name: "", count: 0...0)
    static func one(_ name: String) -> Operands { Operands(name: name, count: 1...1) }
    static func optional(_ name: String) -> Operands { Operands(name: name, count: 0...1) }
    static func some(_ name: String) -> Operands { Operands(name: name, count: 1...Int.max) }

    var synopsis: String {
      switch (count.lowerBound, count.upperBound) {
      case (_, 0): ""
      case (0, 1): " [\(name)]"
      case (0, _): " [\(name)...]"
      case (_, Int.max): " \(name)..."
      default: " \(name)"
      }
    }
  }

  /// The word on the command line.
  let name: String
  /// One line for the list of commands.
  let summary: String
  /// What it takes besides options.
  let operands: Operands
  /// Its options; `--help` is understood everywhere.
  let options: [Option]
  /// What a user must know more, a few lines.
  let details: String
  /// The work.
  let run: @Sendable (Invocation) async throws -> ExitStatus

  /// The help of this command.
  var help: String {
    let all = options + [.help]
    let width = all.map(\.synopsis.count).max() ?? 0
    let rows = all.map { option in
      "  " + option.synopsis
        + String(repeating: " ", count: width - option.synopsis.count + 2) + option.help
    }
    return """
      luwte \(name): \(summary)

      Use: luwte \(name)\(operands.synopsis) [options]

      \(details)

      Options:
      \(rows.joined(separator: "\n"))
      """
  }
}
