import Foundation
import Testing

@testable import Codebook

struct SchemaTests {
  /// The keys that a table of the schema allows.
  private func keys(_ path: [String]) throws -> Set<String> {
    let file = ShippedCodebook.file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Schemas/codebook.v1.schema.json")
    var node = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    for step in path {
      let properties = node?["properties"] as? [String: Any]
      node = properties?[step] as? [String: Any]
      if let items = node?["items"] as? [String: Any] { node = items }
    }
    return Set((node?["properties"] as? [String: Any] ?? [:]).keys)
  }

  @Test func `the schema names exactly the keys that are read`() throws {
    #expect(try keys([]) == Set(Codebook.keys))
    #expect(try keys(["variables"]) == Set(Variable.keys))
    #expect(try keys(["rules"]) == Set(CodingRule.keys))
    #expect(try keys(["coding"]) == Set(CodingPlan.keys))
  }
}
