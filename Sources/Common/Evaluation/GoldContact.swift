import Detection
import JSON

/// What people marked and coded in one contact.
public struct GoldContact: Equatable, Sendable {
  /// A marked stretch of a message.
  public struct Entity: Equatable, Sendable {
    /// The place of the message in the input's list, 0-based.
    public let message: Int
    /// Unicode scalars of the message.
    public let range: Range<Int>
    /// The kind that was marked.
    public let kind: EntityKind
  }

  /// The contact's id, as in the input.
  public let id: String
  /// What was marked; `nil` where nobody looked for details.
  public let entities: [Entity]?
  /// Codes by variable, where somebody coded it; an empty set is "the chat does not tell".
  public let codes: [String: Set<String>]

  /// Reads one line.
  ///
  /// The shape is `{"contact_id", "entities": [{"message", "start", "end", "type"}], "codes":
  /// {variable: code | [codes] | number | null}}`; both lists may be absent, other members are
  /// passed over.
  ///
  /// - Parameters:
  ///   - value: The line's object.
  ///   - line: Its number, 1-based, for errors.
  /// - Throws: `EvaluationError`.
  public init(_ value: JSONValue, line: Int) throws(EvaluationError) {
    guard let id = value["contact_id"]?.string, !id.isEmpty else {
      throw .gold(line: line, field: "contact_id")
    }
    self.id = id
    entities = try Self.entities(value["entities"], line: line)
    var codes: [String: Set<String>] = [:]
    value["codes"]?.forEachMember { key, value in
      if let variable = key.string { codes[variable] = Self.codes(value) }
    }
    self.codes = codes
  }

  private static func entities(
    _ value: JSONValue?,
    line: Int
  ) throws(EvaluationError) -> [Entity]? {
    guard let value else { return nil }
    var entities: [Entity] = []
    var isWhole = value.kind == .array
    value.forEachElement { entity in
      guard let message = entity["message"]?.integer, let start = entity["start"]?.integer,
        let end = entity["end"]?.integer, 0 <= start, start < end,
        let kind = entity["type"]?.string.flatMap(EntityKind.init)
      else {
        isWhole = false
        return
      }
      entities.append(Entity(message: message, range: start..<end, kind: kind))
    }
    guard isWhole else { throw .gold(line: line, field: "entities") }
    return entities
  }

  private static func codes(_ value: JSONValue) -> Set<String> {
    var codes: Set<String> = []
    func add(_ value: JSONValue) {
      if let code = value.string ?? value.integer.map({ String($0) }) { codes.insert(code) }
    }
    if value.kind == .array { value.forEachElement(add) } else { add(value) }
    return codes
  }
}

/// Why annotated contacts can't be used.
public enum EvaluationError: Error, Equatable, Sendable {
  /// A line of the gold file lacks a field or has it in another shape.
  case gold(line: Int, field: String)
  /// A line of the gold file is no JSON.
  case notJSON(line: Int)
  /// Two lines of the gold file are about the same contact.
  case repeated(line: Int)
  /// A mark reaches past the end of its message; counted from 1 in the gold file's order.
  case outOfText(contact: Int)
}
