import Detection

/// Collects what a contact's metadata gives away, to be searched for in its text.
///
/// Empty and one-character values are left out; whether a value is an ordinary word is for
/// `Detection` to say.
struct KnownValues {
  private(set) var values: [KnownValue] = []

  mutating func add(_ bytes: [UInt8], of field: ChatLogField) {
    switch field {
    case .contactID: add(bytes, .idNumber, field.rawValue)
    case .visitorID, .counsellorID:
      if bytes.contains(UInt8(ascii: "@")) {
        addEmail(bytes, field.rawValue)
      } else {
        add(bytes, .idNumber, field.rawValue)
      }
    case .visitorNickname:
      if bytes.contains(UInt8(ascii: "@")) { addEmail(bytes, field.rawValue) }
      add(bytes, Self.looksLikeHandle(bytes) ? .username : .person, field.rawValue)
    case .visitorName, .counsellorName: add(bytes, .person, field.rawValue)
    case .visitorEmail: addEmail(bytes, field.rawValue)
    case .visitorPhone: add(bytes, .phoneNumber, field.rawValue)
    case .visitorIP: add(bytes, .ipAddress, field.rawValue)
    default: break
    }
  }

  /// Adds a value of a field that the schema does not know, of which only the place is told.
  mutating func add(_ bytes: [UInt8], at place: ChatLogField.Place) {
    let hasDigit = bytes.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if bytes.contains(UInt8(ascii: "@")) {
      addEmail(bytes, place.rawValue)
    } else {
      add(bytes, hasDigit ? .idNumber : .person, place.rawValue)
    }
  }

  private mutating func addEmail(_ bytes: [UInt8], _ field: String) {
    add(bytes, .emailAddress, field)
    if let at = bytes.lastIndex(of: UInt8(ascii: "@")) {
      add(Array(bytes[..<at]), .username, field)
    }
  }

  private mutating func add(_ bytes: [UInt8], _ kind: EntityKind, _ field: String) {
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
    var value = bytes[...]
    while let first = value.first, isBlank(first) { value.removeFirst() }
    while let last = value.last, isBlank(last) { value.removeLast() }
    // Continuation bytes of UTF-8 do not begin a character.
    let characters = value.count { $0 & 0xC0 != 0x80 }
    guard characters > 1 else { return }
    values.append(KnownValue(kind: kind, bytes: Array(value), field: field))
  }

  /// Letters and blanks make a name; a digit, dot or underscore makes a handle.
  private static func looksLikeHandle(_ bytes: [UInt8]) -> Bool {
    bytes.contains { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "@")
    }
  }
}
