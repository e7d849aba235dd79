import Attestation
import Datasets
import Testing

struct ManifestTests {
  private let files = [
    ReleaseDraft.File(
      path: "tables/T01.csv.gz",
      bytes: 9,
      sha256: String(repeating: "0f", count: 32)
    ),
    ReleaseDraft.File(
      path: "datapackage.json",
      bytes: 0,
      sha256: String(repeating: "a1", count: 32)
    ),
  ]

  @Test func `a manifest reads back, ordered by path`() throws {
    let manifest = Manifest(files)
    #expect(manifest.files.map(\.path) == ["datapackage.json", "tables/T01.csv.gz"])
    #expect(Manifest(json: manifest.json) == manifest)
    #expect(Manifest(files.reversed()).json == manifest.json)
  }

  @Test(arguments: ["../x", "/etc/passwd", "a//b", "a/../b", "", ".", "a/"])
  func `a path outside the release is no manifest`(path: String) {
    let file = ReleaseDraft.File(path: path, bytes: 1, sha256: files[0].sha256)
    #expect(Manifest(json: Manifest([file]).json) == nil)
  }

  @Test func `a file that is named twice is no manifest`() {
    #expect(Manifest(json: Manifest([files[0], files[0]]).json) == nil)
    #expect(Manifest(json: Array("{}".utf8)) == nil)
    #expect(Manifest(json: Array("no".utf8)) == nil)
  }
}
