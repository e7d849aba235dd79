import Foundation
import Testing

struct WallTests {
  @Test func `no target reaches behind a wall`() throws {
    let graph = try PackageGraph.declared()
    #expect(graph.targets.count > 10)
    #expect(graph.brokenWalls == [])
  }

  @Test func `a planted arrow through a wall is seen`() {
    let graph = PackageGraph(targets: [
      "ChatLogs": .init(zone: "Identifying", dependencies: []),
      "Pseudonymisation": .init(zone: "Identifying", dependencies: ["ChatLogs"]),
      "Ledger": .init(zone: "Pseudonymous", dependencies: ["Pseudonymisation", "ChatLogs"]),
      "Tables": .init(zone: "Release", dependencies: ["Counts"]),
      "Counts": .init(zone: "Release", dependencies: ["Ledger"]),
    ])
    #expect(
      graph.brokenWalls == [
        "Counts reaches ChatLogs", "Counts reaches Ledger", "Counts reaches Pseudonymisation",
        "Ledger imports ChatLogs", "Tables reaches ChatLogs", "Tables reaches Ledger",
        "Tables reaches Pseudonymisation",
      ]
    )
  }

  @Test func `every C library is imported by exactly one target`() throws {
    let sources = PackageGraph.root.appending(path: "Sources")
    let modules = try FileManager.default.contentsOfDirectory(
      atPath: sources.appending(path: "System").path
    )
    var importers: [String: Set<String>] = [:]
    for (target, line) in try Self.importLines(below: sources) {
      for module in modules where line == "import \(module)" {
        importers[module, default: []].insert(target)
      }
    }
    for (module, targets) in importers {
      #expect(targets.count == 1, "\(module) is imported by \(targets.sorted())")
    }
  }

  @Test(arguments: [
    ("SanitizedContact", "Identifying/Pseudonymisation/SanitizedContact.swift"),
    ("RawContact", "Identifying/ChatLogs/RawContact.swift"),
    ("CodedContact", "Pseudonymous/Classification/CodedContact.swift"),
    ("ReleasableTable", "Release/DisclosureControl/ReleasableTable.swift"),
  ])
  func `a type that proves a step has no public initializer`(type: String, file: String) throws {
    let path = PackageGraph.root.appending(path: "Sources/\(file)")
    let text = try String(contentsOf: path, encoding: .utf8)
    let body = try #require(text.range(of: "public struct \(type)"))
    // Nested types come with their own indentation; the proof type's initializer has two spaces.
    let lines = text[body.lowerBound...].split(separator: "\n")
    #expect(!lines.contains { $0.hasPrefix("  public init") && !$0.hasPrefix("    ") })
    #expect(!text.contains("Decodable") || text.contains("no `Decodable`"))
  }

  private static func importLines(below folder: URL) throws -> [(target: String, line: String)] {
    var found: [(String, String)] = []
    let files = FileManager.default.enumerator(atPath: folder.path)
    while let path = files?.nextObject() as? String {
      guard path.hasSuffix(".swift") else { continue }
      let target = path.split(separator: "/").prefix(2).joined(separator: "/")
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      for line in text.split(separator: "\n") where line.contains("import ") {
        let words = line.split(separator: " ").drop { $0 != "import" }
        found.append((target, words.prefix(2).joined(separator: " ")))
      }
    }
    return found
  }
}
