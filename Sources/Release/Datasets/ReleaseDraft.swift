import Compression
import Cryptography

/// A release in the making: a folder beside its place that is renamed when it is whole.
///
/// A draft that is dropped leaves nothing at the release's place. Files are readable by all that
/// may enter the folder, as they are made to be given away.
public final class ReleaseDraft {
  /// A file of the release.
  public struct File: Equatable, Sendable {
    /// The path inside the release, with `/`.
    public let path: String
    /// The count of bytes.
    public let bytes: Int
    /// SHA-256 of the bytes, in hexadecimal.
    public let sha256: String

    /// Makes the description of a file.
    public init(path: String, bytes: Int, sha256: String) {
      self.path = path
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  /// Where the release will be.
  public let place: String
  /// The files so far, in the order they were added.
  public private(set) var files: [File] = []
  /// What the files hold, in the same order.
  public private(set) var contents: [(path: String, bytes: [UInt8])] = []
  private let folder: String
  private var isPublished = false

  /// Begins a release.
  ///
  /// - Parameter place: Where the release will be; its parent folder must be there.
  /// - Throws: `DatasetError.exists` where something stands there, or `.system`.
  public init(place: String) throws(DatasetError) {
    self.place = place
    folder = place + ".part"
    if Folder.exists(place) { throw .exists }
    do {
      // A draft that is left over belongs to a run that was killed.
      if Folder.exists(folder) { try Folder.remove(folder) }
      try Folder.create(folder, mode: 0o755)
    } catch { throw DatasetError(error, path: "") }
  }

  deinit { if !isPublished { try? Folder.remove(folder) } }

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - path: The path inside the release, with at most one folder in front.
  ///   - bytes: What the file holds.
  /// - Throws: `DatasetError.system` or `.digest`.
  public func add(_ path: String, _ bytes: [UInt8]) throws(DatasetError) {
    let digest: Digest
    do { digest = try SHA256.digest(of: bytes.span) } catch { throw .digest }
    do {
      let parts = path.split(separator: "/")
      if parts.count > 1 {
        let parent = folder + "/" + parts.dropLast().joined(separator: "/")
        if !Folder.exists(parent) { try Folder.create(parent, mode: 0o755) }
      }
      // Plain, whatever the name: what is packed was packed by the caller.
      let output = try OutputFile(verbatim: folder + "/" + path, mode: 0o644)
      try output.write(bytes)
      try output.finish()
    } catch { throw DatasetError(error, path: path) }
    contents.append((path, bytes))
    files.append(File(path: path, bytes: bytes.count, sha256: digest.hexadecimal))
  }

  /// Gives the release its place.
  ///
  /// - Throws: `DatasetError.exists` where something came to stand there meanwhile, or `.system`.
  public func publish() throws(DatasetError) {
    do {
      try Folder.rename(folder, to: place)
    } catch {
      if Folder.exists(place) { throw .exists }
      throw DatasetError(error, path: "")
    }
    isPublished = true
  }
}
