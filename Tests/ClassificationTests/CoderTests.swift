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

  /// The rules and chats of the trial in `Documentation/Codebook.md`.
  @Test(arguments: [
    (
      """
      [[rules]]
      id = "recruit.work.model_scout"
      codes = ["recruitment=work"]
      any = [
        "(scoutte|gescout|scout) ..4 (model*|castingbureau)",
        "(modellenbureau|castingbureau) ..6 (wilde|sprak|belde|appte)",
      ]
      given = ["topic_trafficking=yes|possible"]
      motive = "Recruited by somebody who posed as a scout for models."
      """,
      "een scout van een castingbureau sprak me aan in de stad\nnu moet ik van hem jatten",
      "recruitment", "work"
    ),
    (
      """
      [[rules]]
      id = "control.airtag"
      codes = ["control_means=other"]
      any = ["airtag ..4 (tas|jas|auto|fiets|telefoon)"]
      given = ["topic_trafficking=yes|possible"]
      motive = "A tracker hidden in her things."
      """,
      "ik moet van hem jatten\nhij heeft een airtag in mijn tas gestopt", "control_means", "other"
    ),
    (
      """
      [[rules]]
      id = "refer.gp.nurse"
      codes = ["referred_to=gp"]
      speaker = "counsellor"
      any = ["(afspraak|bel|bellen|langs) ..4 (praktijkondersteuner|poh)"]
      motive = "Sent to the practice nurse of the GP."
      """,
      "ik moet van hem jatten\n>misschien kun je een afspraak maken met de praktijkondersteuner?",
      "referred_to", "gp"
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
