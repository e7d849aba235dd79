import Detection
import JSON

/// Why a line of a transcript can't be read; never its text.
public enum TranscriptError: Error, Equatable, Sendable {
  /// The line is not JSON.
  case malformed(line: Int)
  /// A member is missing or has a wrong type or value; names its key.
  case member(line: Int, key: String)
  /// The machine failed.
  case outOfMemory
}

/// Reads transcripts back: the same contacts, with numbers narrowed to the bands they were written as.
///
/// The only decoder of a `SanitizedContact`. One thread at a time.
public final class SanitizedContactReader {
  private let parser: JSONParser

  /// Makes a reader.
  public init() throws(TranscriptError) {
    do {
      parser = try JSONParser()
    } catch {
      throw .outOfMemory
    }
  }

  /// Reads one line.
  ///
  /// - Parameters:
  ///   - bytes: A buffer that holds the line; `JSONParser.padding` bytes behind it avoid a copy.
  ///   - range: The line, without its line feed.
  ///   - number: The line's number, for errors.
  /// - Returns: The contact.
  /// - Throws: `TranscriptError`.
  public func contact(in bytes: [UInt8], _ range: Range<Int>, line number: Int)
    throws(TranscriptError) -> SanitizedContact
  {
    do {
      return try parser.parse(bytes, in: range) { root in
        try Self.contact(root, line: number)
      }
    } catch let error as TranscriptError {
      throw error
    } catch {
      throw .malformed(line: number)
    }
  }

  private static func contact(_ root: JSONValue, line: Int) throws -> SanitizedContact {
    func missing(_ key: String) -> TranscriptError { .member(line: line, key: key) }
    guard let token = root["contact"]?.string else { throw missing("contact") }
    guard let quarter = root["quarter"]?.string.flatMap(Quarter.init(reading:)) else {
      throw missing("quarter")
    }
    guard let channel = root["channel"]?.string else { throw missing("channel") }
    guard let minutes = root["minutes"]?.integer, minutes >= 0 else { throw missing("minutes") }
    guard let list = root["messages"], list.kind == .array else { throw missing("messages") }
    var text: [UInt8] = []
    var messages: [SanitizedContact.Message] = []
    var segments: [SanitizedContact.Segment] = []
    try list.forEachElement { element in
      guard let index = element["i"]?.integer,
        let speaker = element["from"]?.string.flatMap(Speaker.init(rawValue:)),
        let written = element["text"]?.bytes
      else { throw missing("messages") }
      let first = segments.count
      split(written, into: &segments, &text)
      messages.append(
        SanitizedContact.Message(
          index: index,
          speaker: speaker,
          segments: first..<segments.count
        )
      )
    }
    var registration: [String: [String]] = [:]
    try root["registration"]?.forEachMember { key, value in
      guard let variable = key.string else { throw missing("registration") }
      var codes: [String] = []
      try value.forEachElement { code in
        guard let code = code.string else { throw missing("registration") }
        codes.append(code)
      }
      registration[variable] = codes
    }
    return SanitizedContact(
      token: token,
      quarter: quarter,
      channel: channel,
      text: text,
      messages: messages,
      segments: segments,
      registration: registration,
      durationMinutes: minutes
    )
  }

  /// Parts a message's text into what stayed and tokens.
  private static func split(
    _ written: [UInt8],
    into segments: inout [SanitizedContact.Segment],
    _ text: inout [UInt8]
  ) {
    var start = text.count
    func endText(_ text: [UInt8], _ segments: inout [SanitizedContact.Segment]) {
      if text.count > start { segments.append(.text(start..<text.count)) }
      start = text.count
    }
    var at = 0
    while at < written.count {
      if written[at] == UInt8(ascii: "<"), let (token, end) = TokenText.read(written, at: at) {
        endText(text, &segments)
        segments.append(.token(token))
        at = end
      } else {
        let end = written[(at + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? written.count
        text.append(contentsOf: written[at..<end])
        at = end
      }
    }
    endText(text, &segments)
  }
}

extension Quarter {
  /// Reads `2021-Q3`.
  init?(reading text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "Q"),
      let year = Int(String(decoding: bytes[..<4], as: UTF8.self)), year > 0,
      (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(bytes[6])
    else { return nil }
    self.init(year: year, month: Int(bytes[6] - UInt8(ascii: "0")) * 3)
  }
}
