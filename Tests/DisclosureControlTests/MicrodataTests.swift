import Aggregation
import Configuration
import Testing

@testable import DisclosureControl

@Suite struct MicrodataTests {
  /// Worked by hand in Documentation/DisclosureControl.md.
  static let worked = """
    young f yes: 4
    young f no: 2
    young m yes: 1
    young m no: 2
    old f yes: 3
    old f no: 4
    old m yes: 1
    old m no: 1
    """

  @Test func `the worked table: five rows lose sex, then age, and nobody is left out`() throws {
    let release = try MicrodataLine().release(MicrodataLine.kinds(Self.worked))
    let file = try #require(release.microdata)
    #expect(
      MicrodataLine.text(file) == [
        "young f yes: 4", "young f no: 2", "old f yes: 3", "old f no: 4", ". . yes: 2",
        ". . no: 3",
      ]
    )
    #expect(file.columns.map(\.suppressed) == [5, 5, 0])
    #expect(file.columns.map(\.level) == ["age", "sex", "told"])
    // 5 of 18 values: 27.8 %.
    #expect(file.columns.map(\.lossTenths) == [278, 278, 0])
    #expect(file.rowsLeftOut == 0 && file.rows.count == 18)
  }

  @Test func `a coarser layout is taken where it loses less`() throws {
    // Children alone are 3: losing age for 3 of 23 costs 2 * 3 / 23, writing them with the young
    // costs 2 * (1 / 3) * 13 / 23, more; with 20 more children's worth of the young it is the same.
    let kinds = MicrodataLine.kinds(
      """
      child f yes: 2
      child f no: 2
      young f yes: 3
      young f no: 3
      old f yes: 5
      old f no: 5
      """
    )
    let release = try MicrodataLine().release(kinds)
    let file = try #require(release.microdata)
    // By hand: fine layout: 4 children lose sex, then age: 4 < 5, so the smallest class, the young,
    // gives up its values too: 10 of 20 lose both = 2 * 0.5 + 0.5 = 1.5. Coarse layout: nobody is
    // suppressed, 10 of 20 have a line of 2 codes out of 4: 2 * 0.5 * 1 / 3 = 0.33.
    #expect(
      MicrodataLine.text(file) == [
        "under f yes: 5", "under f no: 5", "old f yes: 5", "old f no: 5",
      ]
    )
    #expect(file.columns.map(\.lossTenths) == [167, 0, 0])
  }

  @Test func `a large class of one answer is written more coarsely, never suppressed`() throws {
    // Suppressed it would tell, beside a table of age, that all six told the same.
    let kinds = MicrodataLine.kinds(
      """
      young f yes: 6
      old f yes: 3
      old f no: 4
      """
    )
    let release = try MicrodataLine().release(kinds)
    let file = try #require(release.microdata)
    #expect(file.columns[0].level == nil)
    #expect(MicrodataLine.text(file) == ["f yes: 9", "f no: 4"])
  }

  @Test func `nine tenths of one answer are too many, exactly nine tenths are not`() throws {
    let line = try MicrodataLine()
    let nine = try line.release(MicrodataLine.kinds("young f yes: 9\nyoung f no: 1"))
    #expect(nine.microdata?.rows.count == 10)
    let kinds = MicrodataLine.kinds("young f yes: 19\nyoung f no: 2")
    #expect(throws: DisclosureError.rowsNotAnonymous(file: "R")) {
      _ = try line.release(kinds)
    }
  }

  /// Three children join the ten young: 12 of 13 said yes is more than nine tenths, 11 of 13 is not.
  @Test func `the last rows keep the rule too, or the layout is not taken`() throws {
    let line = try MicrodataLine(
      """
      k = 5
      l = 2
      sensitive = ["told"]
      identifying = [{ levels = ["age"], weight = 1 }]
      """
    )
    let others = """

      young f yes: 9
      young f no: 1
      old f yes: 5
      old f no: 5
      """
    #expect(throws: DisclosureError.rowsNotAnonymous(file: "R")) {
      _ = try line.release(MicrodataLine.kinds("child f yes: 3" + others))
    }
    let made = try line.release(MicrodataLine.kinds("child f yes: 2\nchild f no: 1" + others))
    let file = try #require(made.microdata)
    #expect(
      MicrodataLine.text(file) == ["old yes: 5", "old no: 5", ". yes: 11", ". no: 2"]
    )
  }

  @Test func `k counts persons who share a nickname once`() throws {
    let line = try MicrodataLine()
    var counted = try line.rows(MicrodataLine.kinds("young f yes: 2\nyoung f no: 2"))
    func twin(_ visitor: Int?) throws -> PersonRow {
      try PersonRow(
        year: 2021,
        quarter: 1,
        recordKey: 0,
        codes: ["age": ["young"], "sex": ["f"], "told": ["yes"]],
        layout: line.layout,
        visitor: visitor
      )
    }
    let search = MicrodataSearch(counted, codebook: line.codebook)
    #expect(search.best() == nil)
    counted.add(try twin(7))
    #expect(MicrodataSearch(counted, codebook: line.codebook).best() != nil)
    var double = try line.rows(MicrodataLine.kinds("young f yes: 1\nyoung f no: 2"))
    for _ in 0..<2 { double.add(try twin(7)) }
    #expect(MicrodataSearch(double, codebook: line.codebook).best() == nil)
  }

  @Test func `rows refuse to tell what a table withheld, and name the cell`() throws {
    // Told by table: yes 20, no 3, unknown 0. The file would say "no: 3" by its column.
    let line = try MicrodataLine()
    let kinds = MicrodataLine.kinds("young f yes: 10\nyoung f no: 2\nold f yes: 10\nold f no: 2")
    let tables = try line.tables(["T"], kinds)
    let cells = [("yes", nil), ("no", nil), ("unknown", 0)].map { code, count in
      PublishedCell(
        key: CellKey(
          population: "P",
          period: "2021",
          conditions: [.init(variable: "told", codes: [code])]
        ),
        count: count
      )
    }
    let total = PublishedCell(
      key: CellKey(population: "P", period: "2021", conditions: []),
      count: 24
    )
    do {
      _ = try line.release(kinds, context: tables, earlier: [total] + cells)
      Issue.record("the rows left")
    } catch let error as DisclosureError {
      guard case .rowsGiveAway("R", let exposed) = error else { throw error }
      #expect(exposed.map(\.description) == ["P/2021/told=no"])
    }
  }

  @Test func `a value that a row lost is not told by a table, or the rows do not leave`() throws {
    // By hand: four young and two old men lose sex, then age. The table of age by answer has 8, 8, 7, 7;
    // less the women's rows (6 each) it tells 2 young men of each answer, and 1 old man of each.
    let line = try MicrodataLine()
    let kinds = MicrodataLine.kinds(
      """
      young f yes: 6
      young f no: 6
      young m yes: 2
      young m no: 2
      old f yes: 6
      old f no: 6
      old m yes: 1
      old m no: 1
      """
    )
    let alone = try line.release(kinds)
    let file = try #require(alone.microdata)
    #expect(MicrodataLine.text(file).suffix(2) == [". . yes: 3", ". . no: 3"])
    let tables = try line.tables(["AT"], kinds)
    let out = try line.control.protect(tables, earlier: [], patternCost: ArticleLine.cost)
    #expect(out.tables[0].withheldCount == 0)
    do {
      _ = try line.release(kinds, context: tables, earlier: out.publishedCells)
      Issue.record("the rows left")
    } catch let error as DisclosureError {
      guard case .rowsGiveAway("R", let exposed) = error else { throw error }
      // Whether they are men the table does not say.
      let told = exposed.map { $0.conditions.map { "\($0.variable)=\($0.codes[0])" }.joined() }
      #expect(Set(told) == ["age=young", "age=old"], "\(exposed)")
    }
  }

  @Test func `a second file of the same persons is refused, the same file again is not`() throws {
    let line = try MicrodataLine()
    let kinds = MicrodataLine.kinds(Self.worked)
    let first = try line.release(kinds)
    let counted = try line.rows(kinds)
    let layout = try #require(MicrodataSearch(counted, codebook: line.codebook).best())
    let known = KnownRows(first.publishedSums, counts: layout.counts)
    func again(_ control: DisclosureControl) throws -> ProtectedRelease {
      try control.protect(
        line.rows(kinds),
        context: [],
        earlier: first.publishedCells,
        rows: known,
        patternCost: ArticleLine.cost
      )
    }
    let second = try again(line.control)
    #expect(second.microdata?.rows == first.microdata?.rows)
    let other = KnownRows(
      first.publishedSums.map { PublishedSum(file: "Q", persons: $0.persons, keys: $0.keys) },
      counts: known.counts
    )
    #expect(throws: DisclosureError.rowsAreOut(file: "Q", period: "2021")) {
      _ = try line.control.protect(
        line.rows(kinds),
        context: [],
        earlier: first.publishedCells,
        rows: other,
        patternCost: ArticleLine.cost
      )
    }
  }

  /// Four classes of three: every row loses sex, and no combination is told alone.
  @Test func `rows that all lost a value count as out all the same`() throws {
    let line = try MicrodataLine()
    let kinds = MicrodataLine.kinds(
      """
      young f yes: 2
      young f no: 1
      young m yes: 1
      young m no: 2
      old f yes: 2
      old f no: 1
      old m yes: 1
      old m no: 2
      """
    )
    let release = try line.release(kinds)
    let file = try #require(release.microdata)
    #expect(
      MicrodataLine.text(file) == [
        "young . yes: 3", "young . no: 3", "old . yes: 3", "old . no: 3",
      ]
    )
    #expect(release.publishedCells.isEmpty && !release.publishedSums.isEmpty)
    let known = KnownRows(release.publishedSums)
    let years = try #require(Period("2019..2021"))
    func context(_ period: Period) -> [Period] {
      DisclosureControl.contextPeriods(of: period, earlier: release.publishedCells, rows: known)
    }
    #expect(context(years) == [Period(year: 2021)])
    #expect(context(Period(year: 2021).revised(1)) == [Period(year: 2021)])
    #expect(context(Period(year: 2020)) == [])
    let tables = try line.tables(["A"], kinds)
    var refused: CellKey?
    do {
      _ = try line.control.drawNoise(
        tables,
        earlier: release.publishedCells,
        rows: known,
        spent: [],
        random: { UInt64.random(in: .min ... .max) }
      )
    } catch {
      guard case .exactTablesAreOut(let key) = error else { throw error }
      refused = key
    }
    #expect(refused?.period == "2021")
  }

  @Test func `what a file said is read back as it was written, and damage is seen`() throws {
    let release = try MicrodataLine().release(MicrodataLine.kinds(Self.worked))
    let text =
      PublishedCell.write(release.publishedCells) + PublishedSum.write(release.publishedSums)
    #expect(PublishedCell.read(text) == release.publishedCells)
    #expect(PublishedSum.read(text) == release.publishedSums)
    #expect(PublishedSum.read("sum\tR\t3\tP/2021\n") == nil)
    #expect(PublishedSum.read("sum\tR\t3..3\n") == nil)
    #expect(PublishedSum.read("sum\tR\t3..3\tP\n") == nil)
  }

  /// What a plan may not ask for, and the path that the error names.
  @Test(arguments: [
    ("k = 5", "k = 4", "microdata[0].k"), ("l = 2", "l = 1", "microdata[0].l"),
    ("l = 2", "l = 4", "microdata[0].l"),
    ("k = 5", "k = 5\nreach = \"public\"", "microdata[0].reach"),
    ("sensitive = [\"told\"]", "sensitive = []", "microdata[0].sensitive"),
    ("sensitive = [\"told\"]", "sensitive = [\"sex\"]", "microdata[0].sensitive"),
    ("sensitive = [\"told\"]", "sensitive = [\"mood\"]", "microdata[0].sensitive"),
    ("\"age-coarse\"", "\"torn\"", "microdata[0].identifying[0].levels"),
    ("\"age\", \"age-coarse\"", "\"age-coarse\", \"age\"", "microdata[0].identifying[0].levels"),
    ("\"age\", \"age-coarse\"", "\"age\", \"sex\"", "microdata[0].identifying[0].levels"),
    ("weight = 2", "weight = 0", "microdata[0].identifying[0].weight"),
  ])
  func `what is wrong is named with its path`(old: String, new: String, path: String) throws {
    do {
      _ = try MicrodataLine(MicrodataLine.file.replacing(old, with: new))
      Issue.record("\(new) was accepted")
    } catch let error as ConfigurationError {
      #expect(error.path == path, "\(error)")
      #expect(!error.remedy.isEmpty)
    }
  }

  @Test func `partial counts add up`() throws {
    let line = try MicrodataLine()
    let kinds = MicrodataLine.kinds(Self.worked)
    var parts = try line.rows(Array(kinds[..<3]))
    try parts.merge(line.rows(Array(kinds[3...])))
    let whole = try line.rows(kinds)
    #expect(parts.groups == whole.groups)
  }
}
