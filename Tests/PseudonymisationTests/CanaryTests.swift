import ChatLogs
import Detection
import Testing

@testable import Pseudonymisation

@Suite struct CanaryTests {
  private func sent(_ round: CanaryRound, finding kinds: Set<EntityKind>) throws -> SanitizedContact
  {
    let copy = try Fixture.contact(String(decoding: round.line, as: UTF8.self))
    let details = round.canaries.filter { kinds.contains($0.kind) }.map { ($0.value, $0.kind) }
    return try Fixture.pseudonymiser()
      .sanitize(copy, findings: Fixture.findings(details, in: copy))
  }

  @Test func `every kind has its turn, and the same seed plants the same`() throws {
    let contact = try Fixture.contact(says: ["hoi"])
    let rounds = (0..<6).map { CanaryRound(in: contact, number: $0, seed: 5) }
    let kinds = rounds.flatMap { $0.canaries.map(\.kind) }
    #expect(Set(kinds) == Set(EntityKind.allCases).subtracting([.unknown]))
    #expect(CanaryRound(in: contact, number: 3, seed: 5).line == rounds[3].line)
    #expect(CanaryRound(in: contact, number: 3, seed: 6).line != rounds[3].line)
  }

  @Test func `a copy that comes out clean misses none; a blind line misses all`() throws {
    let contact = try Fixture.contact(says: ["hoi", "14 in Zwolle"])
    let all = Set(EntityKind.allCases)
    for number in 0..<60 {
      let round = CanaryRound(in: contact, number: number, seed: 11)
      #expect(try round.missed(in: sent(round, finding: all)).isEmpty)
      #expect(try round.missed(in: sent(round, finding: [])) == round.canaries.map(\.kind))
    }
  }

  @Test func `half a value left is a miss, and so is a message lost`() throws {
    let contact = try Fixture.contact(says: ["hoi"])
    let kinds = CanaryGenerator.kinds
    let number = try #require(kinds.firstIndex(of: .address)) / 3
    let round = CanaryRound(in: contact, number: number, seed: 1)
    let address = try #require(round.canaries.first { $0.kind == .address })
    let copy = try Fixture.contact(String(decoding: round.line, as: UTF8.self))
    let street = String(address.value.prefix { $0 != " " })
    var details = round.canaries.filter { $0.kind != .address }.map { ($0.value, $0.kind) }
    details.append((String(address.value.drop { $0 != " " }.dropFirst()), .address))
    let half = try Fixture.pseudonymiser()
      .sanitize(copy, findings: Fixture.findings(details, in: copy))
    #expect(round.missed(in: half).contains(.address))
    #expect(!street.isEmpty)
    let other = try Fixture.pseudonymiser().sanitize(contact, findings: [])
    #expect(round.missed(in: other).count == 3)
  }

  @Test func `a tally counts planted and missed by kind`() throws {
    let contact = try Fixture.contact(says: ["hoi"])
    let round = CanaryRound(in: contact, number: 0, seed: 1)
    var tally = CanaryTally()
    #expect(tally.shareMissed == 0)
    tally.add(round, in: try sent(round, finding: Set(EntityKind.allCases)))
    #expect(tally.shareMissed == 0)
    tally.addLost(round)
    #expect(tally.planted[.person] == 2)
    #expect(tally.missed[.person] == 1)
    #expect(tally.shareMissed == 0.5)
  }

  @Test func `invented numbers pass their checks`() {
    var generator = CanaryGenerator(seed: 2)
    for _ in 0..<200 {
      let citizen = generator.canary(.nlBSN).value.utf8.map { Int($0) - 48 }
      var sum = -citizen[8]
      for place in 0..<8 { sum += (9 - place) * citizen[place] }
      #expect(sum % 11 == 0)
      // ISO 13616: move the first four behind, letters as numbers, remainder 1.
      let iban = generator.canary(.ibanCode).value
      let moved = iban.dropFirst(4) + iban.prefix(4)
      let number = moved.unicodeScalars.map { scalar in
        scalar.properties.numericType != nil ? String(scalar) : String(scalar.value - 55)
      }.joined()
      var remainder = 0
      for digit in number.utf8 { remainder = (remainder * 10 + Int(digit) - 48) % 97 }
      #expect(remainder == 1)
      let card = generator.canary(.creditCard).value.utf8.map { Int($0) - 48 }
      var luhn = 0
      for (place, digit) in card.reversed().enumerated() {
        let doubled = digit * 2
        luhn += place % 2 == 0 ? digit : doubled / 10 + doubled % 10
      }
      #expect(luhn % 10 == 0)
    }
  }

  /// 2021-08-14T19:03:00Z is 1,628,967,780 seconds after the epoch (`date -d`).
  @Test(arguments: [
    (Int64(0), "1970-01-01T00:00:00Z"), (1_628_967_780, "2021-08-14T19:03:00Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
  ])
  func `moments are written in UTC`(seconds: Int64, text: String) {
    #expect(RFC3339Text.utc(seconds) == text)
  }

  @Test func `a round prints its kinds and no text`() throws {
    let contact = try Fixture.contact(says: ["geheim"])
    let round = CanaryRound(in: contact, number: 0, seed: 1)
    #expect("\(round)" == "CanaryRound(PERSON LOCATION ADDRESS, text withheld)")
  }
}
