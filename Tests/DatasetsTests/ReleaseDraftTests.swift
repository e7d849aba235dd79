import Compression
import Datasets
import Foundation
import Testing

struct ReleaseDraftTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/luwte-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  @Test func `a release appears whole or not at all`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let place = folder + "/2021"
    do {
      let dropped = try ReleaseDraft(place: place)
      try dropped.add("tables/a.csv", [1])
    }
    #expect(try Folder.entries(of: folder).isEmpty)
    let draft = try ReleaseDraft(place: place)
    try draft.add("tables/a.csv", Array("abc".utf8))
    try draft.add("b.json", [])
    #expect(!Folder.exists(place))
    try draft.publish()
    #expect(try Folder.tree(below: place).files == ["b.json", "tables/a.csv"])
    // FIPS 180-4, example of one block.
    #expect(
      draft.files[0]
        == ReleaseDraft.File(
          path: "tables/a.csv",
          bytes: 3,
          sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
    )
  }

  @Test func `nothing is written over`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Folder.create(folder + "/2021")
    #expect(throws: DatasetError.exists) { try ReleaseDraft(place: folder + "/2021") }
    let draft = try ReleaseDraft(place: folder + "/2022")
    try Folder.create(folder + "/2022")
    #expect(throws: DatasetError.exists) { try draft.publish() }
  }
}
