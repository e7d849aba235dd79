import Configuration

extension Variable {
  static let keys = [
    "bands", "codes", "definition", "derive", "derived_from", "figures", "id", "label", "maps",
    "missing", "privacy", "roll_up", "roll_up_order", "source", "type", "unit",
  ]

  init(_ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseKeys(otherThan: Self.keys)
    id = try table.requiredString("id")
    unit = try table.requiredChoice("unit")
    kind = try table.requiredChoice("type")
    label = try Label(table.requiredTable("label"))
    definition = try Label(table.requiredTable("definition"))
    source = try table.requiredChoice("source")
    codes = try table.elements("codes", Code.init)
    missing = try table.strings("missing")
    rollUp = try table.choice("roll_up")
    rollUpOrder = try table.strings("roll_up_order")
    derivedFrom = try table.strings("derived_from")
    derivations = try table.elements("derive", Derivation.init)
    bands = try table.elements("bands", Band.init)
    privacy = try Privacy(table.requiredTable("privacy"))
    figures = try table.strings("figures")
    var maps: [(codebook: String, name: String)] = []
    if let others = try table.table("maps") {
      for key in others.keys { maps.append((key, try others.requiredString(key))) }
    }
    self.maps = maps
    try check(table)
  }

  private func check(_ table: ConfigurationTable) throws(ConfigurationError) {
    let isCoded = kind == .single || kind == .multi
    guard isCoded != codes.isEmpty else {
      throw table.error(
        "codes",
        isCoded ? "missing" : "a variable of type \(kind.rawValue) has no codes",
        remedy: isCoded ? "list the codes" : "remove the codes or write type = \"single\""
      )
    }
    var ids: Set<String> = []
    var numbers: Set<Int> = []
    for code in codes where !ids.insert(code.id).inserted || !numbers.insert(code.number).inserted {
      throw table.error(
        "codes",
        "\"\(code.id)\" or its number \(code.number) stands there twice",
        remedy: "give each code its own name and number"
      )
    }
    for code in rollUpOrder + derivations.map(\.code) where !ids.contains(code) {
      throw table.error(
        derivations.contains { $0.code == code } ? "derive" : "roll_up_order",
        "\"\(code)\" is no code of \(id)",
        remedy: "write one of: \(codes.map(\.id).joined(separator: ", "))"
      )
    }
    let needsOrder: [RollUp?] = [.any, .strongest, .preferred]
    guard rollUpOrder.isEmpty != needsOrder.contains(rollUp) else {
      throw table.error(
        "roll_up_order",
        rollUpOrder.isEmpty ? "missing" : "not used by this roll_up",
        remedy: "roll_up_order goes with any, strongest and preferred"
      )
    }
  }
}
