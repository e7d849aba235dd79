import Compression

/// The project's `transcripts/`: one file a night.
public enum TranscriptFolder {
  /// What every file's name ends in.
  public static let ending = ".jsonl.gz"
  /// What the name of a draft ends in.
  static let draftEnding = ".jsonl"

  /// Gives the paths of all nights, ordered by the bytes of their names.
  ///
  /// - Throws: `TranscriptFileError.system`, also where there is no such folder.
  public static func nights(in folder: String) throws(TranscriptFileError) -> [String] {
    do {
      return try Folder.entries(of: folder)
        .filter { $0.kind == .file && !$0.name.hasPrefix(".") && $0.name.hasSuffix(ending) }
        .map { folder + "/" + $0.name }
    } catch { throw TranscriptFileError(error) }
  }

  /// Takes contacts out of a night's file; the file changes as a whole or not at all.
  ///
  /// - Parameters:
  ///   - contacts: The pseudonyms of their ids.
  ///   - path: The file.
  /// - Returns: How many were taken out; where none, the file is not written.
  /// - Throws: `TranscriptFileError`.
  @discardableResult
  public static func remove(_ contacts: Set<String>, from path: String) throws(TranscriptFileError)
    -> Int
  {
    var found = 0
    let look = try TranscriptReader(path: path)
    while let contact = try look.next() {
      if contacts.contains(contact.token) { found += 1 }
    }
    guard found > 0 else { return 0 }
    let reader = try TranscriptReader(path: path)
    do {
      let output = try OutputFile(path: path, effort: .fast, mode: 0o600)
      while let contact = try reader.next() {
        guard !contacts.contains(contact.token) else { continue }
        var lines = TranscriptLines()
        lines.append(contact)
        try output.write(lines.bytes)
      }
      try output.finish()
    } catch let error as CompressionError {
      throw TranscriptFileError(error)
    } catch let error as TranscriptFileError {
      throw error
    } catch {
      throw .system(code: 0)
    }
    return found
  }
}
