import Codebook
import Configuration
import Foundation
import Testing

struct CodebookTests {
  @Test func `every variable and code of the proposal is there, in its order`() throws {
    let codebook = try ShippedCodebook.read()
    // Three more are made when a period is closed.
    #expect(
      codebook.variables.map(\.id) == proposedCodes.map(\.variable) + [
        "contact_step", "filled", "reached",
      ]
    )
    for (variable, codes) in proposedCodes {
      #expect(codebook.variable(variable)?.codes.map(\.id) == codes, "\(variable)")
    }
    #expect(codebook.variables.prefix(36).map(\.codes.count).reduce(0, +) == 201)
    #expect(
      codebook.variable("filled")?.codes.map(\.id).sorted()
        == codebook.plans.map(\.variable).sorted()
    )
    #expect(codebook.figures.map(\.id) == (1...16).map { "F\($0)" })
    #expect(codebook.populations.map(\.id) == ["P0", "P1", "P2", "P3", "P3S", "P4"])
  }

  @Test(
    arguments: [
      ("topic_trafficking", .strongest, ["yes", "possible", "no"]),
      ("contact_role", .preferred, ["self_victim"]),
      ("acute_safety", .any, ["yes"]),
      ("n_exploiters", .strongest, ["several", "one"]),
      ("exploit_duration", .asKnownAtFirstTraffickingContact, []),
      ("in_view", .atFirstTraffickingContact, []),
      ("situation_now", .first, []),
      ("victim_status", .latest, []),
      ("outcome", .union, []),
      ("exploit_combo", nil, []),
    ] as [(String, RollUp?, [String])]
  )
  func `a variable says how contacts become a person`(
    id: String,
    rollUp: RollUp?,
    order: [String]
  ) throws {
    let variable = try #require(try ShippedCodebook.read().variable(id))
    #expect(variable.rollUp == rollUp)
    #expect(variable.rollUpOrder == order)
  }

  @Test(
    arguments: [
      ("exploit_combo", ["unknown"], "unknown"),
      ("exploit_combo", ["sexual"], "sexual_only"),
      ("exploit_combo", ["criminal"], "criminal_only"),
      ("exploit_combo", ["sexual", "criminal"], "sexual_criminal"),
      ("exploit_combo", ["sexual", "criminal", "labour"], "sexual_criminal"),
      ("exploit_combo", ["sexual", "labour"], "other_combo"),
      ("reached", ["kept_contact", "ref_accepted", "meeting_held"], "met"),
      ("reached", ["once_only", "ref_accepted"], "referred"),
      ("reached", ["once_only", "advice"], "once"),
      ("reached", ["kept_contact"], "other"),
      ("reached", ["unknown"], "unknown"),
      ("parent_exploiter", ["unknown"], "unknown"),
      ("parent_exploiter", ["father", "mother", "partner"], "both"),
      ("parent_exploiter", ["mother", "stepparent"], "one"),
      ("parent_exploiter", ["parent_unspecified", "group"], "unspecified"),
      ("parent_exploiter", ["stepparent", "friend"], "step_only"),
      ("parent_exploiter", ["partner"], "none"),
    ] as [(String, [String], String)]
  )
  func `combinations and parents are derived, the first rule that holds`(
    id: String,
    answers: [String],
    code: String
  ) throws {
    #expect(try ShippedCodebook.read().variable(id)?.derived(from: answers) == code)
  }

  @Test(arguments: [
    (0, "00_11"), (11, "00_11"), (12, "12_14"), (14, "12_14"), (15, "15"), (16, "16_17"),
    (17, "16_17"), (18, "18_22"), (22, "18_22"), (23, "23_29"), (29, "23_29"), (30, "30plus"),
    (120, "30plus"),
  ])
  func `an age falls in its band`(years: Int, band: String) throws {
    #expect(try ShippedCodebook.read().variable("age_years")?.band(of: years) == band)
  }

  @Test func `victims are counted as the article counts them`() throws {
    let codebook = try ShippedCodebook.read()
    let victims = try #require(codebook.population("P3"))
    #expect(victims.unit == .person)
    #expect(
      victims.conditions == [
        Condition("topic_trafficking=yes"), Condition("contact_role=self_victim"),
        Condition("victim_status=possible|likely"),
      ]
    )
    #expect(codebook.population("P4")?.isKnownOnly == true)
    #expect(codebook.groupDisclosureExemptions.map(\.variable).contains("in_view"))
  }

  @Test func `labels exist in both languages and missing codes keep one number`() throws {
    let codebook = try ShippedCodebook.read()
    #expect(codebook.label(of: "12_14", in: "age_band")?[.nl] == "12-14 jaar")
    #expect(codebook.label(of: "refused", in: "channel")?[.en] == "refused")
    for variable in codebook.variables {
      for code in variable.codes {
        #expect(!code.label.nl.isEmpty && !code.label.en.isEmpty)
        #expect((code.number >= 90) == variable.isMissing(code.id), "\(variable.id) \(code.id)")
      }
    }
  }

  @Test(
    arguments: [
      (#"roll_up = "any""#, #"roll_upp = "any""#, "roll_upp", "did you mean \"roll_up\"?"),
      (
        #"where = ["topic_trafficking=yes"]"#, #"where = ["topic_traficking=yes"]"#,
        "where", "did you mean \"topic_trafficking\"?"
      ),
      (
        #""in_view=none""#, #""in_view=nobody""#,
        "group_exempt",
        "write one of: none, police, care, youth_care, veilig_thuis, school, family_friend, "
          + "other_org, unknown"
      ),
      (#"class = "pseudonym""#, #"class = "pseudo""#, "class", "write one of:"),
    ]
  )
  func `a mistake is refused with its path and a remedy`(
    right: String,
    wrong: String,
    key: String,
    remedy: String
  ) throws {
    let text = try ShippedCodebook.text()
    let range = try #require(text.range(of: right))
    let broken = text.replacingCharacters(in: range, with: wrong)
    let error = #expect(throws: ConfigurationError.self) {
      try Codebook.read(text: broken, file: "codebook.toml")
    }
    #expect(error?.path.hasSuffix(key) == true)
    #expect(error?.remedy.hasPrefix(remedy) == true)
    #expect((error?.line ?? 0) > 0)
  }
}
