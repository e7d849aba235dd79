import Configuration
import Testing

struct ConfigurationTests {
  @Test func `values come back with their kind and lines`() throws {
    let table = try TOML.parse(
      """
      policy = "balanced"
      threads = 2
      share = 2.5
      since = 2021-01-01
      on = true
      names = ["a", "b"]
      [kinds.PERSON]
      operator = "token"
      [[rules]]
      id = "r1"
      """,
      file: "a.toml"
    )
    #expect(try table.word("policy", of: ["balanced", "strict"]) == "balanced")
    #expect(try table.integer("threads", in: 1...64) == 2)
    #expect(try table.number("share") == 2.5)
    #expect(try table.date("since") == "2021-01-01")
    #expect(try table.boolean("on") == true)
    #expect(try table.strings("names") == ["a", "b"])
    #expect(try table.table("kinds")?.table("PERSON")?.string("operator") == "token")
    #expect(try table.tables("rules").first?.path == "rules[0]")
    #expect(try table.tables("rules").first?.line == 9)
    #expect(try table.string("absent") == nil)
  }

  @Test func `an unknown key is refused with its path and the nearest known key`() throws {
    let table = try TOML.parse("[kinds.PERSON]\noperater = \"token\"", file: "redaction.toml")
    let person = try table.requiredTable("kinds").requiredTable("PERSON")
    #expect(
      throws: ConfigurationError(
        file: "redaction.toml",
        line: 2,
        path: "kinds.PERSON.operater",
        problem: "unknown key",
        remedy: "did you mean \"operator\"?"
      )
    ) { try person.refuseKeys(otherThan: ["operator", "length"]) }
  }

  @Test(arguments: [
    ("threads = 0", "threads", 1, "0 is out of range"),
    ("\nthreads = \"two\"", "threads", 2, "\"two\" is a string"),
  ])
  func `a wrong value is refused with line and range`(
    text: String,
    path: String,
    line: Int,
    problem: String
  ) throws {
    let table = try TOML.parse(text, file: "luwte.toml")
    let error = #expect(throws: ConfigurationError.self) {
      try table.integer("threads", in: 1...64)
    }
    #expect(error?.path == path)
    #expect(error?.line == line)
    #expect(error?.problem == problem)
  }

  @Test func `broken TOML is refused with its line`() {
    let error = #expect(throws: ConfigurationError.self) {
      try TOML.parse("a = 1\nb = = 2\n", file: "luwte.toml")
    }
    #expect(error?.line == 2)
  }

  @Test(
    arguments: [
      ("polcy", "policy"), ("thraeds", "threads"), ("zzz", nil),
    ] as [(String, String?)]
  )
  func `the nearest word is found within a third of its length`(word: String, nearest: String?) {
    #expect(Spelling.nearest(to: word, in: ["policy", "threads", "paths"]) == nearest)
  }
}
