import Detection
import Testing

@testable import Pseudonymisation

@Suite struct SurrogatesTests {
  private func wall() throws -> Pseudonymiser {
    try Fixture.pseudonymiser(
      settings: RedactionSettings(
        policy: .balanced,
        rules: [.init(kind: .person, operation: .surrogate, warrant: nil)]
      )
    )
  }

  private func texts(_ says: [String], _ names: [String], id: String = "c-1") throws -> [String] {
    let contact = try Fixture.contact(id: id, says: says)
    let findings = Fixture.findings(names.map { ($0, .person) }, in: contact)
    return Fixture.texts(try wall().sanitize(contact, findings: findings))
  }

  @Test func `a name becomes an invented one, the same inside the contact`() throws {
    let found = try texts(["ik ben Zoë", "ZOE en Anna"], ["Zoë", "ZOE", "Anna"])
    let name = String(found[0].dropFirst("ik ben ".count))
    #expect(Surrogates.names.contains(name))
    #expect(found[1].hasPrefix("\(name) en "))
    let other = String(found[1].dropFirst("\(name) en ".count))
    #expect(Surrogates.names.contains(other))
    #expect(other != name)
  }

  @Test func `in another contact it is most often another`() throws {
    let names = try (0..<100).map { try texts(["Zoë"], ["Zoë"], id: "c-\($0)")[0] }
    #expect(Set(names).count > 50)
    #expect(try texts(["Zoë"], ["Zoë"], id: "c-0")[0] == names[0])
  }

  @Test func `it never occurs in the contact, nor for two people`() throws {
    // Everyone in the list but one is in the contact.
    let all = Surrogates.names.dropLast().map { $0.uppercased() }.joined(separator: " ")
    let found = try texts(["\(all) Zoë", "Anna"], ["Zoë", "Anna"])
    #expect(found[0].hasSuffix(" \(try #require(Surrogates.names.last))"))
    // The list is used up: the kind and a pseudonym stand instead.
    #expect(found[1].hasPrefix("<PERSON:"))
  }

  @Test func `the list has 256 different names, each of letters`() {
    #expect(Set(Surrogates.names).count == 256)
    #expect(Surrogates.names.allSatisfy { $0.utf8.count == 6 })
  }
}
