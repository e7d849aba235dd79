import Cryptography
import Foundation
import Testing

@testable import SampleLine

@Suite struct LineTests {
  static let persons = Samples.folder.appending(path: "line/persons.csv")

  private static let made = Result {
    try Line(persons: String(contentsOf: persons, encoding: .utf8))
  }

  func line() throws -> Line { try Self.made.get() }

  @Test func `the registrations give back every attribute of the fixture`() throws {
    let people = RolledUpPerson.of(try line().contacts)
    let fixture = try Person.read(String(contentsOf: Self.persons, encoding: .utf8))
    #expect(fixture.count == 801)
    for person in fixture {
      let found = try #require(people["lijn-\(person.id)"], "no contact on trafficking")
      #expect(found.isVictim, "\(person.id)")
      #expect(found.year == person.year, "\(person.id)")
      #expect(found.ageBand == person.ageBand, "\(person.id)")
      #expect(found.parents == person.parents, "\(person.id)")
      #expect(found.duration == person.duration, "\(person.id)")
      #expect(found.situation == person.situation, "\(person.id)")
      #expect(found.inView == Set(person.inView), "\(person.id)")
      #expect(found.combination == person.combination, "\(person.id)")
      #expect(found.gender == person.gender, "\(person.id)")
      #expect(found.reasons == Set(person.reasons), "\(person.id)")
      #expect(found.outcomes == Set(person.outcomes), "\(person.id)")
    }
  }

  @Test func `visitors about trafficking who are no victims come on top`() throws {
    let people = RolledUpPerson.of(try line().contacts).values
    for (year, victims, visitors) in [(2019, 266, 299), (2020, 250, 283), (2021, 285, 326)] {
      let ofYear = people.filter { $0.year == year }
      #expect(ofYear.count == visitors)
      #expect(ofYear.filter(\.isVictim).count == victims)
    }
  }

  @Test func `what came of a contact is known within the reference year`() throws {
    let contacts = try line().contacts
    let people = RolledUpPerson.of(contacts)
    for (account, person) in people where person.isVictim {
      let closed = contacts.filter { $0.start.calendar.year <= person.year ?? 0 }
      let own = closed.filter { $0.id.hasPrefix(account + "-") }
      let then = try #require(RolledUpPerson.of(own)[account])
      #expect(then.outcomes == person.outcomes, "\(account)")
    }
  }

  @Test func `ids are unique, some visitors come back in a later year`() throws {
    let contacts = try line().contacts
    #expect(Set(contacts.map(\.id)).count == contacts.count)
    let years = Dictionary(grouping: contacts) { $0.visitor.first?.value }
      .mapValues { Set($0.map { $0.start.calendar.year }) }
    #expect(years.values.filter { $0.count > 1 }.count > 20)
  }

  @Test func `no two visitors share a telephone number, a nickname or an address`() throws {
    var owners: [String: String] = [:]
    for contact in try line().contacts {
      for (field, value) in contact.visitor where field != "id" && field != "user_agent" {
        let account = try #require(contact.visitor.first?.value)
        #expect(owners.updateValue(account, forKey: value) ?? account == account, "\(field)")
      }
    }
  }

  @Test func `no brace of a sentence is left open`() throws {
    for contact in try line().contacts {
      for message in contact.messages {
        #expect(!message.text.contains { "{}|".contains($0) })
        #expect(!message.text.isEmpty)
      }
    }
  }

  /// Of the chats of all years, one after another; change it with the sentences.
  @Test func `the same persons give the same bytes on every machine`() throws {
    let line = try line()
    #expect(line.years == [2019, 2020, 2021])
    let bytes = line.years.flatMap { line.chats(of: $0) }
    #expect(
      try SHA256.digest(of: bytes.span).hexadecimal
        == "da9921dafe3263949343f01fa770b8936475de4910140bd6f004640ed0df130a"
    )
  }

  @Test func `a list with another header or a short row is refused`() {
    #expect(throws: PersonsError.header) { try Line(persons: "person,year\n") }
    #expect(throws: PersonsError.header) { try Line(persons: "") }
    #expect(throws: PersonsError.row(line: 2)) { try Line(persons: Person.header + "\np1,2019\n") }
  }

  @Test(arguments: [
    (2019, 3, 30, 3_600, "2019-03-30T01:00:00+01:00"),
    (2019, 4, 1, 0, "2019-04-01T00:00:00+02:00"),
    (2020, 2, 29, 86_399, "2020-02-29T23:59:59+01:00"),
    (2020, 2, 29, 86_400, "2020-03-01T00:00:00+01:00"),
    (2021, 10, 31, 43_200, "2021-10-31T12:00:00+01:00"),
    (2021, 12, 31, 90_000, "2022-01-01T01:00:00+01:00"),
  ])
  func `local times are written with their offset`(
    _ year: Int,
    _ month: Int,
    _ day: Int,
    _ second: Int,
    _ expected: String
  ) {
    let time = LocalTime(day: LocalTime.day(year: year, month: month, day: day), second: second)
    #expect(time.rfc3339 == expected)
  }
}
