import ChatLogs
import Testing

@testable import Pseudonymisation

@Suite struct IdentifierSearchTests {
  @Test(arguments: [
    ("noor@example.nl", #"{"visitor":{"email":"Noor@Example.nl"#, true),
    ("noor@example.nl", #"{"text":"hoi\nnoor@example.nl"#, true),
    ("noor@example.nl", #"{"text":"eleonoor@example.nl"#, false),
    ("0653276801", #"{"phone":"+31 6 53 27 68 01""#, true),
    ("0653276801", #"{"phone":"0653276802""#, false),
    ("Zoë", #"{"nickname":"zo\u00eb""#, true),
    ("sterretje", #"{"nickname":"sterretjes""#, false),
    ("c-77", #"{"contact_id":"c-77""#, true),
    ("c-77", #"{"contact_id":"c-777""#, false),
  ])
  func `a damaged line is searched for the whole identifier`(
    identifier: String,
    line: String,
    isFound: Bool
  ) {
    let search = IdentifierSearch(Withheld(identifier))
    #expect(search.isFound(in: Array(line.utf8)) == isFound)
  }

  @Test func `bytes that are no text are searched too`() {
    let search = IdentifierSearch(Withheld("noor@example.nl"))
    #expect(search.isFound(in: [0xFF, 0x5C] + Array(" noor@example.nl".utf8) + [0xFE, 0x5C]))
    #expect(!search.isFound(in: [0x5C]))
    #expect(!search.isFound(in: Array(#"\ud800"#.utf8)))
  }
}
