import Cryptography
import Glibc

/// A folder of secrets: 0700, files 0600, all of them the caller's own and none of them a link.
struct KeyFolder: Sendable {
  let path: String

  /// The bits of group and world.
  private static let others: UInt32 = 0o077

  func path(of name: String) -> String { "\(path)/\(name)" }

  // MARK: Checks

  /// Makes the folder; one that is there already must be the caller's own.
  func make() throws(KeyringError) {
    if unsafe mkdir(path, 0o700) != 0 {
      guard errno == EEXIST else { throw failed("mkdir", path) }
    }
    try check()
  }

  /// Refuses a folder that others can enter.
  func check() throws(KeyringError) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      if errno == ENOENT { throw .absent(path: path) }
      throw failed("lstat", path)
    }
    try Self.check(status, path: path, kind: S_IFDIR)
  }

  private static func check(_ status: stat, path: String, kind: mode_t) throws(KeyringError) {
    guard status.st_mode & S_IFMT == kind else { throw .notPlain(path: path) }
    guard status.st_uid == geteuid() else {
      throw .ownedByAnother(path: path, owner: status.st_uid)
    }
    guard status.st_mode & others == 0 else {
      throw .openToOthers(path: path, mode: status.st_mode & 0o7777)
    }
  }

  /// Whether a file is there.
  func contains(_ name: String) -> Bool { unsafe access(path(of: name), F_OK) == 0 }

  /// Refuses keys inside a folder from which files leave, and such a folder inside the keys.
  ///
  /// Links are followed first; an output that does not exist yet counts by its parent.
  func refuse(inside outputs: [String]) throws(KeyringError) {
    guard let own = Self.canonical(path) else { return }
    for output in outputs {
      guard let other = Self.canonical(output) else { continue }
      if own == other || own.hasPrefix(other + "/") || other.hasPrefix(own + "/") {
        throw .insideOutput(path: path, output: output)
      }
    }
  }

  /// Refuses a file or folder inside another.
  func refuse(below output: String) throws(KeyringError) {
    guard let own = Self.canonical(path), let other = Self.canonical(output) else { return }
    if own == other || own.hasPrefix(other + "/") {
      throw .insideOutput(path: path, output: output)
    }
  }

  private static func canonical(_ path: String) -> String? {
    if let found = unsafe realpath(path, nil) {
      defer { unsafe free(found) }
      return unsafe String(cString: found)
    }
    guard let slash = path.lastIndex(of: "/") else {
      return canonical(".").map { "\($0)/\(path)" }
    }
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    guard parent != path, !parent.isEmpty else { return nil }
    return canonical(parent).map { "\($0)/\(path[path.index(after: slash)...])" }
  }

  // MARK: Files

  /// Calls `body` with an open file that is the caller's own and closed to others.
  func reading<Result>(
    _ name: String,
    _ body: (Int32) throws(KeyringError) -> Result
  ) throws(KeyringError) -> Result {
    let file = path(of: name)
    let descriptor = unsafe open(file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw .absent(path: file) }
      if errno == ELOOP { throw .notPlain(path: file) }
      throw failed("open", file)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failed("fstat", file) }
    try Self.check(status, path: file, kind: S_IFREG)
    return try body(descriptor)
  }

  /// The bytes of a file that holds no secret.
  func bytes(of name: String) throws(KeyringError) -> [UInt8] {
    try reading(name) { descriptor throws(KeyringError) in
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = unsafe buffer.withUnsafeMutableBytes { target in
          unsafe read(descriptor, target.baseAddress, target.count)
        }
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else { throw failed("read", path(of: name)) }
        if count == 0 { return bytes }
        bytes.append(contentsOf: buffer[..<count])
      }
    }
  }

  /// Writes a file whole or not at all: beside its place first, on disk, then moved.
  func write(_ name: String, _ body: (Int32) throws(KeyringError) -> Void) throws(KeyringError) {
    let file = path(of: name)
    let draft = file + ".new"
    unsafe unlink(draft)
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failed("open", draft) }
    do throws(KeyringError) {
      defer { close(descriptor) }
      try body(descriptor)
      guard fsync(descriptor) == 0 else { throw failed("fsync", draft) }
    } catch {
      unsafe unlink(draft)
      throw error
    }
    guard unsafe rename(draft, file) == 0 else { throw failed("rename", file) }
    try sync()
  }

  /// Writes bytes that are no secret, or sealed.
  func write(_ name: String, bytes: [UInt8]) throws(KeyringError) {
    try write(name) { descriptor throws(KeyringError) in
      var written = 0
      while written < bytes.count {
        let count = unsafe bytes.withUnsafeBytes { source in
          unsafe Glibc.write(
            descriptor,
            source.baseAddress.map { unsafe $0 + written },
            source.count - written
          )
        }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw failed("write", path(of: name)) }
        written += count
      }
    }
  }

  /// Overwrites a file with random bytes and removes it.
  ///
  /// A journal, a copy-on-write file system, a solid-state disk or a backup may still hold the old
  /// bytes; that is why roots are sealed at rest.
  func destroy(_ name: String) throws(KeyringError) {
    let file = path(of: name)
    let descriptor = unsafe open(file, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor >= 0 {
      defer { close(descriptor) }
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else { throw failed("fstat", file) }
      let noise = try KeyringError.wrap { () throws(CryptographyError) in
        try SecureBytes(random: min(max(Int(status.st_size), 1), 4_096))
      }
      try KeyringError.wrap { () throws(CryptographyError) in try noise.write(to: descriptor) }
      guard fsync(descriptor) == 0 else { throw failed("fsync", file) }
    } else if errno != ENOENT {
      throw failed("open", file)
    }
    guard unsafe unlink(file) == 0 || errno == ENOENT else { throw failed("unlink", file) }
    try sync()
  }

  /// Puts the folder's entries on disk.
  private func sync() throws(KeyringError) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failed("open", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failed("fsync", path) }
  }

  /// Keeps other processes from changing the keyring while `body` runs.
  func exclusively<Result>(_ body: () throws(KeyringError) -> Result) throws(KeyringError)
    -> Result
  {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failed("open", path) }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw failed("flock", path) }
    }
    return try body()
  }

  private func failed(_ call: String, _ path: String) -> KeyringError {
    .system(path: path, call: call, code: errno)
  }
}
