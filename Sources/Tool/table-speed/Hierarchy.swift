import Aggregation
import Codebook
import Configuration

/// An invented line whose persons answer four questions, two of them with groups of codes.
///
/// 17 x 9 x 6 x 5 lines with everybody among them: 4,590 cells. A smaller line leaves codes out.
struct Hierarchy {
  /// How many codes and groups each question has.
  static let shape: [(codes: Int, groups: Int)] = [(12, 4), (6, 2), (5, 0), (4, 0)]

  let codebook: Codebook
  let plan: TablePlan
  let layout: RowLayout

  /// Makes the line, with a table that crosses the first so many of the four questions.
  init(dimensions: Int) throws {
    let names = ["a", "b", "c", "d"].prefix(dimensions)
    var book = """
      id = "invented"
      version = "1"
      languages = ["nl", "en"]
      missing = []

      [populations.P]
      unit = "person"
      label = { nl = "allen", en = "all" }

      """
    var text = "programme = \"invented\"\n"
    for (name, (codes, groups)) in zip(names, Self.shape) {
      let ids = (1...codes).map { "\(name)\($0)" }
      book += """

        [[variables]]
        id = "\(name)"
        unit = "person"
        type = "single"
        label = { nl = "\(name)", en = "\(name)" }
        definition = { nl = "\(name)", en = "\(name)" }
        source = "text"
        privacy = { class = "operational", reach = "public" }
        codes = [

        """
      for (number, id) in ids.enumerated() {
        book += "{ code = \"\(id)\", number = \(number + 1), nl = \"\(id)\", en = \"\(id)\" },\n"
      }
      book += "]\n"
      let lines = (0..<groups).map { "\(name)g\($0)" } + ids
      text += "\n[[dimensions]]\nvariable = \"\(name)\"\nlines = \(lines)\n"
      for group in 0..<groups {
        let size = codes / groups
        let members = Array(ids[group * size..<(group + 1) * size])
        text += """

          [[dimensions.groups]]
          id = "\(name)g\(group)"
          label = { nl = "g", en = "g" }
          codes = \(members)

          """
      }
    }
    text += """

      [[tables]]
      id = "H"
      title = { nl = "H", en = "H" }
      population = "P"
      dimensions = \(Array(names))

      """
    codebook = try Codebook.read(text: book, file: "codebook")
    plan = try TablePlan.read(TOML.parse(text, file: "plan"), codebook: codebook)
    layout = try RowLayout(codebook)
  }

  /// Persons whose answers are far from even, as real ones are: code k has weight 1 / (k + 2).
  func count(persons: Int) throws -> CountTable {
    var tabulation = try Tabulation(
      plan.tables,
      period: Period(year: 2021),
      codebook: codebook,
      layout: layout
    )
    var dice = Dice(state: 1)
    for _ in 0..<persons {
      let answers = layout.columns.map { column -> UInt64 in
        1 << UInt64(dice.skewed(below: column.codes.count))
      }
      tabulation.add(
        PersonRow(
          year: 2021,
          quarter: 1,
          recordKey: UInt32(truncatingIfNeeded: dice.next()),
          answers: answers
        )
      )
    }
    return tabulation.tables[0]
  }
}

/// Numbers from a fixed seed (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number k below a bound with weight 1 / (k + 2).
  mutating func skewed(below bound: Int) -> Int {
    let weights = (0..<bound).map { 1 / Double($0 + 2) }
    var rest = Double.random(in: 0..<weights.reduce(0, +), using: &self)
    for (place, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return place }
    }
    return bound - 1
  }
}
