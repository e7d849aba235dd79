/// What a person of the fixture lived through: the attributes, drawn out to codes that give them
/// back under the codebook's derivations.
struct Life {
  let age: Int?
  let forms: [String]
  let subforms: [String]
  let relations: [String]
  let isPlural: Bool
  let acute: String
  let status: String

  /// Draws a life with the attributes of `person`.
  init(of person: Person, _ dice: inout Dice) {
    let age = Self.age(in: person.ageBand, &dice)
    forms = Self.forms(person, age, &dice)
    subforms = forms.flatMap { Self.subforms(of: $0, &dice) }
    relations = Self.relations(person, forms, age, &dice)
    isPlural = relations.count > 1 || relations == ["group"]
    acute = dice.chance(8) ? "yes" : dice.chance(15) ? "no" : "unknown"
    status = dice.chance(70) ? "likely" : "possible"
    self.age = age
  }

  private static let ages: [String: ClosedRange<Int>] = [
    "00_11": 8...11, "12_14": 12...14, "15": 15...15, "16_17": 16...17, "18_22": 18...22,
    "23_29": 23...29, "30plus": 30...52,
  ]

  private static func age(in band: String, _ dice: inout Dice) -> Int? {
    ages[band].map { dice.number(in: $0) }
  }

  private static func forms(_ person: Person, _ age: Int?, _ dice: inout Dice) -> [String] {
    switch person.combination {
    case "sexual_only": return ["sexual"]
    case "criminal_only": return ["criminal"]
    case "sexual_criminal": return ["sexual", "criminal"]
    default:
      if person.parents != "none" || (age ?? 18) < 16 {
        return dice.pick([["begging"], ["servitude"], ["begging", "servitude"]])
      }
      return dice.pick([
        ["labour"], ["labour"], ["servitude"], ["forced_marriage"], ["sexual", "labour"],
      ])
    }
  }

  private static func subforms(of form: String, _ dice: inout Dice) -> [String] {
    switch form {
    case "sexual":
      dice.pick([
        ["sex_paid"], ["sex_paid"], ["sex_paid"], ["sex_webcam"], ["sex_images"],
        ["sex_paid", "sex_images"],
      ])
    case "criminal":
      dice.pick([
        ["crim_drugs_move"], ["crim_drugs_move"], ["crim_theft"], ["crim_fraud"], ["crim_recruit"],
      ])
    default: []
    }
  }

  private static func relations(
    _ person: Person,
    _ forms: [String],
    _ age: Int?,
    _ dice: inout Dice
  ) -> [String] {
    switch person.parents {
    case "one": return [dice.chance(75) ? "father" : "mother"]
    case "both": return ["father", "mother"]
    case "unspecified": return ["parent_unspecified"]
    default: break
    }
    if !forms.contains("sexual") && !forms.contains("criminal") {
      return [
        forms == ["forced_marriage"] ? "other_family" : dice.pick(["other", "other", "stranger"])
      ]
    }
    if person.duration == "5plus" && (age ?? 18) < 20 {
      return [dice.pick(["other_family", "other_family", "sibling", "friend", "stranger"])]
    }
    if (age ?? 18) < 12 { return [dice.pick(["other_family", "sibling", "online_contact"])] }
    let pool = [
      "partner", "partner", "partner", "partner", "partner", "friend", "friend", "online_contact",
      "group", "stranger", "other_family", "other",
    ]
    return [dice.pick(pool)]
  }
}
