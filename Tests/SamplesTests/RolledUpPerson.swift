@testable import SampleLine

/// A person as the codebook's roll-up rules make one of contacts; written out once more, plainly,
/// so that the sample does not lean on the code it is to test.
struct RolledUpPerson {
  let year: Int?
  let isVictim: Bool
  let ageBand: String
  let parents: String
  let duration: String
  let situation: String
  let inView: Set<String>
  let combination: String
  let gender: String
  let reasons: Set<String>
  let outcomes: Set<String>

  /// The persons of contacts that are in order of time, by account.
  static func of(_ contacts: [Contact]) -> [String: RolledUpPerson] {
    let valid = contacts.filter { $0.registration.codes("contact_validity") == ["valid"] }
    return Dictionary(grouping: valid) { $0.visitor.first?.value ?? "" }
      .compactMapValues(RolledUpPerson.init)
  }

  private init?(_ contacts: [Contact]) {
    let forms = contacts.map(\.registration)
    guard
      let first = contacts.firstIndex(where: {
        $0.registration.codes("topic_trafficking") == ["yes"]
      })
    else { return nil }
    func known(_ variable: String, from start: Int = 0) -> [String] {
      forms[start...].flatMap { $0.codes(variable) }.filter { $0 != "unknown" }
    }
    year = contacts[first].start.calendar.year
    let status = known("victim_status").last
    isVictim = known("contact_role").contains("self_victim") && status != "not" && status != nil
    ageBand = Self.band(known("age_years").first.flatMap { Int($0) })
    duration = known("exploit_duration", from: first).first ?? "unknown"
    situation = known("situation_now").first ?? "unknown"
    inView = Set(forms[first].codes("in_view"))
    gender = known("gender").last ?? "unknown"
    combination = Self.combination(Set(known("exploit_form")))
    parents = Self.parents(Set(known("exploiter_relation")))
    let reasons = Set(known("reason_no_help"))
    self.reasons = reasons.count > 1 ? reasons.subtracting(["not_mentioned"]) : reasons
    var outcomes = Set(known("outcome"))
    if contacts.count == 1 { outcomes.insert("once_only") }
    self.outcomes = outcomes.isEmpty ? ["unknown"] : outcomes
  }

  private static func band(_ age: Int?) -> String {
    guard let age else { return "unknown" }
    return switch age {
    case ..<12: "00_11"
    case ..<15: "12_14"
    case 15: "15"
    case ..<18: "16_17"
    case ..<23: "18_22"
    case ..<30: "23_29"
    default: "30plus"
    }
  }

  private static func combination(_ forms: Set<String>) -> String {
    switch forms {
    case []: "unknown"
    case ["sexual"]: "sexual_only"
    case ["criminal"]: "criminal_only"
    case ["sexual", "criminal"]: "sexual_criminal"
    default: "other_combo"
    }
  }

  private static func parents(_ relations: Set<String>) -> String {
    if relations.isSuperset(of: ["father", "mother"]) { return "both" }
    if !relations.isDisjoint(with: ["father", "mother"]) { return "one" }
    if relations.contains("parent_unspecified") { return "unspecified" }
    if relations.contains("stepparent") { return "step_only" }
    return relations.isEmpty ? "unknown" : "none"
  }
}
