import FoundationEssentials

/// The files that come with the program: `Lexicons/` and `Samples/`.
enum ShippedFiles {
  /// The nearest folder, from the binary's upwards, that holds both; also `../share/luwte`.
  static func find(from folder: String) -> String? {
    var folder = folder
    while true {
      for candidate in [folder, folder + "/share/luwte"]
      where FileManager.default.fileExists(atPath: candidate + "/Samples/project/codebook.toml")
        || FileManager.default.fileExists(atPath: candidate + "/Samples/project/luwte.toml")
      {
        return candidate
      }
      guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { return nil }
      folder = String(folder[..<slash])
    }
  }
}
