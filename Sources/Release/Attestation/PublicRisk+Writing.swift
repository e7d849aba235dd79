import JSON

extension PublicRisk {
  /// The file's bytes: the same for the same release.
  public var json: [UInt8] {
    var json = JSONWriter(.indented)
    Self.write(
      .members([
        ("format", .text(Self.format)),
        ("tokens", .number(tokens)),
        ("tables", .list(tables.map { .members($0.members) })),
      ]),
      &json
    )
    json.endLine()
    return json.bytes
  }

  /// What stands in the file.
  fileprivate enum Value {
    case number(Int?)
    case text(String)
    case list([Value])
    case members([(String, Value)])
  }

  private static func write(_ value: Value, _ json: inout JSONWriter) {
    switch value {
    case .number(let number?): json.integer(number)
    case .number(nil): json.null()
    case .text(let text): json.string(text)
    case .list(let values):
      json.beginArray()
      for value in values { write(value, &json) }
      json.endArray()
    case .members(let members):
      json.beginObject()
      for (key, value) in members {
        json.key(key)
        write(value, &json)
      }
      json.endObject()
    }
  }
}

extension PublicRisk.Table {
  /// What the file says of the table; what there is none of is left out.
  fileprivate var members: [(String, PublicRisk.Value)] {
    var members: [(String, PublicRisk.Value)] = [
      ("table", .text(id)), ("cells", .number(cells)), ("withheld", .number(withheld)),
      ("smallest_shown", .number(smallest)),
    ]
    func say(_ key: String, _ own: [(String, PublicRisk.Value)]) {
      members.append((key, .members(own)))
    }
    if let narrowest {
      say(
        "narrowest_withheld",
        [
          ("lines", .list(narrowest.lines.map { .text($0) })), ("from", .number(narrowest.from)),
          ("to", .number(narrowest.to)),
        ]
      )
    }
    if let largest {
      say(
        "largest_part",
        [
          ("lines", .list(largest.lines.map { .text($0) })), ("of", .text(largest.variable)),
          ("per_mille", .number(largest.perMille)),
        ]
      )
    }
    if let farthest {
      say(
        "farthest_line",
        [
          ("given", .text(farthest.given)), ("line", .text(farthest.line)),
          ("told", .text(farthest.variable)), ("per_mille", .number(farthest.perMille)),
        ]
      )
    }
    return members
  }
}
