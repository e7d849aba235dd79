import Foundation
import Testing

@testable import Commands

/// The two halves of the risk report, by the command.
struct RiskReportTests {
  private struct Report: Decodable {
    struct Combination: Decodable {
      let variables: [String]
      let smallest: Int
      let persons_in_groups_of: [Int]
    }
    struct Interval: Decodable {
      let release: String
      let cell: String
      let from: Int
      let to: Int
    }
    struct WeakLinks: Decodable {
      let table: String
      let cells: Int
      let shown: Int
    }
    struct Joint: Decodable {
      let release: String
      let tokens: Int
    }
    let release: String
    let threshold: Int
    let persons: Int
    let uniqueness: [Combination]
    let intervals: [Interval]
    let weak_links: [WeakLinks]
    let joint_tokens: [Joint]
  }

  private func report(_ release: String) async throws -> Report {
    let project = try await SampleReleases.project.value
    let file = "\(project)/evidence/risk-\(release).json"
    return try JSONDecoder().decode(Report.self, from: Data(contentsOf: URL(filePath: file)))
  }

  @Test func `the line keeps the whole report beside its evidence, for its own eyes`() async throws
  {
    let found = try await report("2021-research-centre")
    #expect(found.threshold == 10)
    // The victims of 2021 in `Samples/line/figures.json`.
    #expect(found.persons == 285)
    // The variables of the public tables of persons, alone, in pairs and in triples.
    let singles = found.uniqueness.filter { $0.variables.count == 1 }.count
    #expect(singles == 8)
    #expect(found.uniqueness.count == 8 + 28 + 56)
    #expect(found.uniqueness.allSatisfy { $0.persons_in_groups_of.count == 9 })
    // 7 persons under 12 are the smallest band but for those that nobody is in.
    let age = try #require(found.uniqueness.first { $0.variables == ["age_band"] })
    #expect(age.persons_in_groups_of[6] >= 7)
    // Every sensitive cell keeps a width of nine, over all three releases.
    #expect(Set(found.intervals.map(\.release)).count == 3)
    #expect(
      found.intervals.filter { $0.cell.contains("age_band") }.allSatisfy { $0.to - $0.from >= 9 }
    )
    let widths = found.intervals.map { $0.to - $0.from }
    #expect(widths == widths.sorted(), "narrowest first")
    #expect(found.weak_links.allSatisfy { $0.shown == 0 })
    #expect(found.joint_tokens.map(\.release) == ["2019-research-centre", "2020-research-centre"])
    #expect(found.joint_tokens.allSatisfy { $0.tokens == 0 })
    let project = try await SampleReleases.project.value
    for ending in ["txt", "json"] {
      let file = "\(project)/evidence/risk-2021-research-centre.\(ending)"
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func `the release holds what its cells give, and no more`() async throws {
    let project = try await SampleReleases.project.value
    let place = "\(project)/releases/2021-research-centre"
    let risk = try String(contentsOfFile: "\(place)/risk.json", encoding: .utf8)
    #expect(risk.contains("\"tokens\": 0"))
    #expect(risk.contains("\"table\": \"T03\""))
    #expect(!risk.contains("unique"))
    for name in FileManager.default.enumerator(atPath: place)?.allObjects as? [String] ?? [] {
      #expect(!name.contains("risk-"), "\(name)")
    }
    #expect(await luwte(shipped: "verify", place).status == .done)
    try await Place.withFolder { copy in
      try FileManager.default.copyItem(atPath: place, toPath: copy)
      try risk.replacing("\"tokens\": 0", with: "\"tokens\": 4")
        .write(toFile: "\(copy)/risk.json", atomically: true, encoding: .utf8)
      let found = await luwte(shipped: "verify", copy)
      #expect(found.status == .checkFailed)
      #expect(
        found.error.contains("risk.json: it does not say what the tables give"),
        "\(found.error)"
      )
    }
  }
}
