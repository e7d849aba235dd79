/// Small codebooks and plans as the text that a line would write.
enum LineText {
  /// A codebook of one population, P, of persons.
  static func book(_ id: String, _ parts: [String]) -> String {
    """
    id = "\(id)"
    version = "1"
    languages = ["nl", "en"]

    [[missing]]
    code = "unknown"
    number = 99
    label = { nl = "onbekend", en = "unknown" }
    definition = "not known"

    [populations.P]
    unit = "person"
    label = { nl = "allen", en = "all" }

    """ + parts.joined()
  }

  /// A variable of persons; `unknown` among its codes is a missing answer.
  static func variable(
    _ id: String,
    _ codes: [String],
    type: String = "single",
    reach: String
  ) -> String {
    let list = codes.enumerated().map { place, code in
      code == "unknown"
        ? "{ code = \"unknown\", number = 99, nl = \"onbekend\", en = \"unknown\" },"
        : "{ code = \"\(code)\", number = \(place + 1), nl = \"\(code)\", en = \"\(code)\" },"
    }
    return """

      [[variables]]
      id = "\(id)"
      unit = "person"
      type = "\(type)"
      label = { nl = "\(id)", en = "\(id)" }
      definition = { nl = "\(id)", en = "\(id)" }
      source = "text"
      privacy = { class = "operational", reach = "\(reach)" }
      \(codes.contains("unknown") ? "missing = [\"unknown\"]" : "")
      codes = [
        \(list.joined(separator: "\n  "))
      ]

      """
  }

  /// A group of a variable's codes.
  static func group(_ id: String, of variable: String, _ codes: [String]) -> String {
    """

    [[groups]]
    variable = "\(variable)"
    id = "\(id)"
    label = { nl = "\(id)", en = "\(id)" }
    codes = \(codes)

    """
  }

  /// A table of P by some dimensions; `more` is what else the plan says of it.
  static func table(_ id: String, _ dimensions: [String], _ more: String = "") -> String {
    """

    [[tables]]
    id = "\(id)"
    title = { nl = "\(id)", en = "\(id)" }
    population = "P"
    dimensions = \(dimensions)
    \(more)

    """
  }
}
