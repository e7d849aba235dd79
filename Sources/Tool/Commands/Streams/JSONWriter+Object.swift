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

  /// Writes an array of flat objects.
  mutating func array<Element>(
    _ elements: [Element],
    _ members: (Element) -> [(String, JSONScalar)]
  ) {
    beginArray()
    for element in elements { object(members(element)) }
    endArray()
  }
}
