import JSON

/// One raw conversation of the line.
struct Contact: Sendable {
  /// One message.
  struct Message: Sendable {
    let at: LocalTime
    /// `visitor`, `counsellor` or `system`.
    let speaker: String
    let text: String
    var isInternal = false
  }

  let id: String
  let channel: String
  let visitor: [(field: String, value: String)]
  let counsellor: String
  let messages: [Message]
  let registration: Registration

  /// The time of the first message.
  var start: LocalTime { messages.first?.at ?? LocalTime(day: 0, second: 0) }

  /// Appends the contact as one line of JSON.
  func write(to json: inout JSONWriter, withRegistration: Bool) {
    json.beginObject()
    json.key("contact_id")
    json.string(id)
    json.key("started_at")
    json.string(start.rfc3339)
    json.key("ended_at")
    json.string((messages.last?.at ?? start).rfc3339)
    json.key("channel")
    json.string(channel)
    json.key("visitor")
    json.beginObject()
    for (field, value) in visitor {
      json.key(field)
      json.string(value)
    }
    json.endObject()
    json.key("counsellor")
    json.beginObject()
    json.key("name")
    json.string(counsellor)
    json.endObject()
    json.key("messages")
    json.beginArray()
    for message in messages { write(message, to: &json) }
    json.endArray()
    if withRegistration {
      json.key("registration")
      registration.write(to: &json)
    }
    json.endObject()
    json.endLine()
  }

  private func write(_ message: Message, to json: inout JSONWriter) {
    json.beginObject()
    json.key("at")
    json.string(message.at.rfc3339)
    json.key("from")
    json.string(message.speaker)
    json.key("text")
    json.string(message.text)
    if message.isInternal {
      json.key("internal")
      json.boolean(true)
    }
    json.endObject()
  }
}
