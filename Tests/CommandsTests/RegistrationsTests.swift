import Ledger
import Testing

@testable import Commands

@Suite struct RegistrationsTests {
  private static let chats = [
    SmallProject.Chat(
      id: "c-1",
      text: "ik moet van hem stelen",
      registration: #"{"gender":"male"}"#
    ),
    SmallProject.Chat(id: "c-2", day: "2020-05-01", text: "ik moet van hem stelen"),
  ]

  @Test func `a corrected form goes before a rule and before the form of the night`() async throws {
    try await SmallProject.with(Self.chats) { project in
      let forms = try project.file(
        "forms.jsonl",
        #"{"contact_id": "c-1", "registration": {"gender": "female", "age_years": 15, "#
          + #""exploit_form": ["sexual", "criminal"], "note": "belt over Jansen", "in_view": null}}"#
          + "\n"
      )
      let found = await project.call("registrations", "import", forms)
      #expect(found.status == .done, "\(found.error)")
      #expect(
        found.output.hasPrefix(
          "1 forms: 1 taken, 1 contacts changed, 0 of closed periods left out, 0 of unknown "
            + "contacts; 1 values that the codebook does not know\n"
        ),
        "\(found.output)"
      )
      #expect(found.output.contains("  gender: 1 of 1 differ from the codes before\n"))
      #expect(!found.output.contains("Jansen"))
      let codes = await project.codes()
      for code in [
        "gender = female", "age_years = 15", "age_band = 15", "exploit_form = sexual",
        "exploit_form = criminal",
      ] {
        #expect(codes.contains("\(code): the counsellor's registration"), "\(code)")
      }
      let ledger = try Ledger.open(path: project.path + "/ledger.db")
      let event = try #require(try ledger.events().last)
      #expect(event.kind == "registrations")
      #expect(event.subject == "forms: 1 taken, 1 changed, 0 closed, 0 unknown")
    }
  }

  @Test func `two forms of a contact in one file count together, also when it is coded again`()
    async throws
  {
    try await SmallProject.with(Self.chats) { project in
      let forms = try project.file(
        "forms.jsonl",
        """
        {"contact_id": "c-1", "registration": {"gender": "female", "age_years": 15}}
        {"contact_id": "c-1", "registration": {"age_years": 16}}

        """
      )
      #expect(await project.call("registrations", "import", forms).status == .done)
      let codes = await project.codes()
      for code in ["gender = female", "age_years = 16"] {
        #expect(codes.contains("\(code): the counsellor's registration"), "\(code)")
      }
      #expect(await project.call("recode", "--yes").status == .done)
      #expect(await project.codes() == codes)
    }
  }

  @Test func `a closed period keeps its codes whatever form comes`() async throws {
    try await SmallProject.with(Self.chats) { project in
      #expect(await project.call("close", "2020").status == .done)
      let before = await project.codes()
      let forms = try project.file(
        "forms.jsonl",
        #"{"contact_id": "c-2", "registration": {"gender": "female"}}"# + "\n"
      )
      let found = await project.call("registrations", "import", forms)
      #expect(found.status == .done)
      #expect(found.output.contains("0 taken, 0 contacts changed, 1 of closed periods left out"))
      #expect(await project.codes() == before)
    }
  }

  @Test func `a blind second coding changes no code, and what differs is counted`() async throws {
    try await SmallProject.with(Self.chats) { project in
      let before = await project.codes()
      let token = try #require(before.first { $0.hasPrefix("contact ") }).dropFirst(8).prefix(26)
      let forms = try project.file(
        "blind.jsonl",
        """
        {"contact": "\(token)", "registration": {"gender": "female", "exploit_form": "criminal"}}

        """
      )
      let found = await project.call("registrations", "import", forms, "--coder", "b2")
      #expect(found.status == .done, "\(found.error)")
      #expect(found.output.contains("  gender: 1 of 1 differ"))
      #expect(found.output.contains("  exploit_form: 0 of 1 differ"))
      #expect(await project.codes() == before)
    }
  }

  @Test func `a form of an unknown contact is named by its line, the others count`() async throws {
    try await SmallProject.with(Self.chats) { project in
      let forms = try project.file(
        "forms.jsonl",
        """
        {"contact_id": "geheim-9", "registration": {"gender": "female"}}
        {"contact_id": "c-1", "registration": {"gender": "female"}}

        """
      )
      let found = await project.call("registrations", "import", forms)
      #expect(found.status == .checkFailed)
      #expect(found.output.contains("2 forms: 1 taken"))
      #expect(found.error.contains("forms.jsonl: lines 1: the ledger holds no contact of these"))
      #expect(!found.error.contains("geheim-9"))
    }
  }

  @Test(arguments: [
    ("{", "it is not JSON"),
    (#"{"registration": {}}"#, "contact_id or contact is missing"),
    (#"{"contact_id": "c-1"}"#, "registration is missing or no object"),
    (
      #"{"contact_id": "c-1", "registration": {"gender": {"a": 1}}}"#,
      "a value of registration is no code or number"
    ),
  ])
  func `a line that is no form refuses the whole file, and nothing changes`(
    line: String,
    reason: String
  ) async throws {
    try await SmallProject.with(Self.chats) { project in
      let before = await project.codes()
      let forms = try project.file(
        "forms.jsonl",
        #"{"contact_id": "c-1", "registration": {"gender": "female"}}"# + "\n\(line)\n"
      )
      let found = await project.call("registrations", "import", forms)
      #expect(found.status == .usage)
      #expect(found.error.contains("forms.jsonl:2: this line is no form (\(reason)); mend it"))
      #expect(await project.codes() == before)
    }
  }

  @Test func `a coder's name that could be anybody's is refused`() async throws {
    try await SmallProject.with(Self.chats) { project in
      let found = await project.call("registrations", "import", "x", "--coder", "Jan Jansen")
      #expect(found.status == .usage)
      #expect(
        found.error.contains("--coder Jan Jansen: give the coder up to 16 letters and digits")
      )
    }
  }

  @Test func `the contacts that a person should code are listed by token, with why`() async throws {
    try await SmallProject.with(Self.chats) { project in
      let found = await project.call("code", "--uncertain", "1")
      #expect(found.status == .done, "\(found.error)")
      #expect(
        found.output.wholeMatch(of: #/[0-9A-Z]{26}  \d+\.\d\d  \S+=\S+( \S+=\S+){3}\n/#) != nil
      )
      let both = await project.call("code", "--uncertain", "5")
      #expect(both.output.split(separator: "\n").count == 2)
      let none = await project.call("code", "--uncertain", "0")
      #expect(none.error == "luwte: --uncertain 0: give a whole number from 1 to 10000\n")
      let file = await project.call("code", "x.jsonl", "--uncertain", "5")
      #expect(file.error.hasPrefix("luwte: --uncertain: 1 operands given beside it"))
    }
  }
}
