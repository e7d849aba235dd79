import Foundation
import Testing

@testable import Commands

@Suite struct CodebookDeskTests {
  /// Runs a command in a project whose codebook is the shipped one, changed.
  private func check(replacing old: String, with new: String) async throws -> (
    status: Commands.ExitStatus, output: String, error: String
  ) {
    try await Place.withFolder { path in
      #expect(await luwte(shipped: "init", path).status == .done)
      let file = path + "/codebook.toml"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.contains(old))
      let start = try #require(text.range(of: old))
      try text.replacingCharacters(in: start, with: new)
        .write(toFile: file, atomically: true, encoding: .utf8)
      return await luwte(shipped: "codebook", "check", "--project", path)
    }
  }

  private func check(adding rule: String) async throws -> (
    status: Commands.ExitStatus, output: String, error: String
  ) {
    let next = "[[contradictions]]\nid = \"group_of_one\""
    return try await check(replacing: next, with: "\(rule)\n\n\(next)")
  }

  @Test func `the shipped codebook has no fault, and its rules hold to their examples`() async {
    let found = await luwte(shipped: "codebook", "check")
    #expect(found.status == .done)
    #expect(found.error.isEmpty)
    #expect(found.output.contains("39 variables"))
    #expect(found.output.hasSuffix("0 faults\n"))
  }

  @Test(arguments: [
    (
      #"roll_up = "strongest""#, #"roll_up = "strongst""#,
      [".roll_up:", "\"strongst\"", "strongest"]
    ),
    (
      #"{ code = "whatsapp", number = 2"#, #"{ code = "whatsapp", number = 1"#,
      [".codes:", "number 1 stands there twice", "its own name and number"]
    ),
    (#"unit = "person""#, #"unt = "person""#, [".unt: unknown key", "did you mean \"unit\"?"]),
    (
      #"where = ["contact_validity=valid"]"#, #"where = ["contact_validity=vald"]"#,
      ["populations.P1.where:", "\"vald\" is no code", "did you mean \"valid\"?"]
    ),
  ])
  func `a mistake is named with line, key path, value and remedy`(
    old: String,
    new: String,
    said: [String]
  ) async throws {
    let found = try await check(replacing: old, with: new)
    #expect(found.status == .usage)
    #expect(try #/codebook\.toml:\d+: /#.firstMatch(in: found.error) != nil, "\(found.error)")
    for part in said { #expect(found.error.contains(part), "\(found.error)") }
  }

  /// Five mistakes in four places, two of them in one rule; nothing else is said, though a variable
  /// and a list can't be read that much depends on.
  @Test func `every mistake is named, and no consequence of one`() async throws {
    let found = try await Place.withFolder { path in
      #expect(await luwte(shipped: "init", path).status == .done)
      let file = path + "/codebook.toml"
      var text = try String(contentsOfFile: file, encoding: .utf8)
      for (old, new) in [
        ("id = \"gender\"\nunit = \"person\"", "id = \"gender\"\nunit = \"persons\""),
        ("\nsteal = [\"", "\nsteal = [\"st*l* "),
        (
          "id = \"control.debt\"",
          "id = \"control.debt\"\nspeaker = \"visitors\"\nwieght = 1"
        ),
        ("[populations.P1]\nunit = \"contact\"", "[populations.P1]\nunit = \"contact\"\nwere = []"),
      ] {
        let place = try #require(text.range(of: old), "\(old)")
        text.replaceSubrange(place, with: new)
      }
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      return await luwte(shipped: "codebook", "check", "--project", path)
    }
    #expect(found.status == .usage)
    let lines = found.error.split(separator: "\n")
    #expect(lines.count == 5, "\(found.error)")
    let places = lines.compactMap { $0.firstMatch(of: #/codebook\.toml:(\d+): /#) }
      .compactMap { Int($0.1) }
    #expect(places.count == 5 && places == places.sorted(), "\(found.error)")
    for part in ["unit: \"persons\"", "lists.steal", ".speaker: ", ".wieght: ", "P1.were: "] {
      #expect(lines.count { $0.contains(part) } == 1, "\(part) in \(found.error)")
    }
  }

  @Test func `a table plan that names a code no more is refused`() async throws {
    let found = try await check(
      replacing: "id = \"under_15\"",
      with: "id = \"under_fifteen\""
    )
    #expect(found.status == .usage)
    #expect(found.error.contains("tableplan.toml:"), "\(found.error)")
    #expect(found.error.contains("under_15"), "\(found.error)")
  }

  @Test func `a rule that fails its example or holds in its counterexample is a fault`()
    async throws
  {
    let rule = """
      [[rules]]
      id = "control.scooter"
      codes = ["control_means=other"]
      any = ["scooter ..2 afgepakt"]
      motive = "A scooter held back as a means."
      example = "hij heeft mijn fiets afgepakt"
      counterexample = "hij heeft mijn scooter afgepakt"
      """
    let found = try await check(adding: rule)
    #expect(found.status == .checkFailed)
    #expect(
      found.error.contains("rules: id = \"control.scooter\": example \"hij heeft mijn fiets"),
      "\(found.error)"
    )
    #expect(found.error.contains("counterexample \"hij heeft mijn scooter"), "\(found.error)")
    #expect(found.output.hasSuffix("2 faults\n"))
  }

  @Test func `a note says where a word of a rule is taken for a detail`() async throws {
    let rule = """
      [[rules]]
      id = "control.named"
      codes = ["control_means=other"]
      any = ["mevrouw Jansen ..2 afgepakt"]
      motive = "A name can be no word of a rule."
      example = "mevrouw Jansen heeft het afgepakt"
      """
    let found = try await check(adding: rule)
    #expect(found.status == .done, "\(found.error)")
    #expect(
      found.output.contains("note: rules: id = \"control.named\": in its example \"mevrouw Jansen")
    )
    #expect(found.output.hasSuffix("0 faults\n"))
  }

  @Test func `any change of the file changes the edition`() async throws {
    let before = await luwte(shipped: "codebook", "check").output
    let after = try await check(replacing: "# The codebook", with: "#  The codebook").output
    let edition = #/luwte-codebook \S+\+[0-9a-f]{8}:/#
    let one = try #require(try edition.firstMatch(in: before))
    let other = try #require(try edition.firstMatch(in: after))
    #expect(one.output != other.output)
  }

  @Test func `the codebook is printed in Dutch and in English`() async {
    let dutch = await luwte(shipped: "codebook", "show", "in_view", "--language", "nl")
    #expect(dutch.status == .done)
    #expect(dutch.output.contains("per persoon: at_first_trafficking_contact"))
    #expect(dutch.output.contains("politie"))
    #expect(!dutch.output.contains("age_band"))
    let english = await luwte(shipped: "codebook", "show")
    #expect(english.output.contains("12_14"))
    #expect(english.output.contains("P3  victims"))
    #expect(english.output.contains("F16  it takes long to find the courage"))
  }

  @Test func `an unknown action or variable is refused with the remedy`() async {
    let action = await luwte(shipped: "codebook", "chek")
    #expect(action.error == "luwte: codebook chek: allowed: check, show\n")
    let variable = await luwte(shipped: "codebook", "show", "age_bond")
    #expect(
      variable.error
        == "luwte: age_bond: the codebook has no such variable; did you mean \"age_band\"?\n"
    )
  }
}
