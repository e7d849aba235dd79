import Compression
import FoundationEssentials

/// Folders of a project: made for their owner alone.
enum Folders {
  /// Makes a folder and those above it, mode 0700; does nothing where it is there.
  static func make(_ path: String) throws(Complaint) {
    do {
      try FileManager.default.createDirectory(
        atPath: path,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    } catch {
      throw .unwritable(path, "the folder cannot be made")
    }
  }

  /// The names in a folder, in byte order; empty where there is no folder.
  static func names(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Tells whether there is a file or folder.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}

extension Folders {
  /// Tells whether a path is free, or a folder.
  static func isFolderOrFree(_ path: String) -> Bool {
    var isFolder = false
    return !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) || isFolder
  }

  /// Writes a text file, mode 0600, made beside its place and then renamed.
  static func write(_ text: String, to path: String) throws(Complaint) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes a file, mode 0600, made beside its place and then renamed.
  static func write(_ bytes: [UInt8], to path: String) throws(Complaint) {
    do throws(CompressionError) {
      let file = try OutputFile(path: path)
      try file.write(bytes)
      try file.finish()
    } catch {
      throw .unwritable(path, error)
    }
  }

  /// Removes a file or folder with all in it; does nothing where there is none.
  static func remove(_ path: String) throws(Complaint) {
    guard exists(path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw .unwritable(path, "it cannot be removed")
    }
  }

  /// Gives a finished folder its place, where nothing or an empty folder may be.
  static func move(_ draft: String, to path: String) throws(Complaint) {
    if exists(path), names(in: path).isEmpty { try remove(path) }
    do {
      try FileManager.default.moveItem(atPath: draft, toPath: path)
    } catch {
      throw .unwritable(path, "\(draft) cannot be moved there")
    }
  }
}
