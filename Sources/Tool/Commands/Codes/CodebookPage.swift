import Codebook

/// The codebook as text for people, in one language.
struct CodebookPage {
  let codebook: Codebook
  let language: Language

  /// Everything that the codebook says of contacts and persons, or of some variables only.
  ///
  /// - Parameter wanted: Ids of variables; empty for all, with populations and figures.
  /// - Returns: Lines of text, each ended.
  /// - Throws: `CryptographyError` where the machine fails.
  func text(of wanted: [String] = []) throws -> String {
    let variables = codebook.variables.filter { wanted.isEmpty || wanted.contains($0.id) }
    var lines = ["\(codebook.id) \(try codebook.edition()), \(codebook.date)"]
    if wanted.isEmpty {
      lines.append("")
      lines += codebook.populations.map { "\($0.id)  \($0.label[language])" }
    }
    for variable in variables { lines += [""] + page(variable) }
    if wanted.isEmpty {
      lines.append("")
      lines += codebook.figures.map { "\($0.id)  \($0.label[language])" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func page(_ variable: Variable) -> [String] {
    let type = "\(Self.word(variable.unit)[language]), \(variable.kind.rawValue)"
    var lines = [
      "\(variable.id): \(variable.label[language]) (\(type))",
      "  \(variable.definition[language])",
    ]
    if let rollUp = variable.rollUp {
      let order =
        variable.rollUpOrder.isEmpty
        ? "" : ": " + variable.rollUpOrder.joined(separator: " > ")
      lines.append("  \(say("per persoon", "per person")): \(rollUp.rawValue)\(order)")
    }
    if !variable.derivedFrom.isEmpty {
      let origins = variable.derivedFrom.joined(separator: ", ")
      lines.append("  \(say("afgeleid uit", "derived from")): \(origins)")
    }
    let rules = codebook.rules.count { $0.codes.contains { $0.variable == variable.id } }
    if rules > 0 { lines.append("  \(say("regels", "rules")): \(rules)") }
    lines.append("  \(say("bereik", "reach")): \(Self.word(variable.privacy.reach)[language])")
    let codes = variable.codes.map { ($0.number, $0.id, $0.label[language]) }
    let missing = codebook.missing.filter { entry in
      variable.missing.contains(entry.code.id) && variable.code(entry.code.id) == nil
    }.map { ($0.code.number, $0.code.id, $0.code.label[language]) }
    let width = (codes + missing).map(\.1.count).max() ?? 0
    for (number, id, label) in codes + missing {
      lines.append("  \("\(number)".padding(to: 4))\(id.padding(to: width + 2))\(label)")
    }
    for band in variable.bands {
      let to = band.to.map { "\($0)" } ?? ""
      lines.append("  \(band.code.padding(to: 8))\(band.from)-\(to)")
    }
    for group in codebook.groups(of: variable.id) {
      lines.append(
        "  \(group.id) = \(group.codes.joined(separator: "|")): \(group.label[language])"
      )
    }
    return lines
  }

  private func say(_ nl: String, _ en: String) -> String { Label(nl: nl, en: en)[language] }

  private static func word(_ unit: Variable.Unit) -> Label {
    switch unit {
    case .contact: Label(nl: "van een contact", en: "of a contact")
    case .person: Label(nl: "van een persoon", en: "of a person")
    }
  }

  private static func word(_ reach: Privacy.Reach) -> Label {
    switch reach {
    case .never: Label(nl: "blijft binnen", en: "stays inside")
    case .researcher: Label(nl: "onderzoekers met contract", en: "researchers under contract")
    case .public: Label(nl: "iedereen, in beschermde tabellen", en: "anyone, in protected tables")
    }
  }
}
