import Datasets
import Foundation
import Ledger
import Testing

@testable import Commands

@Suite(.serialized) struct QualityVerbTests {
  @Test func `the mirror names fill, contradictions by token, coders and drift`() async throws {
    let chats = [
      SmallProject.Chat(
        id: "c-1",
        text: "hoi, ik wil iets vragen over mijn situatie thuis",
        registration: #"{"age_band":"00_11","exploiter_relation":"partner","gender":"female"}"#
      )
    ]
    try await SmallProject.with(chats) { project in
      let found = await project.call("quality", "2021")
      #expect(found.status == .done, "\(found.error)")
      #expect(found.output.hasPrefix("2021: 1 contacts\n"))
      #expect(found.output.contains(#/\n  gender +100\.0 % +100\.0 %\n/#))
      #expect(found.output.contains(#/\n  region +0\.0 % +-\s*\n/#))
      #expect(found.output.contains("child_with_long_partner: 1 contacts: a child under 12"))
      #expect(found.output.contains(#/\n    [0-9A-Z]{26}\n/#))
      #expect(found.output.contains("none: luwte registrations import --coder"))
      #expect(found.output.hasSuffix("Moved since 2020 (0 contacts) beyond chance:\n  nothing\n"))
      let json = await project.call("quality", "2021", "--json")
      #expect(
        json.output.contains(#"{"variable":"gender","known":1,"missing":0,"registered":1}"#),
        "\(json.output)"
      )
      let wrong = await project.call("quality", "2021-13")
      #expect(wrong.error.hasPrefix("luwte: PERIOD 2021-13: a period is a year"))
    }
  }

  /// Forty contacts coded a second time, four of them otherwise; kappa by Cohen's formula.
  @Test func `the release prints kappa of what was coded twice, and nothing on fewer contacts`()
    async throws
  {
    try await Place.withFolder { copy in
      try await SampleReleases.copy(to: copy)
      let ledger = try Ledger.open(path: copy + "/ledger.db")
      let others = ["female": "male", "male": "female"]
      var pairs: [(first: String, second: String)] = []
      var lines = ""
      try ledger.forEachContact { contact in
        let gender = contact.assignments.first { $0.variable == "gender" }?.codes.first
        guard contact.quarter.year == 2021, let gender, let other = others[gender],
          pairs.count(where: { $0.first == gender }) < 20
        else { return }
        // Two answers of twenty contacts each, so that no small margin is told.
        let isOther = pairs.count(where: { $0.first == gender }) % 10 == 0
        let second = isOther ? other : gender
        pairs.append((gender, second))
        // Of a second variable too few.
        let more = pairs.count <= 29 ? #", "in_view": "none""# : ""
        lines +=
          #"{"contact": "\#(contact.token)", "registration": {"gender": "\#(second)"\#(more)}}"#
        lines += "\n"
      }
      let file = copy + "/blind.jsonl"
      try lines.write(toFile: file, atomically: true, encoding: .utf8)
      let taken = await luwte(
        shipped: "registrations",
        "import",
        file,
        "--coder",
        "b2",
        "--project",
        copy
      )
      #expect(taken.status == .done, "\(taken.error)")
      #expect(taken.output.contains("  gender: 4 of 40 differ"))
      let made = await SampleReleases.release("2021", of: copy, to: "public")
      #expect(made.status == .done, "\(made.error)")
      let release = try DatasetRelease.read(copy + "/releases/2021-public")
      // 36 of 40 agree, 20 would by chance: (0.9 - 0.5) / (1 - 0.5).
      let agreement = release.description.agreement
      #expect(agreement.map(\.variable) == ["gender"])
      #expect(agreement.first?.contactsAtLeast == 40)
      #expect(agreement.first?.kappaTenths == 8)
      let report = try String(
        contentsOfFile: copy + "/releases/2021-public/report.html",
        encoding: .utf8
      )
      #expect(report.contains("Cohen"))
      #expect(await luwte(shipped: "verify", copy + "/releases/2021-public").status == .done)
    }
  }
}
