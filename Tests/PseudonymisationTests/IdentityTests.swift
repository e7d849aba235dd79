import Detection
import Testing

@testable import Pseudonymisation

/// One identity, one token: each row's spellings are the same, and rows of a kind differ.
struct IdentityRow: Sendable {
  let normal: String
  let spellings: [String]
}

@Suite struct IdentityTests {
  private func normal(_ kind: EntityKind, _ text: String, mail: Identity.MailRule = .init())
    -> String
  {
    String(decoding: Identity.normal(kind, Array(text.utf8)[...], mail: mail), as: UTF8.self)
  }

  private func check(_ kind: EntityKind, _ row: IdentityRow) {
    for spelling in row.spellings { #expect(normal(kind, spelling) == row.normal) }
  }

  /// E.164: country code and national number; the Dutch trunk prefix is 0.
  ///
  /// The numbers are those that the plan keeps free for fiction (06-1234..., 020-...), Belgium's and Britain's likewise.
  @Test(arguments: [
    IdentityRow(
      normal: "31612345678",
      spellings: [
        "0612345678", "06-12345678", "06 12 34 56 78", "06.1234.5678", "+31612345678",
        "+31 6 12345678", "+31 (0)6 12345678", "0031612345678", "0031 (0)6-12345678",
        "31612345678", "612345678", "０６１２３４５６７８", "nul zes 12345678",
        "nul zes een twee drie vier vijf zes zeven acht", "zero six 12345678", "plus 31 6 12345678",
      ]
    ),
    IdentityRow(
      normal: "31201234567",
      spellings: ["020-1234567", "(020) 123 45 67", "+31201234567"]
    ),
    IdentityRow(normal: "32470123456", spellings: ["+32 470 12 34 56", "0032470123456"]),
    IdentityRow(normal: "447700900123", spellings: ["+44 7700 900123", "00447700900123"]),
    IdentityRow(normal: "1234", spellings: ["1234", "12 34"]),
  ])
  func `a telephone number is its E.164 digits`(row: IdentityRow) { check(.phoneNumber, row) }

  @Test(arguments: [
    IdentityRow(
      normal: "noor.visser@example.nl",
      spellings: [
        "noor.visser@example.nl", "Noor.Visser@Example.NL", "noor.visser @ example.nl",
        "noor punt visser apenstaartje example punt nl", "noor.visser(at)example(dot)nl",
        "noor.visser at example dot nl", "mailto:noor.visser@example.nl", "noor.visser@example.nl.",
        "<noor.visser@example.nl>",
      ]
    ),
    IdentityRow(normal: "noorvisser@example.nl", spellings: ["noorvisser@example.nl"]),
    IdentityRow(normal: "noor+chat@example.nl", spellings: ["Noor+chat@example.nl"]),
    IdentityRow(
      normal: "noor_v-1@example.nl",
      spellings: ["noor underscore v streepje 1 @ example.nl"]
    ),
  ])
  func `a mail address is in lower case with its signs as signs`(row: IdentityRow) {
    check(.emailAddress, row)
  }

  @Test func `dots and plus count or not, as configured`() {
    let both = Identity.MailRule(ignoresDots: true, ignoresPlus: true)
    for text in [
      "noor.visser@example.nl", "noorvisser+chat@example.nl", "n.o.o.r.visser@example.nl",
    ] {
      #expect(normal(.emailAddress, text, mail: both) == "noorvisser@example.nl")
    }
    #expect(normal(.emailAddress, "a.b+c@d.nl", mail: .init(ignoresPlus: true)) == "a.b@d.nl")
    #expect(normal(.emailAddress, "a.b+c@d.nl", mail: .init(ignoresDots: true)) == "ab+c@d.nl")
  }

  /// The example of the Dutch IBAN in the ISO 13616 registry.
  @Test(arguments: [
    IdentityRow(
      normal: "nl91abna0417164300",
      spellings: ["NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "nl91-abna-0417-1643-00"]
    )
  ])
  func `an IBAN has no spaces and no case`(row: IdentityRow) { check(.ibanCode, row) }

  @Test(arguments: [
    IdentityRow(normal: "111222333", spellings: ["111222333", "111.222.333", "1112 22 333"]),
    IdentityRow(normal: "011222333", spellings: ["011222333", "11222333", "11.222.333"]),
  ])
  func `a BSN has nine digits`(row: IdentityRow) { check(.nlBSN, row) }

  @Test(arguments: [
    IdentityRow(normal: "zoe", spellings: ["Zoë", "ZOE", "zoë", "Zoe\u{308}", " zoe ", "Ｚｏｅ"]),
    IdentityRow(
      normal: "anna berg",
      spellings: [
        "Anna van den Berg", "anna v.d. berg", "Anna vd Berg", "ANNA  BERG", "Anna, Berg",
        "Anna\u{A0}van der Berg",
      ]
    ),
    IdentityRow(normal: "berg", spellings: ["van den Berg", "v/d Berg", "Berg"]),
    IdentityRow(normal: "van", spellings: ["Van"]),
    IdentityRow(normal: "el", spellings: ["El"]),
    IdentityRow(
      normal: "fatima zahra amrani",
      spellings: ["Fatima-Zahra el Amrani", "Fatima Zahra Amrani"]
    ),
    IdentityRow(normal: "jansen smit", spellings: ["Jansen-Smit", "jansen smit"]),
    IdentityRow(normal: "олег", spellings: ["Олег", "ОЛЕГ"]),
  ])
  func `a name has no case, accents, spacing or prefixes`(row: IdentityRow) { check(.person, row) }

  @Test(arguments: [
    IdentityRow(
      normal: "ster_01",
      spellings: ["@ster_01", "Ster_01", "@ ster_01", "ster_01,", "@@STER_01"]
    ),
    IdentityRow(normal: "x.ster", spellings: ["x.ster", "@x.ster."]),
  ])
  func `a handle has no at sign and no case`(row: IdentityRow) { check(.username, row) }

  @Test(arguments: [
    IdentityRow(
      normal: "example.nl/a?b=1",
      spellings: [
        "https://www.example.nl/a?b=1", "http://Example.nl/a?b=1", "www.example.nl/a?b=1/",
      ]
    )
  ])
  func `a web address has no scheme`(row: IdentityRow) { check(.url, row) }

  /// RFC 5952 sections 1 and 4, and RFC 4291 section 2.2.
  @Test(arguments: [
    IdentityRow(
      normal: "2001:db8::1",
      spellings: [
        "2001:db8:0:0:0:0:0:1", "2001:0db8:0:0:0:0:0:1", "2001:db8::1", "2001:db8::0:1",
        "2001:0db8::0001", "2001:DB8::1", "[2001:db8::1]", "2001:db8::1%eth0",
      ]
    ),
    IdentityRow(
      normal: "2001:db8:0:1:1:1:1:1",
      spellings: ["2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"]
    ),
    IdentityRow(normal: "2001:0:0:1::1", spellings: ["2001:0:0:1:0:0:0:1"]),
    IdentityRow(normal: "2001:db8::1:0:0:1", spellings: ["2001:db8:0:0:1:0:0:1"]),
    IdentityRow(normal: "::", spellings: ["::", "0:0:0:0:0:0:0:0"]),
    IdentityRow(normal: "::1", spellings: ["::1", "0:0:0:0:0:0:0:1"]),
    IdentityRow(normal: "1::", spellings: ["1::", "1:0:0:0:0:0:0:0"]),
    IdentityRow(
      normal: "192.0.2.33",
      spellings: ["192.0.2.33", "192.000.002.033", "::ffff:192.0.2.33", "::ffff:c000:221"]
    ),
    IdentityRow(normal: "64:ff9b::c000:221", spellings: ["64:ff9b::192.0.2.33"]),
  ])
  func `an IP address has one form`(row: IdentityRow) { check(.ipAddress, row) }

  @Test(arguments: [
    ("192.0.2.256", "192.0.2.256"), ("1:2:3", "1:2:3"), ("::1::", "::1::"), (":", ":"),
    ("1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8:9"), ("12345::", "12345::"),
  ])
  func `what is no IP address stays as written`(text: String, expected: String) {
    #expect(normal(.ipAddress, text) == expected)
  }

  @Test(arguments: [
    (EntityKind.licensePlate, "XX-99-XX", "xx99xx"), (.licensePlate, "xx 99 xx", "xx99xx"),
    (.postalCode, "1234 AB", "1234ab"), (.idNumber, "V-123.456", "v123456"),
    (.creditCard, "4111 1111 1111 1111", "4111111111111111"),
    (.organization, "Het  Rozenhof-College", "het rozenhof college"),
    (.location, "’s-Gravenhage", "s gravenhage"), (.unknown, "Blub", "blub"),
  ])
  func `other kinds have no case, signs or spacing`(
    kind: EntityKind,
    text: String,
    expected: String
  ) {
    #expect(normal(kind, text) == expected)
  }

  @Test(arguments: EntityKind.allCases)
  func `a normal form is never empty`(kind: EntityKind) {
    for text in ["-", "@", "…", "<3", " ", "😀"] { #expect(!normal(kind, text).isEmpty) }
  }
}
