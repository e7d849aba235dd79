import Testing

@testable import Commands

struct FrameTests {
  private static let world = RecordingConsole().world()
  private static let verb = Verb(
    name: "probe",
    summary: "tests the frame",
    operands: .one("FILE"),
    options: [.project, .output, .policy, .json, .threads],
    details: "Nothing.",
    run: { _ in .done }
  )

  @Test(arguments: [
    (["f", "--policy", "strict"], "strict"),
    (["--policy=strict", "f"], "strict"),
    (["--policy=strict", "--", "--f"], "strict"),
  ])
  func `an option's value follows it or an equals sign`(words: [String], policy: String) throws {
    let call = try Invocation.parse(words, for: Self.verb, in: Self.world)
    #expect(call.value(.policy) == policy)
    #expect(call.operands.count == 1)
  }

  @Test func `a lone dash is an operand`() throws {
    let call = try Invocation.parse(["-", "-o", "-"], for: Self.verb, in: Self.world)
    #expect(call.operands == ["-"])
    #expect(call.value(.output) == "-")
  }

  @Test(arguments: [
    (
      ["f", "--polcy", "strict"],
      #"--polcy: luwte probe has no such option; did you mean "--policy"?"#
    ),
    (
      ["f", "--zzzzzz"],
      "--zzzzzz: luwte probe has no such option; luwte help probe lists the options"
    ),
    (["f", "--policy", "lax"], "--policy lax: allowed: balanced, strict"),
    (["f", "--policy"], "--policy: its value is missing; write --policy POLICY"),
    (["f", "--json=yes"], "--json=yes: --json takes no value; write --json"),
    (["f", "--json", "--json"], "--json: it is given twice; give it once"),
    ([], "probe: 0 operands given, wanted: FILE; luwte help probe tells more"),
    (["a", "b"], "probe: 2 operands given, wanted: FILE; luwte help probe tells more"),
  ])
  func `a wrong command line is refused with the remedy`(words: [String], line: String) {
    let complaint = #expect(throws: Complaint.self) {
      try Invocation.parse(words, for: Self.verb, in: Self.world)
    }
    #expect(complaint?.line == "luwte: " + line)
    #expect(complaint?.status == .usage)
  }

  @Test(arguments: ["0", "257", "two", "2.5"])
  func `a number out of range is refused with the range`(text: String) throws {
    let call = try Invocation.parse(["f", "--threads", text], for: Self.verb, in: Self.world)
    let complaint = #expect(throws: Complaint.self) { try call.integer(.threads, in: 1...256) }
    #expect(complaint?.line == "luwte: --threads \(text): give a whole number from 1 to 256")
  }

  @Test func `when several statuses hold, the gravest is given`() {
    #expect([.done, .quarantined, .checkFailed].max() == ExitStatus.checkFailed)
    #expect([.checkFailed, .usage].max() == ExitStatus.usage)
    #expect([.usage, .machineFailed].max() == ExitStatus.machineFailed)
  }

  @Test func `an unknown command is refused`() async {
    let said = await luwte("frobnicate")
    #expect(said.status == .usage)
    #expect(said.output.isEmpty)
    #expect(said.error.hasPrefix("luwte: frobnicate: there is no such command; "))
  }

  @Test func `help and version go to standard output`() async {
    #expect(await luwte("--version").output == "luwte \(Luwte.version)\n")
    let help = await luwte("--help")
    #expect(help.status == .done)
    #expect(help.output.contains("Exit status"))
  }

  @Test(arguments: Verb.all)
  func `every command has help that names its options`(verb: Verb) {
    for option in verb.options { #expect(verb.help.contains(option.name)) }
    #expect(verb.summary.count <= 76)
    #expect(verb.help.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
