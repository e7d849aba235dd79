import JSON

/// A scalar for a flat object.
enum JSONScalar {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case null
}

extension JSONWriter {
  /// Writes a flat object, members in the given order.
  mutating func object(_ members: [(String, JSONScalar)]) {
    beginObject()
    for (name, value) in members {
      key(name)
      switch value {
      case .string(let text): string(text)
      case .integer(let number): integer(number)
      case .boolean(let flag): boolean(flag)
      case .null: null()
      }
    }
    endObject()
  }
}
