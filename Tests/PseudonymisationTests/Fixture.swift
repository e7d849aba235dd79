import ChatLogs
import Codebook
import Configuration
import Detection
import JSON
import Keys
import Testing

@testable import Pseudonymisation

/// A small codebook of the test's own.
enum Fixture {
  static let codebook = """
    id = "test"
    version = "1"
    languages = ["nl", "en"]

    [[missing]]
    code = "unknown"
    number = 99
    definition = "not known"
    label = { nl = "onbekend", en = "unknown" }

    [[variables]]
    id = "gender"
    unit = "contact"
    type = "single"
    source = "text"
    privacy = { class = "sensitive", reach = "public" }
    missing = ["unknown"]
    label = { nl = "geslacht", en = "gender" }
    definition = { nl = "geslacht", en = "gender" }
    codes = [
      { code = "female", number = 1, nl = "vrouw", en = "female" },
      { code = "male", number = 2, nl = "man", en = "male" },
    ]

    [[variables]]
    id = "age_years"
    unit = "person"
    type = "int"
    source = "text"
    privacy = { class = "sensitive", reach = "never" }
    label = { nl = "leeftijd", en = "age" }
    definition = { nl = "leeftijd", en = "age" }
    """

  /// The contact of one line of a canonical chat log.
  static func contact(_ line: String) throws -> RawContact {
    let items = try ChatLogReader.items(in: Array(line.utf8))
    guard items.count == 1, case .contact(let contact) = items[0] else {
      throw Failure.noContact
    }
    return contact
  }

  /// A contact whose visitor says the given texts.
  static func contact(
    id: String = "c-1",
    at time: String = "2021-08-14T21:03:00+02:00",
    says texts: [String],
    visitor: String = "{}",
    registration: String = "{}"
  ) throws -> RawContact {
    let messages = texts.map { text in
      #"{"from":"visitor","text":"\#(text)"}"#
    }
    return try contact(
      #"{"contact_id":"\#(id)","started_at":"\#(time)","channel":"chat","visitor":\#(visitor),"#
        + #""messages":[\#(messages.joined(separator: ","))],"registration":\#(registration)}"#
    )
  }

  /// A finding of each place where the text stands in the contact.
  static func findings(_ details: [(String, EntityKind)], in contact: RawContact) -> [Finding] {
    var findings: [Finding] = []
    let text = contact.conversation.text
    for (detail, kind) in details {
      let wanted = Array(detail.utf8)
      for (place, message) in contact.conversation.messages.enumerated() {
        var at = message.bytes.lowerBound
        while at + wanted.count <= message.bytes.upperBound {
          if text[at..<(at + wanted.count)].elementsEqual(wanted) {
            findings.append(
              Finding(
                message: place,
                range: at..<(at + wanted.count),
                kind: kind,
                score: 1,
                detector: "test"
              )
            )
            at += wanted.count
          } else {
            at += 1
          }
        }
      }
    }
    return findings
  }

  static func pseudonymiser(
    seed: String = "a test",
    settings: RedactionSettings = .standard
  ) throws -> Pseudonymiser {
    Pseudonymiser(
      keyring: try .fixed(testSeed: seed),
      settings: settings,
      codebook: try .read(text: codebook, file: "codebook.toml"),
      region: { $0 == "Utrecht" ? "NL-UT" : nil }
    )
  }

  /// The contact as its transcript line.
  static func written(_ contact: SanitizedContact) -> String {
    var writer = SanitizedContactWriter()
    writer.write(contact)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The messages' texts with their tokens.
  static func texts(_ contact: SanitizedContact) -> [String] {
    contact.messages.map { message in
      contact.segments[message.segments].map { segment in
        switch segment {
        case .text(let range): String(decoding: contact.text[range], as: UTF8.self)
        case .token(let token): written(token)
        }
      }.joined()
    }
  }

  private static func written(_ token: SanitizedContact.Token) -> String {
    var writer = JSONWriter()
    writer.beginString()
    TokenText.append(token, to: &writer)
    return String(decoding: writer.bytes.dropFirst(), as: UTF8.self)
  }

  enum Failure: Error {
    case noContact
  }
}
