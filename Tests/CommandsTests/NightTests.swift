import Foundation
import Ledger
import Testing

@testable import Commands

struct NightTests {
  @Test func `every contact of the sample night has one fate`() async throws {
    try await SampleNight.run { night in
      // Samples/README.md: 17 lines, one of them delivered twice.
      #expect(night.report.fates.total == 17)
      #expect(night.report.fates.coded == 16)
      #expect(night.report.fates.duplicates == 1)
      #expect(night.report.fates.quarantined == 0)
      #expect(night.report.internalNotes == 2)
      #expect(night.report.deletedMessages == 1)
      #expect(night.status == .done)
    }
  }

  @Test func `a second run of the same night changes nothing`() async throws {
    let once = try await SampleNight.run { try $0.outputs() }
    let twice = try await SampleNight.run(nights: 2) { night in
      #expect(night.report.run == nil)
      #expect(night.report.knownInputs == 3)
      return try night.outputs()
    }
    for name in once.keys where !name.hasPrefix("ledger.db") && !name.hasPrefix("keys/") {
      let isSame = once[name] == twice[name]
      #expect(isSame, "\(name)")
    }
    #expect(
      once.keys.sorted().filter { !$0.hasPrefix("keys/") }
        == twice.keys.sorted().filter { !$0.hasPrefix("keys/") }
    )
  }

  @Test func `no output depends on the number of threads`() async throws {
    let alone = try await SampleNight.run(threads: 1) { try $0.outputs() }
    let many = try await SampleNight.run(threads: 7) { try $0.outputs() }
    for name in alone.keys where name.hasPrefix("transcripts/") || name.hasPrefix("evidence/") {
      let isSame = alone[name] == many[name]
      #expect(isSame, "\(name)")
    }
  }

  @Test func `no identifying detail of the sample night is in any output`() async throws {
    let details = try NightDetails.all()
    try await SampleNight.run { night in
      var places: [(name: String, text: String)] = try night.outputs().map {
        ($0.key, String(decoding: $0.value, as: UTF8.self).lowercased())
      }
      places.append(("terminal", (night.said.output + night.said.error).lowercased()))
      #expect(places.count > 5)
      var searched = 0
      for contact in details {
        for text in contact.searchable {
          searched += 1
          for place in places where place.text.contains(text.lowercased()) {
            // A failing test must not print the detail.
            Issue.record(
              "\(contact.contact_id): a detail of \(text.utf8.count) bytes is in \(place.name)"
            )
          }
        }
      }
      #expect(searched > 100)
    }
  }

  @Test func `bad input is quarantined with place and reason, and the night goes on`() async throws
  {
    let inbox = [SampleNight.inbox, Place.repository + "/Samples/bad/inbox"]
    try await SampleNight.run(inbox: inbox, onTerminal: true) { night in
      #expect(night.status == .quarantined)
      #expect(night.report.fates.coded == 16 + 11)
      #expect(night.report.fates.quarantined == 13)
      let items = Quarantine.items(in: night.path + "/quarantine")
      #expect(items.count == 13)
      for line in [
        "again.jsonl:3: this contact id came before", "broken.jsonl:2: ", "empty.jsonl:1: ",
        "invalid-utf8.jsonl:2: the line is not UTF-8", "truncated.jsonl.gz:4: the gzip data end",
        "wrong-types.jsonl:7: \"contact_id\" is missing",
      ] {
        #expect(night.said.error.contains(line), "\(line)")
      }
      // The sealed items hold no readable piece of what was delivered.
      for item in items {
        let sealed = try #require(
          FileManager.default.contents(atPath: "\(night.path)/quarantine/\(item).sealed")
        )
        #expect(!String(decoding: sealed, as: UTF8.self).contains("contact_id"))
      }
    }
  }

  @Test func `off a terminal complaints name no file: a file's name may identify`() async throws {
    let inbox = [SampleNight.inbox, Place.repository + "/Samples/bad/inbox"]
    try await SampleNight.run(inbox: inbox) { night in
      #expect(night.said.error.split(separator: "\n").count == 13)
      #expect(!night.said.error.contains("inbox"))
      #expect(!night.said.error.contains(".jsonl"))
      // In the order of names: again, broken, empty, evening.
      #expect(night.said.error.contains("luwte: input 1:3: this contact id came before"))
      #expect(night.said.error.contains("luwte: input 3:1: the file is empty"))
    }
  }

  @Test func `a file that is no chat log is named and left alone`() async throws {
    try await Place.withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: URL(filePath: folder + "/export.xlsx"))
      try Data("x".utf8).write(to: URL(filePath: folder + "/still-coming.jsonl.part"))
      try await SampleNight.run(inbox: [folder], onTerminal: true) { night in
        #expect(night.status == .quarantined)
        #expect(night.report.run == nil)
        #expect(night.said.error.contains("export.xlsx: not read: it is no .jsonl or .jsonl.gz"))
        #expect(!night.said.error.contains("still-coming"))
      }
      try await SampleNight.run(inbox: [folder]) { night in
        #expect(night.said.error.hasPrefix("luwte: a file of the inbox: not read: it is no .jsonl"))
      }
    }
  }

  @Test func `files of a night are readable by their owner alone`() async throws {
    try await SampleNight.run { night in
      for name in try night.outputs().keys {
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(night.path)/\(name)")
        #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
      }
    }
  }
}
