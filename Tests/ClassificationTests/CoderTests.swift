import Codebook
import Foundation
import JSON
import Testing

@testable import Classification

struct CoderTests {
  private func coded(
    _ lines: String,
    _ registration: [String: [String]] = [:]
  ) throws -> CodedContact {
    try FactTests.coder.get().code(Invented.contact(lines, registration: registration))
  }

  @Test(
    arguments: [
      ("ik moet van hem elke week jatten", ["criminal"]),
      ("ik moet nooit jatten hoor", ["unknown"]),
      ("stel dat ik van hem moet jatten, wat dan", ["unknown"]),
      ("mijn vriendin moet van haar vriend jatten", ["criminal"]),
      ("mijn fiets is gejat", ["unknown"]),
      ("hij jat zelf wel eens wat", ["unknown"]),
    ] as [(String, [String])]
  )
  func `a form is coded when somebody is made to do it, not when denied or supposed`(
    lines: String,
    form: [String]
  ) throws {
    #expect(try coded(lines).codes(of: "exploit_form") == form)
  }

  @Test func `a contact about something else keeps the unknown values of trafficking`() throws {
    let contact = try coded("mijn opa is overleden en ik ben verdrietig")
    #expect(contact.codes(of: "topic_trafficking") == ["no"])
    #expect(contact.codes(of: "victim_status") == ["unknown"])
    #expect(contact.codes(of: "reason_no_help") == ["not_mentioned"])
    #expect(contact.codes(of: "exploiter_relation") == ["unknown"])
  }

  @Test func `the counsellor's registration beats the text`() throws {
    let contact = try coded(
      "ik moet van hem elke week jatten",
      ["exploit_form": ["sexual", "labour"], "gender": ["female"], "age_band": ["nonsense"]]
    )
    #expect(contact.codes(of: "exploit_form") == ["sexual", "labour"])
    #expect(contact.codes(of: "gender") == ["female"])
    #expect(contact.codes(of: "age_band") == ["unknown"])
    let form = contact.assignments.first { $0.variable == "exploit_form" }
    #expect(form?.evidence.map(\.source) == [.registration, .registration])
  }

  @Test func `every code tells its rule and message, never text`() throws {
    let contact = try coded(">Hoi\nhoi\nik moet van hem elke week jatten")
    let form = contact.assignments.first { $0.variable == "exploit_form" }
    #expect(
      form?.evidence == [
        CodedContact.Evidence(source: .rule, rule: "form.criminal.theft", message: 2)
      ]
    )
    for assignment in contact.assignments where !assignment.codes.isEmpty {
      #expect(assignment.codes.count == assignment.evidence.count, "\(assignment.variable)")
    }
  }

  @Test func `a steward's changed rule takes effect without recompiling`() throws {
    let rule = """

      [[rules]]
      id = "form.criminal.scooters"
      codes = ["exploit_form=criminal", "topic_trafficking=yes"]
      any = ["@compel & (scooters|brommers) ..2 meenemen"]
      motive = "Made to take scooters."
      example = "ik moet scooters meenemen"
      """
    let before = try Codebook.read(text: Invented.codebookText(), file: "codebook.toml")
    let after = try Codebook.read(text: Invented.codebookText() + rule, file: "codebook.toml")
    let contact = Invented.contact("ik moet van ze scooters meenemen uit de stad")
    #expect(Coder(codebook: before).code(contact).codes(of: "exploit_form") == ["unknown"])
    #expect(Coder(codebook: after).code(contact).codes(of: "exploit_form") == ["criminal"])
    #expect(before.source != after.source)
  }

  @Test(arguments: [
    (
      """
      [[rules]]
      id = "form.criminal.scooters"
      codes = ["exploit_form=criminal", "topic_trafficking=yes"]
      any = ["@compel & (scooters|brommers|fatbikes) ..2 (meenemen|pakken|openbreken)"]
      motive = "Made to take scooters."
      """,
      "ik moet van ze scooters meenemen uit de stad", "exploit_form", "criminal"
    ),
    (
      """
      [[rules]]
      id = "control.gaming_account"
      codes = ["control_means=other"]
      any = ["(fortnite|roblox|game) ..2 account ..4 (afgepakt|heeft|geblokkeerd)"]
      given = ["topic_trafficking=yes|possible"]
      motive = "A game account held back as a means."
      """,
      "ik moet van hem jatten\nhij heeft mijn fortnite account afgepakt", "control_means", "other"
    ),
    (
      """
      [[rules]]
      id = "view.school.police_officer"
      codes = ["in_view=school"]
      asked = ["weet iemand", "(wie) ..3 weet"]
      any = ["(schoolagent|leerplichtambtenaar) ..2 (weet|wel)"]
      motive = "Somebody of the school knows, named in an answer."
      """,
      "ik moet van hem jatten\n>Weet iemand dit?\nalleen de leerplichtambtenaar weet het",
      "in_view", "school"
    ),
  ])
  func `a steward's three new rules take effect`(
    rule: String,
    lines: String,
    variable: String,
    code: String
  ) throws {
    let text = try Invented.codebookText()
    let contact = Invented.contact(lines)
    let before = Coder(codebook: try Codebook.read(text: text, file: "codebook.toml"))
    let after = Coder(codebook: try Codebook.read(text: text + "\n" + rule, file: "codebook.toml"))
    #expect(!before.code(contact).codes(of: variable).contains(code))
    #expect(after.code(contact).codes(of: variable).contains(code))
  }

  @Test func `an age in years is written for the steward only`() throws {
    let codebook = try Invented.codebook()
    let contact = try coded("ik ben {age 15}")
    var lines: [String] = []
    for audience in [CodedContactWriter.Audience.steward, .program] {
      var json = JSONWriter()
      CodedContactWriter(codebook: codebook, audience: audience).write(
        contact,
        id: "a",
        to: &json
      )
      lines.append(String(decoding: json.bytes, as: UTF8.self))
    }
    #expect(lines[0].contains(#""age_years":15,"age_band":"15""#))
    #expect(!lines[1].contains("age_years"))
    #expect(lines[1].contains(#""age_band":"15""#))
    #expect(lines[1].hasPrefix(#"{"contact_id":"a","codes":{"channel":"web_chat","#))
  }
}
