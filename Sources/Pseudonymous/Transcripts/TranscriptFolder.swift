import Compression

/// The project's `transcripts/`: one file a night.
public enum TranscriptFolder {
  /// What every file's name ends in.
  public static let ending = ".jsonl.gz"

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
}
