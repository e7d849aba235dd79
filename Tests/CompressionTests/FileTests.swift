import Compression
import Foundation
import Testing

struct FileTests {
  private let folder: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("luwte-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.folder = folder.path
  }

  private func entries() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test(arguments: ["plain.txt", "packed.txt.gz"])
  func `a file appears under its name when it is finished, for its owner only`(name: String) throws
  {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/" + name
    let output = try OutputFile(path: path)
    try output.write("hallo\n")
    #expect(try entries() == [name + ".part"])
    try output.write([UInt8](repeating: 65, count: 600_000))
    try output.finish()
    #expect(try entries() == [name])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let input = try InputFile(path: path)
    let bytes = try input.readAll()
    #expect(bytes.count == 600_006)
    #expect(input.isCompressed == name.hasSuffix(".gz"))
    #expect(input.bytesRead == (attributes[.size] as? Int))
  }

  @Test func `a dropped output leaves what stood at its place`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/a"
    let first = try OutputFile(path: path)
    try first.write("1")
    try first.finish()
    try OutputFile(path: path).write("2")
    #expect(try entries() == ["a"])
    #expect(try InputFile(path: path).readAll() == Array("1".utf8))
  }

  @Test func `a missing file is an error with its code`() {
    #expect(throws: CompressionError.system(code: ENOENT)) { try InputFile(path: "/nowhere/x") }
    #expect(throws: CompressionError.system(code: EISDIR)) { try InputFile(path: "/").readAll() }
  }

  @Test func `an empty file named gz is a truncated stream`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/leeg.gz"
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: CompressionError.truncated(offset: 0)) { try InputFile(path: path).readAll() }
  }
}
