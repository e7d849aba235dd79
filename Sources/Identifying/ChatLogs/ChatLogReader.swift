import Compression
import JSON

/// A reader of canonical chat logs (`Schemas/chat-log.v1.schema.json`), one contact a line.
///
/// Streams: memory is bounded by the longest line, not by the input. What is not a contact is
/// given with its bytes for quarantine, so that nothing is lost silently. One thread at a time.
public final class ChatLogReader {
  private let lines: LineReader
  private let number: Int
  private let settings: ChatLogSettings
  private let json: JSONParser
  private var contacts: ContactParser
  private var piece = 0

  /// What has been met so far.
  public var counts: ChatLogCounts { contacts.counts }

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - input: The chat log, plain or gzip.
  ///   - number: The input's number in this run, 1-based.
  ///   - settings: How it is read.
  /// - Throws: `ChatLogError.outOfMemory`.
  public init(
    _ input: InputFile,
    number: Int = 1,
    settings: ChatLogSettings = ChatLogSettings()
  ) throws(ChatLogError) {
    self.number = number
    self.settings = settings
    lines = LineReader(input, limit: settings.lineLimit, padding: JSONParser.padding)
    contacts = ContactParser(settings: settings)
    do {
      json = try JSONParser(maximumBytes: settings.lineLimit)
    } catch { throw .outOfMemory }
  }

  /// Reads a whole chat log that is in memory; for small inputs and tests.
  ///
  /// - Throws: `ChatLogError.outOfMemory`.
  public static func items(
    in bytes: [UInt8],
    settings: ChatLogSettings = ChatLogSettings()
  ) throws(ChatLogError) -> [ChatLogItem] {
    let reader = try ChatLogReader(InputFile(bytes: bytes), settings: settings)
    var items: [ChatLogItem] = []
    while let item = try reader.next() { items.append(item) }
    return items
  }

  /// Gives the next contact or damaged line; `nil` at the end of the input.
  ///
  /// Blank lines are passed over and counted.
  ///
  /// - Throws: `ChatLogError` where the machine fails; damage of the input is an item.
  public func next() throws(ChatLogError) -> ChatLogItem? {
    while true {
      let line: LineReader.Line?
      do { line = try lines.next() } catch { throw ChatLogError(error) }
      contacts.counts.lines = lines.number
      switch line {
      case nil:
        guard lines.number == 0, settings.emptyInput == .reported, contacts.counts.damaged == 0
        else { return nil }
        return damaged(.emptyInput, 0..<0)
      case .whole(let range):
        let content = trimmed(range)
        if content.isEmpty {
          contacts.counts.blankLines += 1
          continue
        }
        // A long line's memory goes back before the contact is worked on.
        defer { lines.release() }
        return try parse(content)
      case .piece(let range, let isLast):
        return longLine(range, isLast: isLast)
      case .cut(let range, let error):
        return damaged(LineDamage(error), range)
      }
    }
  }

  /// From here on a line has a parser of its own, whose memory goes back with it.
  private static let longLine = 4 << 20

  private var position: InputPosition { InputPosition(input: number, line: max(lines.number, 1)) }

  private func parse(_ range: Range<Int>) throws(ChatLogError) -> ChatLogItem {
    let position = position
    let line = Withheld(bytes: Array(lines.buffer[range]))
    do {
      let parser =
        range.count > Self.longLine ? try JSONParser(maximumBytes: settings.lineLimit) : json
      let contact = try parser.parse(lines.buffer, in: range) { root in
        try contacts.contact(root, position: position, line: line)
      }
      return .contact(contact)
    } catch let damage as LineDamage {
      return damaged(damage, range)
    } catch JSONError.invalidUTF8 {
      return damaged(.invalidUTF8, range)
    } catch JSONError.malformed(let code) {
      return damaged(.malformed(code: code), range)
    } catch {
      throw .outOfMemory
    }
  }

  private func damaged(_ damage: LineDamage, _ range: Range<Int>) -> ChatLogItem {
    contacts.counts.damaged += 1
    return .damaged(
      DamagedLine(
        position: position,
        damage: damage,
        bytes: Withheld(bytes: Array(lines.buffer[range]))
      )
    )
  }

  private func longLine(_ range: Range<Int>, isLast: Bool) -> ChatLogItem {
    let line = DamagedLine(
      position: position,
      damage: .tooLong(limit: settings.lineLimit),
      bytes: Withheld(bytes: Array(lines.buffer[range])),
      piece: piece,
      isContinued: !isLast
    )
    piece = isLast ? 0 : piece + 1
    if isLast { contacts.counts.damaged += 1 }
    return .damaged(line)
  }

  /// A line without white space around it and, on the first, without a byte order mark.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    if lines.number == 1, lines.buffer[start..<end].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    while start < end, Self.isBlank(lines.buffer[start]) { start += 1 }
    while start < end, Self.isBlank(lines.buffer[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}

extension LineDamage {
  init(_ error: CompressionError) {
    switch error {
    case .truncated(let offset): self = .truncatedGzip(offset: offset)
    case .checksum(let offset): self = .gzipChecksum(offset: offset)
    case .corrupt(let offset, _): self = .corruptGzip(offset: offset)
    // The reader throws these instead of giving them as damage.
    case .system, .outOfMemory: self = .corruptGzip(offset: 0)
    }
  }
}
