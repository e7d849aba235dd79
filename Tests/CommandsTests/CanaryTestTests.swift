import Detection
import Foundation
import Testing

@testable import Commands

struct CanaryTestTests {
  @Test func `a night plants every kind and writes kinds and counts down`() async throws {
    try await SampleNight.run { night in
      let planted = night.report.canaries.planted
      // 17 contacts, one delivered twice: 17 copies of three.
      #expect(planted.values.reduce(0, +) == 51)
      #expect(Set(planted.keys) == Set(EntityKind.allCases).subtracting([.unknown]))
      let evidence = try readText("\(night.path)/evidence/night-000001.json")
      #expect(evidence.contains(#""canaries":{"planted":{"PERSON":3,"#))
    }
  }

  @Test func `canaries touch neither ledger nor keys nor transcripts of the line`() async throws {
    let with = try await SampleNight.run { try $0.outputs() }
    let without = try await SampleNight.run(changing: ("contacts = 200", "contacts = 0")) { night in
      #expect(night.report.canaries.planted.isEmpty)
      return try night.outputs()
    }
    let name = "transcripts/night-000001.jsonl.gz"
    let isSame = with[name] == without[name]
    #expect(isSame)
    for (name, bytes) in with {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("canary "), "\(name)")
    }
  }

  @Test func `too many misses give the night up: nothing is kept, nothing is lost`() async throws {
    // Everything the canaries call an organisation passes: the allow list names them all.
    let schools = ["Lindelyceum", "Beekdalcollege", "Vechtcollege", "Berkenlyceum"]
    let allowed = (schools + schools.map { "het \($0)" }).map {
      "[[allow]]\ntext = \"\($0)\"\nreason = \"a test\"\nauthor = \"a test\"\nexpires = 2099-01-01\n"
    }.joined()
    try await SampleNight.run(changing: ("# Always replaced.", allowed + "# Always replaced.")) {
      night in
      #expect(night.status == .checkFailed)
      #expect(night.report.run == nil)
      #expect(night.report.fates.total == 0)
      #expect(night.said.error.contains("of 51 invented details the line missed 3 ORGANIZATION"))
      #expect(Folders.names(in: "\(night.path)/transcripts/held").isEmpty)
      #expect(Folders.names(in: "\(night.path)/transcripts") == ["held"])
      #expect(Folders.names(in: "\(night.path)/quarantine").isEmpty)
      let evidence = try readText("\(night.path)/evidence/night-000001-held-back.json")
      #expect(evidence.contains(#""ORGANIZATION":3"#))
      // The steward mends the list; the same inputs make the whole night.
      let settings = "\(night.path)/redaction.toml"
      try readText(settings).replacing(allowed, with: "")
        .write(toFile: settings, atomically: true, encoding: .utf8)
      let again = await luwte("run", "--project", night.path, shippedFiles: Place.repository)
      #expect(again.status == .done)
      #expect(again.output.hasPrefix("Night 1: 3 new inputs, 17 contacts in = 16 coded"))
    }
  }
}
