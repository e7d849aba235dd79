import ChatLogs
import Compression
import JSON
import Testing

struct SchemaTests {
  /// The paths of the schema's properties, as `ChatLogField` spells them.
  private func paths(_ schema: JSONValue, prefix: String = "") -> Set<String> {
    var result: Set<String> = []
    schema["properties"]?.forEachMember { key, value in
      guard let name = key.string else { return }
      result.insert(prefix + name)
      result.formUnion(paths(value, prefix: prefix + name + "."))
      if let items = value["items"] {
        result.formUnion(paths(items, prefix: prefix + name + "[]."))
      }
    }
    return result
  }

  private func schema<Result>(_ body: (JSONValue) throws -> Result) throws -> Result {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = "/\(folder)/Schemas/chat-log.v1.schema.json"
    let bytes = try InputFile(path: path).readAll()
    return try JSONParser().parse(bytes, in: 0..<bytes.count, body)
  }

  @Test func `the schema and the reader know the same fields`() throws {
    let known = try schema { self.paths($0) }
    #expect(known == Set(ChatLogField.allCases.map(\.rawValue)))
  }

  @Test func `the schema and the reader know the same channels`() throws {
    var channels: Set<String> = []
    try schema { (root) throws -> Void in
      root["properties"]?["channel"]?["enum"]?.forEachElement { channel in
        if let name = channel.string { channels.insert(name) }
      }
    }
    #expect(channels == Set(ChatLogSettings.shippedChannels.keys))
  }

  @Test func `what the schema requires is what the reader misses`() throws {
    var required: [String] = []
    try schema { (root) throws -> Void in
      root["required"]?.forEachElement { required.append($0.string ?? "") }
    }
    for field in required {
      let line = ChatLogReaderTests.line.replacing("\"\(field)\":", with: "\"x_\(field)\":")
      guard case .damaged(let damaged)? = try ChatLogReader.items(in: Array(line.utf8)).first else {
        Issue.record("\(field) was not missed")
        continue
      }
      #expect(damaged.damage == ChatLogField(rawValue: field).map { .missing($0) })
    }
  }
}
