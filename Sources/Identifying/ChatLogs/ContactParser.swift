import Detection
import JSON

/// Turns the JSON of one line into a contact, or says why it is none.
struct ContactParser {
  let settings: ChatLogSettings
  var counts = ChatLogCounts()

  private var scratch: [UInt8] = []
  private var fields = Fields()

  init(settings: ChatLogSettings) { self.settings = settings }

  /// What has been read of the line at hand.
  private struct Fields {
    var seen = FieldSet()
    var id: [UInt8] = []
    var startedAt: CivilTime?
    var endedAt: CivilTime?
    var lastMessageAt: Int64?
    var channel = "unknown"
    var visitor: [String: Withheld] = [:]
    var counsellor: [String: Withheld] = [:]
    var text: [UInt8] = []
    var messages: [Conversation.Message] = []
    var registration: [String: [String]] = [:]
    var known = KnownValues()
    var dropped: [ChatLogField.Place: Int] = [:]
    var internalNotes = 0
    var deletedMessages = 0
  }

  /// Reads a line's root value.
  ///
  /// - Throws: `LineDamage`.
  mutating func contact(
    _ root: JSONValue,
    position: InputPosition,
    line: Withheld
  ) throws -> RawContact {
    guard root.kind == .object else { throw LineDamage.notAnObject }
    fields = Fields()
    fields.text.reserveCapacity(line.bytes.count)
    try root.forEachMember { key, value in try member(key, value) }
    guard fields.seen.contains(.contactID) else { throw LineDamage.missing(.contactID) }
    guard let startedAt = fields.startedAt else { throw LineDamage.missing(.startedAt) }
    guard fields.seen.contains(.messages) else { throw LineDamage.missing(.messages) }
    var endedAt =
      fields.endedAt
      ?? fields.lastMessageAt.map { CivilTime(seconds: $0, zone: settings.zone) } ?? startedAt
    if endedAt < startedAt {
      endedAt = startedAt
      counts.endsBeforeStart += 1
    }
    counts.contacts += 1
    counts.messages += fields.messages.count
    counts.internalNotes += fields.internalNotes
    counts.deletedMessages += fields.deletedMessages
    counts.droppedFields.merge(fields.dropped, uniquingKeysWith: +)
    return RawContact(
      id: Withheld(bytes: fields.id),
      position: position,
      startedAt: startedAt,
      endedAt: endedAt,
      channel: fields.channel,
      visitor: fields.visitor,
      counsellor: fields.counsellor,
      conversation: Conversation(
        text: fields.text,
        messages: fields.messages,
        known: fields.known.values
      ),
      registration: fields.registration,
      line: line
    )
  }

  private mutating func member(_ key: JSONValue, _ value: JSONValue) throws {
    if key.equals("messages") {
      try once(.messages)
      guard value.kind == .array else { throw LineDamage.wrongType(.messages) }
      var index = 0
      try value.forEachElement { message in
        try self.message(message, index: index)
        index += 1
      }
    } else if key.equals("contact_id") {
      try once(.contactID)
      guard let bytes = value.bytes else { throw LineDamage.wrongType(.contactID) }
      fields.id = Withheld.trimmed(bytes[...])
      guard !fields.id.isEmpty else { throw LineDamage.missing(.contactID) }
      fields.known.add(bytes, of: .contactID)
    } else if key.equals("started_at") {
      try once(.startedAt)
      fields.startedAt = try time(value, .startedAt)
    } else if key.equals("ended_at") {
      try once(.endedAt)
      if value.kind != .null { fields.endedAt = try time(value, .endedAt) }
    } else if key.equals("channel") {
      try once(.channel)
      try channel(value)
    } else if key.equals("visitor") {
      try once(.visitor)
      fields.visitor = try party(value, .visitor, .visitor, Self.visitorFields)
    } else if key.equals("counsellor") {
      try once(.counsellor)
      fields.counsellor = try party(value, .counsellor, .counsellor, Self.counsellorFields)
    } else if key.equals("registration") {
      try once(.registration)
      try registration(value)
    } else {
      fields.dropped[.contact, default: 0] += 1
    }
  }

  private mutating func once(_ field: ChatLogField) throws {
    guard fields.seen.insert(field) else { throw LineDamage.repeated(field) }
  }

  private mutating func time(_ value: JSONValue, _ field: ChatLogField) throws -> CivilTime {
    CivilTime(seconds: try seconds(value, field), zone: settings.zone)
  }

  private mutating func seconds(_ value: JSONValue, _ field: ChatLogField) throws -> Int64 {
    scratch.removeAll(keepingCapacity: true)
    guard value.appendUTF8(to: &scratch) != nil else { throw LineDamage.wrongType(field) }
    guard let seconds = RFC3339.seconds(scratch) else { throw LineDamage.invalidTime(field) }
    return seconds
  }

  private mutating func channel(_ value: JSONValue) throws {
    guard value.kind != .null else { return }
    guard let name = value.string else { throw LineDamage.wrongType(.channel) }
    guard let code = settings.channels[name] else { throw LineDamage.unknownValue(.channel) }
    fields.channel = code
  }
}

// MARK: - Messages

extension ContactParser {
  private mutating func message(_ value: JSONValue, index: Int) throws {
    guard value.kind == .object else { throw LineDamage.wrongType(.messages) }
    var at: JSONValue?
    var from: JSONValue?
    var text: JSONValue?
    var isInternal: Bool?
    var isDeleted: Bool?
    try value.forEachMember { key, value in
      if key.equals("text") {
        try Self.fill(&text, value, .messageText)
      } else if key.equals("from") {
        try Self.fill(&from, value, .messageFrom)
      } else if key.equals("at") {
        try Self.fill(&at, value, .messageAt)
      } else if key.equals("internal") {
        try Self.fill(&isInternal, Self.flag(value, .messageInternal), .messageInternal)
      } else if key.equals("deleted") {
        try Self.fill(&isDeleted, Self.flag(value, .messageDeleted), .messageDeleted)
      } else {
        fields.dropped[.message, default: 0] += 1
      }
    }
    guard let from else { throw LineDamage.missing(.messageFrom) }
    let speaker = try Self.speaker(from)
    if let at, at.kind != .null { fields.lastMessageAt = try seconds(at, .messageAt) }
    if isDeleted == true {
      fields.deletedMessages += 1
      return
    }
    if isInternal == true {
      fields.internalNotes += 1
      return
    }
    guard let text else { throw LineDamage.missing(.messageText) }
    let start = fields.text.count
    guard let count = text.appendUTF8(to: &fields.text) else {
      throw LineDamage.wrongType(.messageText)
    }
    fields.messages.append(
      Conversation.Message(index: index, bytes: start..<(start + count), speaker: speaker)
    )
  }

  private static func fill<Value>(
    _ place: inout Value?,
    _ value: Value,
    _ field: ChatLogField
  ) throws {
    guard place == nil else { throw LineDamage.repeated(field) }
    place = value
  }

  private static func flag(_ value: JSONValue, _ field: ChatLogField) throws -> Bool {
    if value.kind == .null { return false }
    guard let flag = value.boolean else { throw LineDamage.wrongType(field) }
    return flag
  }

  private static func speaker(_ value: JSONValue) throws -> Speaker {
    if value.equals("visitor") { return .visitor }
    if value.equals("counsellor") { return .counsellor }
    if value.equals("system") { return .system }
    if value.equals("bot") { return .bot }
    throw value.kind == .string
      ? LineDamage.unknownValue(.messageFrom) : LineDamage.wrongType(.messageFrom)
  }
}

// MARK: - Metadata

extension ContactParser {
  static let visitorFields: [(StaticString, ChatLogField)] = [
    ("id", .visitorID), ("nickname", .visitorNickname), ("name", .visitorName),
    ("email", .visitorEmail), ("phone", .visitorPhone), ("ip", .visitorIP),
    ("user_agent", .visitorUserAgent),
  ]
  static let counsellorFields: [(StaticString, ChatLogField)] = [
    ("id", .counsellorID), ("name", .counsellorName),
  ]

  private mutating func party(
    _ value: JSONValue,
    _ field: ChatLogField,
    _ place: ChatLogField.Place,
    _ expected: [(StaticString, ChatLogField)]
  ) throws -> [String: Withheld] {
    if value.kind == .null { return [:] }
    guard value.kind == .object else { throw LineDamage.wrongType(field) }
    var result: [String: Withheld] = [:]
    try value.forEachMember { key, value in
      guard let (name, field) = expected.first(where: { key.equals($0.0) }) else {
        fields.dropped[place, default: 0] += 1
        searchAlso(value, place)
        return
      }
      try once(field)
      if value.kind == .null { return }
      guard let bytes = Self.scalar(value) else { throw LineDamage.wrongType(field) }
      if bytes.isEmpty { return }
      result[name.description] = Withheld(bytes: bytes)
      fields.known.add(bytes, of: field)
    }
    return result
  }

  /// An unknown field is dropped, but what it tells of a person is searched for all the same.
  private mutating func searchAlso(_ value: JSONValue, _ place: ChatLogField.Place) {
    switch value.kind {
    case .string, .integer: if let bytes = Self.scalar(value) { fields.known.add(bytes, at: place) }
    case .array: value.forEachElement { searchAlso($0, place) }
    case .object: value.forEachMember { searchAlso($1, place) }
    default: break
    }
  }

  /// The text of a string or of a whole number.
  private static func scalar(_ value: JSONValue) -> [UInt8]? {
    value.bytes ?? value.integer.map { Array(String($0).utf8) }
  }

  private mutating func registration(_ value: JSONValue) throws {
    if value.kind == .null { return }
    guard value.kind == .object else { throw LineDamage.wrongType(.registration) }
    try value.forEachMember { key, value in
      guard let variable = key.string else { return }
      guard fields.registration[variable] == nil else {
        throw LineDamage.repeated(.registration)
      }
      var codes: [String] = []
      if value.kind == .array {
        try value.forEachElement { element in codes.append(try Self.code(element)) }
      } else if value.kind != .null {
        codes.append(try Self.code(value))
      }
      fields.registration[variable] = codes
    }
    fields.registration = fields.registration.filter { !$0.value.isEmpty }
  }

  private static func code(_ value: JSONValue) throws -> String {
    if let integer = value.integer { return String(integer) }
    guard let code = value.string else { throw LineDamage.wrongType(.registration) }
    return code
  }
}
