import Configuration
import Detection
import JSON
import Testing

@testable import Pseudonymisation

@Suite struct RedactionSettingsTests {
  private func read(_ text: String, today: String = "2026-11-24") throws -> RedactionSettings {
    try RedactionSettings(reading: TOML.parse(text, file: "redaction.toml"), today: today)
  }

  private func refusal(_ text: String) -> ConfigurationError? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return error as? ConfigurationError
    }
  }

  @Test func `an empty file means the standard, which keeps nothing`() throws {
    let settings = try read("")
    #expect(settings.rules == RedactionSettings.standard.rules)
    #expect(settings.policy == .balanced)
    #expect(settings.rules.map(\.kind) == EntityKind.allCases)
    #expect(!settings.rules.contains { $0.operation == .keep })
    #expect(settings.detection == .none)
  }

  @Test func `the shipped file is the standard`() throws {
    let text = try Repository.text("Samples/project/redaction.toml")
    let settings = try read(text)
    #expect(settings.rules == RedactionSettings.standard.rules)
    #expect(settings.policy == RedactionSettings.standard.policy)
    #expect(settings.mail == RedactionSettings.standard.mail)
    #expect(settings.canaries == RedactionSettings.standard.canaries)
    // Each kind is spelled out, for the reader.
    for kind in EntityKind.allCases { #expect(text.contains("\n\(kind.rawValue) ")) }
  }

  @Test func `policy, operators, recognisers and lists are read`() throws {
    let settings = try read(
      #"""
      policy = "strict"
      [mail]
      ignore_dots = true
      [kinds]
      PERSON = { operator = "surrogate" }
      URL = { operator = "keep", reason = "r", author = "a", expires = 2026-11-24 }
      [[recognisers]]
      name = "dossier"
      kind = "ID_NUMBER"
      pattern = 'LW-\d+'
      ignore_case = false
      [[deny]]
      text = "Zonnehof"
      kind = "ORGANIZATION"
      reason = "secret"
      author = "s"
      [[allow]]
      text = "Luwte"
      reason = "ours"
      author = "s"
      expires = 2027-01-01
      """#
    )
    #expect(settings.policy == .strict)
    #expect(settings.mail == Identity.MailRule(ignoresDots: true))
    #expect(settings.operation(for: .person) == .surrogate)
    #expect(settings.operation(for: .url) == .keep)
    #expect(settings.operation(for: .age) == .generalise)
    #expect(
      settings.detection
        == DetectionSettings(
          ownRecognisers: [
            .init(name: "dossier", kind: .idNumber, pattern: #"LW-\d+"#, ignoresCase: false)
          ],
          denied: [.init(text: "Zonnehof", kind: .organization)],
          allowed: ["Luwte"]
        )
    )
    #expect(settings.expired.isEmpty)
  }

  @Test func `an exception ends on its last day`() throws {
    let text = """
      [kinds]
      URL = { operator = "keep", reason = "r", author = "a", expires = 2026-11-23 }
      [[allow]]
      text = "Luwte"
      reason = "r"
      author = "a"
      expires = 2026-11-24
      """
    let before = try read(text, today: "2026-11-23")
    #expect(before.operation(for: .url) == .keep)
    #expect(before.expired.isEmpty)
    let between = try read(text, today: "2026-11-24")
    #expect(between.operation(for: .url) == .redact)
    #expect(between.allowed.count == 1)
    #expect(between.expired == ["kinds.URL"])
    let after = try read(text, today: "2026-11-25")
    #expect(after.allowed.isEmpty)
    #expect(after.expired == ["kinds.URL", "allow[0]"])
  }

  @Test(arguments: [
    ("polisy = \"strict\"", "polisy", "did you mean \"policy\"?"),
    ("policy = \"loose\"", "policy", "write one of: balanced, strict"),
    ("[kinds]\nPERSONS = { operator = \"token\" }", "kinds.PERSONS", "did you mean \"PERSON\"?"),
    ("[kinds]\nURL = \"keep\"", "kinds.URL", "write a table"),
    ("[kinds]\nURL = {}", "kinds.URL.operator", "write one of: redact, token, keep"),
    (
      "[kinds]\nURL = { operator = \"generalise\" }", "kinds.URL.operator",
      "write one of: redact, token, keep"
    ),
    (
      "[kinds]\nAGE = { operator = \"surrogate\" }", "kinds.AGE.operator",
      "write one of: redact, token, generalise, keep"
    ),
    (
      "[kinds]\nURL = { operator = \"keep\" }", "kinds.URL.reason",
      "add \"reason\": a string"
    ),
    (
      "[kinds]\nURL = { operator = \"keep\", reason = \"r\", author = \"a\" }", "kinds.URL.expires",
      "give the last day of the exception, such as 2027-06-30"
    ),
    (
      "[kinds]\nURL = { operator = \"keep\", reason = \" \", author = \"a\" }", "kinds.URL.reason",
      "say it, so that an officer can follow"
    ),
    (
      "[kinds]\nURL = { operator = \"token\", reason = \"r\" }", "kinds.URL.reason", "take it out"
    ),
    (
      "[[allow]]\ntext = \"x\"\nreason = \"r\"\nauthor = \"a\"", "allow[0].expires",
      "give the last day of the exception, such as 2027-06-30"
    ),
    (
      "[[allow]]\ntext = \"x\"\nkind = \"URL\"", "allow[0].kind",
      "known keys: author, expires, reason, text"
    ),
    (
      "[[deny]]\ntext = \"x\"\nreason = \"r\"\nauthor = \"a\"", "deny[0].kind",
      "write a kind such as PERSON"
    ),
    (
      "[[deny]]\ntext = \" \"\nkind = \"URL\"\nreason = \"r\"\nauthor = \"a\"", "deny[0].text",
      "write the value"
    ),
    ("[[recognisers]]\nname = \"x\"", "recognisers[0].kind", "write a kind such as PERSON"),
    ("[canaries]\nlimit = 1.5", "canaries.limit", "write a number from 0 to 1"),
    ("[canaries]\ncontacts = 201", "canaries.contacts", "write a whole number from 0 to 200"),
    ("[canaries]\nlimt = 0", "canaries.limt", "did you mean \"limit\"?"),
  ])
  func `what can't stand is refused with path and remedy`(
    text: String,
    path: String,
    remedy: String
  ) {
    #expect(refusal(text)?.path == path)
    #expect(refusal(text)?.remedy == remedy)
  }

  @Test func `the schema has the kinds and operators of the code`() throws {
    let text = try Repository.text("Schemas/redaction.v1.schema.json")
    try JSONParser().parse(text) { root in
      let kinds = try #require(root["properties"]?["kinds"]?["properties"])
      var names: [String] = []
      kinds.forEachMember { key, _ in names.append(key.string ?? "") }
      #expect(names == EntityKind.allCases.map(\.rawValue))
      var listed: [String] = []
      root["$defs"]?["kind"]?["enum"]?.forEachElement { listed.append($0.string ?? "") }
      #expect(listed == names)
      try kinds.forEachMember { key, value in
        let kind = try #require(EntityKind(rawValue: key.string ?? ""))
        let reference = try #require(value["$ref"]?.string)
        let definition =
          switch reference {
          case "#/$defs/person": root["$defs"]?["person"]
          case "#/$defs/coarse": root["$defs"]?["coarse"]
          default: root["$defs"]?["plain"]
          }
        var operators: [String] = []
        definition?["properties"]?["operator"]?["enum"]?.forEachElement {
          operators.append($0.string ?? "")
        }
        #expect(operators == RedactionSettings.operators(for: kind).map(\.rawValue))
      }
    }
  }
}
