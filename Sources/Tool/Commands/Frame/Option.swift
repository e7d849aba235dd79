/// One option of the command line, as data: help, parsing and completion are made from it.
struct Option: Sendable {
  /// The name with its dashes, such as `--policy`.
  let name: String
  /// Another name, such as `-o`.
  let short: String?
  /// What follows the name, such as `DIR`; `nil` for a switch.
  let value: String?
  /// One line of help.
  let help: String
  /// The only values allowed; empty where any is.
  let allowed: [String]
  /// Tells whether the name may stand alone; what follows is its value only when it is allowed.
  let mayStandAlone: Bool

  init(
    _ name: String,
    short: String? = nil,
    value: String? = nil,
    allowed: [String] = [],
    mayStandAlone: Bool = false,
    help: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.allowed = allowed
    self.mayStandAlone = mayStandAlone
    self.help = help
  }

  /// The left column of the help.
  var synopsis: String {
    let names = short.map { "\($0), \(name)" } ?? name
    return value.map { "\(names) \($0)" } ?? names
  }
}

extension Option {
  static let project = Option(
    "--project",
    value: "DIR",
    help: "the project folder (default: this folder)"
  )
  static let output = Option(
    "--output",
    short: "-o",
    value: "FILE",
    help: "where to write; - is standard output, .gz is compressed (default: -)"
  )
  static let policy = Option(
    "--policy",
    value: "POLICY",
    allowed: ["balanced", "strict"],
    help: "balanced or strict (default: the project's, else balanced)"
  )
  static let json = Option("--json", help: "print JSON instead of text")
  static let help = Option("--help", short: "-h", help: "this text")
  static let threads = Option(
    "--threads",
    value: "N",
    help: "how many cores to use, 1 to 256 (default: the project's, else all)"
  )
}
