import Glibc

/// A folder on disk, as far as making one beside its place and checking one needs it.
public enum Folder {
  /// What an entry of a folder is.
  public enum Kind: Equatable, Sendable {
    /// A plain file.
    case file
    /// A folder.
    case folder
    /// A link, pipe, device: nothing that is read.
    case other
  }

  /// Makes a folder that must not exist.
  public static func create(_ path: String, mode: UInt32 = 0o700) throws(CompressionError) {
    if unsafe mkdir(path, mode) != 0 { throw .system(code: errno) }
  }

  /// Tells whether something stands at a path, a broken link included.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Gives what lies in a folder, ordered by the bytes of the names.
  public static func entries(
    of path: String
  ) throws(CompressionError) -> [(name: String, kind: Kind)] {
    guard let folder = unsafe opendir(path) else { throw .system(code: errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        if errno != 0 { throw .system(code: errno) }
        break
      }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { start in
        unsafe start.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var result: [(name: String, kind: Kind)] = []
    for name in names { result.append((name, try kind(of: path + "/" + name))) }
    return result
  }

  /// Gives the paths of all plain files below a folder, relative to it, ordered by their bytes.
  ///
  /// Links are never followed; they and other special entries are given in `others`.
  public static func tree(
    below path: String
  ) throws(CompressionError) -> (files: [String], others: [String]) {
    var files: [String] = []
    var others: [String] = []
    var waiting = [""]
    while let prefix = waiting.popLast() {
      for (name, kind) in try entries(of: prefix.isEmpty ? path : path + "/" + prefix) {
        let relative = prefix.isEmpty ? name : prefix + "/" + name
        switch kind {
        case .file: files.append(relative)
        case .folder: waiting.append(relative)
        case .other: others.append(relative)
        }
      }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    others.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return (files, others)
  }

  /// Removes a folder and all that lies in it; links are removed and not followed.
  public static func remove(_ path: String) throws(CompressionError) {
    for (name, kind) in try entries(of: path) {
      let inner = path + "/" + name
      if kind == .folder {
        try remove(inner)
      } else if unsafe unlink(inner) != 0 {
        throw .system(code: errno)
      }
    }
    if unsafe rmdir(path) != 0 { throw .system(code: errno) }
  }

  /// Gives a folder its place, where nothing may stand.
  ///
  /// - Throws: `CompressionError.system` with `EEXIST` where something stands there.
  public static func rename(_ path: String, to place: String) throws(CompressionError) {
    if exists(place) { throw .system(code: EEXIST) }
    try FileSystem.rename(path, to: place)
  }

  private static func kind(of path: String) throws(CompressionError) -> Kind {
    var status = stat()
    if unsafe lstat(path, &status) != 0 { throw .system(code: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}
