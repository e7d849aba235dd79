import Foundation
import Testing

@testable import Commands

/// The pages for people, held to what is there.
@Suite struct DocumentTests {
  static let root = Samples.folder.deletingLastPathComponent()
  static let pages: [String] = {
    let enumerator = FileManager.default.enumerator(atPath: root.path)
    let paths = (enumerator?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".md") }
    return paths.filter { !$0.hasPrefix(".") && !$0.contains("/.") && !$0.hasPrefix("demo/") }
      .sorted()
  }()

  @Test(arguments: pages)
  func `every link to a file leads to one`(page: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
    let folder = Self.root.appending(path: page).deletingLastPathComponent()
    let missing = text.matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/).map { String($0.output.1) }
      .filter { !FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
    #expect(missing == [])
  }

  @Test func `the architecture page names each target in its zone`() throws {
    let package = try String(
      contentsOf: Self.root.appending(path: "Package.swift"),
      encoding: .utf8
    )
    let page = try String(
      contentsOf: Self.root.appending(path: "Documentation/Architecture.md"),
      encoding: .utf8
    )
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }
    let rooms = package.matches(of: /room\(\s*\.([a-z]+),\s*"([A-Za-z]+)"/).map {
      (zone: $0.output.1.prefix(1).uppercased() + $0.output.1.dropFirst(), name: $0.output.2)
    }
    #expect(rooms.count > 15)
    let missing = rooms.filter { room in
      !rows.contains { $0.hasPrefix("| \(room.zone) |") && $0.contains("`\(room.name)`") }
    }
    #expect(missing.map(\.name) == [])
  }

  @Test(arguments: pages.filter { !$0.contains("Decisions/") })
  func `every command and option that a page shows is there`(page: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
    let verbs = Dictionary(uniqueKeysWithValues: Verb.all.map { ($0.name, $0) })
    var unknown: [String] = []
    for line in text.split(separator: "\n") where !line.contains("not yet") {
      for match in line.matches(of: /(?:^|[`\/ ])luwte ([a-z]+)((?: [^`|#]*)?)/) {
        let name = String(match.output.1)
        guard name != "help", name != "run" || verbs["run"] != nil else { continue }
        guard let verb = verbs[name] else {
          // Prose, such as "what luwte does": only code counts.
          if line.contains("`luwte \(name)") || line.hasPrefix("luwte ") { unknown.append(name) }
          continue
        }
        let options = verb.options.flatMap { [$0.name, $0.short ?? $0.name] } + ["--help", "-h"]
        for word in match.output.2.split(separator: " ") where word.hasPrefix("-") && word != "-" {
          let option = word.prefix { $0 != "=" && $0 != "]" && $0 != "," && $0 != ";" }
          if !options.contains(String(option)) { unknown.append("\(name) \(option)") }
        }
      }
    }
    #expect(unknown == [])
  }
}
