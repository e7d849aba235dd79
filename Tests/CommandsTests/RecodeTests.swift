import Foundation
import Ledger
import Testing

@testable import Commands

@Suite struct RecodeTests {
  private static let chats = [
    SmallProject.Chat(id: "c-1", text: "ik ben 17 en ik zit hele dagen zonnebloemen te vouwen"),
    SmallProject.Chat(
      id: "c-2",
      day: "2020-05-01",
      text: "ik zit hele dagen zonnebloemen te vouwen"
    ),
  ]

  /// A rule that no shipped codebook has.
  private static let rule = """

    [[rules]]
    id = "form.labour.sunflowers"
    codes = ["exploit_form=labour", "topic_trafficking=yes"]
    any = ["zonnebloemen ..2 vouwen"]
    motive = "Made to fold sunflowers."
    example = "ik zit zonnebloemen te vouwen"
    """

  private static func teach(_ project: SmallProject) throws {
    let file = project.path + "/codebook.toml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let place = try #require(text.range(of: "\n[[rules]]"))
    try text.replacingCharacters(in: place, with: rule + "\n\n[[rules]]")
      .write(toFile: file, atomically: true, encoding: .utf8)
  }

  private static let taught = "exploit_form = labour: rule form.labour.sunflowers, message 0"

  @Test func `a new rule reaches transcripts of open periods, never of closed ones`() async throws {
    try await SmallProject.with(Self.chats) { project in
      #expect(await project.call("close", "2020").status == .done)
      let before = await project.codes()
      #expect(!before.contains(Self.taught))
      try Self.teach(project)
      let told = await project.call("recode")
      #expect(told.status == .done, "\(told.error)")
      #expect(
        told.output.contains("1 contacts coded anew, 1 with other codes; left as they are: 1")
      )
      #expect(told.output.hasSuffix("Nothing was changed; --yes does it.\n"))
      #expect(
        await project.codes().filter { $0.contains("=") } == before.filter { $0.contains("=") }
      )
      let done = await project.call("recode", "--yes")
      #expect(done.status == .done, "\(done.error)")
      let after = await project.codes()
      #expect(after.count { $0 == Self.taught } == 1)
      // The contact of the open year names the new codebook, that of the closed one the old.
      let editions = after.filter { $0.hasPrefix("contact ") }.map { $0.split(separator: " ")[3] }
      #expect(Set(editions).count == 2)
      let ledger = try Ledger.open(path: project.path + "/ledger.db")
      #expect(try ledger.events().last?.kind == "recode")
      #expect(await project.call("recode").output.contains("0 with other codes"))
    }
  }

  @Test func `contacts of closed periods are coded anew for a revision alone, when that is said`()
    async throws
  {
    try await SmallProject.with(Self.chats) { project in
      #expect(await project.call("close", "2020").status == .done)
      try Self.teach(project)
      let done = await project.call("recode", "--closed", "--yes")
      #expect(
        done.output.contains("2 contacts coded anew, 2 with other codes; left as they are: 0")
      )
      #expect(await project.codes().count { $0 == Self.taught } == 2)
      // What the closed year counts is not touched: one person is fewer than a revision needs.
      let refused = await project.call("close", "2020", "--revise")
      #expect(refused.status == .checkFailed)
      #expect(refused.error.contains("persons differ from what was counted"), "\(refused.error)")
      let ledger = try Ledger.open(path: project.path + "/ledger.db")
      #expect(try ledger.revisions().isEmpty)
      #expect(try ledger.closedPeriods().map(\.persons) == [0])
      let open = await project.call("close", "2021", "--revise")
      #expect(open.error.contains("this period is open; close it first"), "\(open.error)")
    }
  }

  @Test func `an age keeps its value, though the transcript has a band alone`() async throws {
    try await SmallProject.with(Self.chats) { project in
      // The band 16_17 reads back as 16.
      #expect(await project.codes().contains("age_years = 17: rule fact.age, message 0"))
      try Self.teach(project)
      #expect(await project.call("recode", "--yes").status == .done)
      #expect(await project.codes().contains("age_years = 17: rule fact.age, message 0"))
      #expect(await project.codes().contains("age_band = 16_17: rule fact.age_band, message 0"))
    }
  }

  @Test func `of two forms the later one counts, and what it leaves out stays`() async throws {
    try await SmallProject.with(Self.chats) { project in
      for form in [#""gender": "male", "in_view": "none""#, #""gender": "female""#] {
        let forms = try project.file(
          "forms.jsonl",
          #"{"contact_id": "c-1", "registration": {\#(form)}}"# + "\n"
        )
        #expect(await project.call("registrations", "import", forms).status == .done)
      }
      let wanted = ["gender = female", "in_view = none"].map {
        "\($0): the counsellor's registration"
      }
      for code in wanted { #expect(await project.codes().contains(code), "\(code)") }
      #expect(await project.call("recode", "--yes").status == .done)
      for code in wanted { #expect(await project.codes().contains(code), "\(code)") }
    }
  }

  @Test func `a form that came late opens the rules that ask for its codes`() async throws {
    let chats = [
      SmallProject.Chat(id: "c-1", text: "hij houdt mijn schuld bij, die moet ik aflossen")
    ]
    try await SmallProject.with(chats) { project in
      let forms = try project.file(
        "forms.jsonl",
        #"{"contact_id": "c-1", "registration": {"topic_trafficking": "yes"}}"# + "\n"
      )
      #expect(await project.call("registrations", "import", forms).status == .done)
      let before = await project.codes()
      #expect(before.contains("topic_trafficking = yes: the counsellor's registration"))
      #expect(await project.call("recode", "--yes").status == .done)
      let after = await project.codes()
      #expect(after.contains("topic_trafficking = yes: the counsellor's registration"))
      #expect(after.contains { $0.hasPrefix("control_means = debt: rule") }, "\(after)")
    }
  }
}
