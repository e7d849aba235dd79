import Datasets
import JSON

/// The list of a release's files with size and SHA-256, written as `MANIFEST.json`.
public struct Manifest: Equatable, Sendable {
  /// The manifest's place in a release.
  public static let path = "MANIFEST.json"
  /// The format that is written and read.
  public static let format = "luwte-manifest/v1"

  /// The files, ordered by the bytes of their paths; the manifest itself is not among them.
  public let files: [ReleaseDraft.File]

  /// Makes a manifest of the files of a draft.
  public init(_ files: [ReleaseDraft.File]) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The manifest as JSON: one file a line, the same bytes for the same files.
  public var json: [UInt8] {
    var text = "{\n  \"format\": \"\(Self.format)\",\n  \"files\": ["
    for (index, file) in files.enumerated() {
      var json = JSONWriter()
      json.beginObject()
      json.key("path")
      json.string(file.path)
      json.key("bytes")
      json.integer(file.bytes)
      json.key("sha256")
      json.string(file.sha256)
      json.endObject()
      text += (index == 0 ? "\n    " : ",\n    ") + String(decoding: json.bytes, as: UTF8.self)
    }
    text += "\n  ]\n}\n"
    return Array(text.utf8)
  }

  /// Reads a manifest; `nil` where it is none, or names a file twice or outside the release.
  public init?(json bytes: [UInt8]) {
    let parsed = try? JSONParser().parse(bytes, in: 0..<bytes.count) { root in Self.files(root) }
    guard let files = parsed ?? nil else { return nil }
    self.init(files)
    guard Set(files.map(\.path)).count == files.count else { return nil }
  }

  private static func files(_ root: JSONValue) -> [ReleaseDraft.File]? {
    guard root["format"]?.string == format, let list = root["files"], list.kind == .array
    else { return nil }
    var result: [ReleaseDraft.File] = []
    var isValid = true
    list.forEachElement { element in
      guard let path = element["path"]?.string, isInside(path),
        let bytes = element["bytes"]?.integer, bytes >= 0,
        let sha256 = element["sha256"]?.string, sha256.utf8.count == 64
      else {
        isValid = false
        return
      }
      result.append(ReleaseDraft.File(path: path, bytes: bytes, sha256: sha256))
    }
    return isValid ? result : nil
  }

  /// Tells whether a path stays inside the release.
  private static func isInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.isEmpty && !path.utf8.contains(0)
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}

extension ReleaseDraft {
  /// Adds the manifest of all files added so far.
  ///
  /// - Throws: `DatasetError`.
  public func seal() throws(DatasetError) { try add(Manifest.path, Manifest(files).json) }
}
