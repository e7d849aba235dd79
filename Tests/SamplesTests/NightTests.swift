import Foundation
import JSON
import Testing

@Suite struct NightTests {
  @Test func `each identifying detail stands where the list says`() throws {
    let contacts = try Samples.night()
    var kinds: Set<String> = []
    for detail in try Samples.details() {
      let messages = try #require(contacts[detail.contact])
      #expect(messages.indices.contains(detail.message))
      let scalars = Array(messages[detail.message].unicodeScalars)
      try #require(detail.end <= scalars.count && detail.start < detail.end)
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[detail.start..<detail.end])
      #expect(
        String(text) == detail.text,
        "\(detail.contact), message \(detail.message): correct the offsets in details.jsonl"
      )
      kinds.insert(detail.type)
    }
    #expect(kinds.sorted() == Samples.kinds)
  }

  @Test func `the list and the night name the same contacts`() throws {
    let contacts = try Samples.night()
    #expect(contacts.count == 16)
    let listed = try Samples.lines("night/details.jsonl").map { line in
      try JSONParser().parse(line) { $0["contact_id"]?.string ?? "" }
    }
    #expect(listed.sorted() == contacts.keys.sorted())
  }
}

/// What the sample files hold, read with the project's own parser.
enum Samples {
  struct Detail {
    let contact: String
    let message: Int
    let start: Int
    let end: Int
    let type: String
    let text: String
  }

  static let kinds = [
    "ADDRESS", "AGE", "CREDIT_CARD", "DATE", "EMAIL_ADDRESS", "IBAN_CODE", "ID_NUMBER",
    "IP_ADDRESS", "LICENSE_PLATE", "LOCATION", "NL_BSN", "ORGANIZATION", "PERSON", "PHONE_NUMBER",
    "POSTAL_CODE", "URL", "USERNAME",
  ]

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Samples")

  /// The deliveries of the night, in byte order of their names.
  static let inbox = ["evening.jsonl", "late.jsonl.gz", "small-hours.jsonl"]
    .map { folder.appending(path: "night/inbox/\($0)") }

  static func lines(_ path: String) throws -> [String] {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  /// The messages of each contact of the night.
  static func night() throws -> [String: [String]] {
    var contacts: [String: [String]] = [:]
    let parser = try JSONParser()
    for path in ["night/inbox/evening.jsonl", "night/late.jsonl", "night/inbox/small-hours.jsonl"] {
      for line in try lines(path) {
        try parser.parse(line) { contact in
          var messages: [String] = []
          contact["messages"]?.forEachElement { messages.append($0["text"]?.string ?? "") }
          contacts[contact["contact_id"]?.string ?? ""] = messages
        }
      }
    }
    return contacts
  }

  static func details() throws -> [Detail] {
    var details: [Detail] = []
    let parser = try JSONParser()
    for line in try lines("night/details.jsonl") {
      try parser.parse(line) { record in
        record["entities"]?.forEachElement { entity in
          details.append(
            Detail(
              contact: record["contact_id"]?.string ?? "",
              message: entity["message"]?.integer ?? -1,
              start: entity["start"]?.integer ?? -1,
              end: entity["end"]?.integer ?? -1,
              type: entity["type"]?.string ?? "",
              text: entity["text"]?.string ?? ""
            )
          )
        }
      }
    }
    return details
  }
}
