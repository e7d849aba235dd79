import Aggregation
import Codebook
import Compression
import DisclosureControl
import Foundation
import JSON
import Testing

@testable import Datasets

struct ReleaseTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/luwte-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func write(_ release: ProtectedRelease, to place: String) throws -> [ReleaseDraft.File] {
    let draft = try ReleaseDraft(place: place)
    try draft.add(Example.description, release)
    try draft.publish()
    return draft.files
  }

  @Test func `a release reads back, and two runs give the same bytes`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let release = try #require(try ArticleLine.releases()[2021])
    let first = try write(release, to: folder + "/a")
    let second = try write(try #require(try ArticleLine.releases()[2021]), to: folder + "/b")
    #expect(first == second)
    let read = try DatasetRelease.read(folder + "/a")
    #expect(read.description == Example.description)
    #expect(read.tables == release.tables.map(DatasetTable.init))
    #expect(first.map(\.path).suffix(2) == ["datapackage.json", "report.html"])
  }

  @Test func `the data package gives size and hash of the compressed files`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let release = try #require(try ArticleLine.releases()[2021])
    let files = try write(release, to: folder + "/a")
    let bytes = try InputFile(path: folder + "/a/datapackage.json").readAll()
    var seen = 0
    try JSONParser().parse(bytes, in: 0..<bytes.count) { root in
      #expect(root["name"]?.string == "2021-centre")
      root["resources"]?.forEachElement { resource in
        let file = files.first { $0.path == resource["path"]?.string }
        #expect(resource["compression"]?.string == "gz")
        #expect(resource["bytes"]?.integer == file?.bytes)
        #expect(resource["hash"]?.string == file.map { "sha256:\($0.sha256)" })
        seen += 1
      }
    }
    #expect(seen == release.tables.count && seen >= 13)
  }

  @Test func `the report begins with the article's sentences, with their bases`() throws {
    let release = try #require(try ArticleLine.releases()[2021])
    let figures = release.figures.compactMap { ReportFigure($0, in: release.tables) }
    let english = ReportSentence.all(figures, .en).map { $0.replacing("\u{A0}", with: " ") }
    #expect(english[0] == "In 2021 285 victims contacted the line, 14 % more than the 250 of 2020.")
    let wanted = [
      "54 of the 285 (18.9 %) were under 15, after 15.2 % in 2020.",
      "46 of the 285 (16.1 %) were exploited by one or both parents, after 14.0 % in 2020.",
      "271 of the 285 (95.1 %) were not in view of care or police (an unknown answer never counts"
        + " as that), after 65.2 % in 2020.",
      "71 of the 285 (24.9 %) had been exploited for five years or longer, after 20.0 % in 2020.",
      "214 of the 285 (75.1 %) were still in the situation, after 72.0 % in 2020.",
      "The number for “accompanied to the police” is withheld to protect the people behind it.",
      "What can be said: 25 of the 285 (8.8 %) were met, or accompanied to the police.",
    ]
    for sentence in wanted { #expect(english.contains(sentence), "\(sentence): \(english)") }
    let dutch = ReportSentence.all(figures, .nl).map { $0.replacing("\u{A0}", with: " ") }
    #expect(
      dutch[0]
        == "In 2021 namen 285 slachtoffers contact op met de lijn, 14 % meer dan de 250 van 2020."
    )
    #expect(dutch.contains("54 van de 285 (18,9 %) waren jonger dan 15, na 15,2 % in 2020."))
    let page = String(
      decoding: Report.html(Example.description, release.tables.map(DatasetTable.init), figures),
      as: UTF8.self
    )
    let paragraph = try #require(page.range(of: "<p class=\"lead\">In 2021 namen 285"))
    #expect(!page[..<paragraph.lowerBound].contains("<p"))
    #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
  }

  @Test func `what could be markup is text in the report`() {
    let page = String(
      decoding: Report.html(Example.description, [Example.table], []),
      as: UTF8.self
    )
    #expect(page.contains("slachtoffers, &quot;alle&quot;"))
    #expect(page.contains("<svg"))
  }

  @Test func `a fall and an equal number are said as such`() {
    func headline(_ change: DatasetChange) -> String {
      let cell = ReportFigure.Cell(
        lines: [],
        labels: [],
        count: .count(100),
        share: .impossible,
        change: change
      )
      let figure = ReportFigure(
        id: "F2",
        label: Label(nl: "", en: ""),
        period: "2021",
        cell: cell,
        previous: nil,
        instead: nil
      )
      return ReportSentence.all([figure], .en).joined().replacing("\u{A0}", with: " ")
    }
    let start = "In 2021 100 victims contacted the line"
    #expect(
      headline(.tenths(-200, base: 125, period: "2020"))
        == "\(start), 20 % fewer than the 125 of 2020."
    )
    #expect(
      headline(.tenths(0, base: 100, period: "2020")) == "\(start), as many as the 100 of 2020."
    )
    #expect(headline(.withheld) == "\(start).")
  }

  @Test func `a damaged release is refused with the file and the place`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let place = folder + "/a"
    _ = try write(try #require(try ArticleLine.releases()[2021]), to: place)
    let url = URL(filePath: place + "/tables/T03.csv.gz")
    let text = String(decoding: try Gzip.decompress([UInt8](Data(contentsOf: url))), as: UTF8.self)
    let changed = text.replacing("under_15,54", with: "under_15,fifty")
    try Data(try Gzip.compress(Array(changed.utf8))).write(to: url)
    #expect {
      try DatasetRelease.read(place)
    } throws: { error in
      guard case DatasetError.malformed("tables/T03.csv.gz", let reason) = error else {
        return false
      }
      return reason.hasSuffix("column count")
    }
  }
}
