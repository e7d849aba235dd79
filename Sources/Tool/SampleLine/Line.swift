import JSON

/// An invented help line over 2019 to 2021: raw chats whose persons have given attributes.
///
/// No person, chat or number is real. The same list of persons gives the same bytes, always.
public struct Line: Sendable {
  /// The contacts, in order of time; a few are there twice, as a delivery may have them.
  let contacts: [Contact]

  /// Invents a line.
  ///
  /// - Parameter text: The text of `Samples/line/persons.csv`.
  /// - Throws: `PersonsError` where the text is not such a list.
  public init(persons text: String) throws(PersonsError) {
    var contacts: [Contact] = []
    var number = 0
    for person in try Person.read(text) {
      number += 1
      var story = Story(of: person, number: number)
      contacts += story.contacts()
    }
    for year in 2019...2021 { contacts += Others.contacts(in: year, number: &number) }
    contacts.sort { ($0.start, $0.id) < ($1.start, $1.id) }
    self.contacts = contacts
  }

  /// The years in which contacts began, ascending.
  public var years: [Int] { Set(contacts.map { $0.start.calendar.year }).sorted() }

  /// The chats of a year as JSON Lines, in the shape of `Schemas/chat-log.v1.schema.json`.
  ///
  /// - Parameters:
  ///   - year: The local year in which they began.
  ///   - withRegistration: Whether the counsellor's codes are in them.
  /// - Returns: The lines' bytes.
  public func chats(of year: Int, withRegistration: Bool = true) -> [UInt8] {
    var json = JSONWriter()
    for (index, contact) in contacts.enumerated() where contact.start.calendar.year == year {
      contact.write(to: &json, withRegistration: withRegistration)
      // Delivered twice: must be counted once.
      if index % 400 == 399 { contact.write(to: &json, withRegistration: withRegistration) }
    }
    return json.bytes
  }

  /// What the texts tell, as JSON Lines that `luwte evaluate --gold` reads: the codes of each
  /// person's first contact about trafficking, and topic and role of the others.
  public func gold() -> [UInt8] {
    var json = JSONWriter()
    for contact in contacts where contact.registration["contact_validity"] == .code("valid") {
      let isFirst = contact.registration.codes("in_view") != [] && contact.id.hasSuffix("-1")
      guard isFirst || contact.registration["in_view"] == nil else { continue }
      json.beginObject()
      json.key("contact_id")
      json.string(contact.id)
      json.key("codes")
      contact.registration.write(to: &json, only: isFirst ? Self.told : Self.toldByOthers)
      json.endObject()
      json.endLine()
    }
    return json.bytes
  }

  private static let told = [
    "topic_trafficking", "contact_role", "age_years", "gender", "exploit_form", "exploit_sub",
    "exploiter_relation", "exploit_duration", "situation_now", "in_view", "reason_no_help",
    "acute_safety",
  ]
  private static let toldByOthers = ["topic_trafficking", "contact_role"]
}
