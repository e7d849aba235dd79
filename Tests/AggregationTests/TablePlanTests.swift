import Aggregation
import Configuration
import Testing

@Suite struct TablePlanTests {
  @Test func `the shipped plan has the article's tables and figures`() throws {
    let plan = try Shipped.plan()
    #expect(
      plan.tables(for: .public).map(\.id) == [
        "T01", "T02", "T03", "T05", "T07", "T08", "T10", "T12", "T13", "T14", "T15", "T16", "T22",
      ]
    )
    #expect(plan.threshold(for: .public) == 10 && plan.threshold(for: .contract) == 5)
    #expect(plan.minimumBase == 30)
    #expect(plan.figures.map(\.id).prefix(4) == ["F1", "F2", "F3", "F4"])
  }

  /// What is wrong in a plan, and the path that the error names.
  @Test(arguments: [
    ("public = 10", "public = 9", "threshold.public"),
    ("contract = 5", "contract = 4", "threshold.contract"),
    ("minimum_base = 30", "minimum_base = 29", "minimum_base"),
    ("minimum_base = 30", "minimumbase = 30", "minimumbase"),
    ("variable = \"situation_now\"", "variable = \"situation\"", "dimensions[7].variable"),
    ("population = \"P3\"", "population = \"P9\"", "tables[0].population"),
    ("dimensions = [\"situation_now\"]", "dimensions = [\"mood\"]", "tables[9].dimensions"),
    ("dimensions = [\"situation_now\"]", "dimensions = [\"exploit_sub\"]", "tables[9].dimensions"),
    ("measures = [\"count\", \"index\"]", "measures = [\"median\"]", "tables[0].measures"),
    ("\"23_29\", \"30plus\"]\n\n", "\"23_29\", \"31plus\"]\n\n", "dimensions[0].groups"),
    ("merge = [\"lt_6m\"]", "merge = [\"lt_1m\"]", "dimensions[3].merge"),
    ("exclusive = [\"none\"]", "exclusive = [\"unknown\"]", "dimensions[2].exclusive"),
    ("lines = [\"under_15\"]", "lines = [\"under_16\"]", "figures[2].lines"),
    ("lines = [\"under_15\"]", "lines = []", "figures[2].lines"),
    ("figure = \"F13\"", "figure = \"F99\"", "figures[16].figure"),
    ("wanted = [\"15_or_under\"", "wanted = [\"12_14\"", "tables[2].wanted"),
    ("\"outcome=once_only\"", "\"outcome=twice\"", "same[1].cells"),
  ])
  func `what is wrong is named with its path`(old: String, new: String, path: String) throws {
    do {
      _ = try Shipped.plan(replacing: old, with: new)
      Issue.record("\(new) was accepted")
    } catch let error as ConfigurationError {
      #expect(error.path == path, "\(error)")
      #expect(!error.remedy.isEmpty)
    }
  }

  @Test func `groups of a variable with several answers may not overlap`() throws {
    let groups = """

      [[dimensions]]
      id = "overlap"
      variable = "outcome"
      lines = ["a", "b"]
      groups = [
        { id = "a", label = { nl = "a", en = "a" }, codes = ["kept_contact", "advice"] },
        { id = "b", label = { nl = "b", en = "b" }, codes = ["advice", "shelter"] },
      ]
      """
    #expect(throws: ConfigurationError.self) { try Shipped.plan(adding: groups) }
  }

  @Test func `at most twenty tables share a margin`() throws {
    func tables(_ count: Int) -> String {
      (0..<count).map { index in
        """

        [[tables]]
        id = "X\(index)"
        title = { nl = "x", en = "x" }
        population = "P2"
        dimensions = ["gender", "age_coarse"]
        reach = "contract"
        """
      }.joined()
    }
    let shipped = try Shipped.plan().tables.count
    #expect(try Shipped.plan(adding: tables(20)).tables.count == shipped + 20)
    #expect(throws: ConfigurationError.self) { try Shipped.plan(adding: tables(21)) }
  }

  @Test(arguments: [
    "P3/2021", "P3/2021-Q3/gender=male", "P3/2019..2021/age_band=00_11|12_14/gender=female",
  ])
  func `a cell's key reads back as it is written`(text: String) {
    #expect(CellKey(text)?.description == text)
  }

  @Test(arguments: ["", "P3", "/2021", "P3/2021/", "P3/2021/gender", "P3/2021/=x", "P3/2021/a=b=c"])
  func `what is no key is refused`(text: String) {
    #expect(CellKey(text) == nil)
  }
}
