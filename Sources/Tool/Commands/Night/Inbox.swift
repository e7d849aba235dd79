import FoundationEssentials

/// The deliveries that wait for a night.
struct Inbox: Sendable {
  /// The folder.
  let path: String
  /// Chat logs, in byte order of their names.
  let inputs: [String]
  /// Files that are no chat logs by their name: nobody may think they were read.
  let strangers: [String]

  /// Endings of chat logs.
  static let endings = [".jsonl", ".jsonl.gz"]
  /// Endings of files that are still being delivered.
  static let unfinished = [".part", ".tmp"]

  /// Looks into a folder, not below it.
  ///
  /// Names that begin with a dot, and names of unfinished deliveries, are passed over.
  init(_ path: String) {
    var inputs: [String] = []
    var strangers: [String] = []
    for name in Folders.names(in: path) where !name.hasPrefix(".") {
      if Self.unfinished.contains(where: name.hasSuffix) { continue }
      if Self.endings.contains(where: name.hasSuffix) {
        inputs.append(path + "/" + name)
      } else {
        strangers.append(path + "/" + name)
      }
    }
    self.path = path
    self.inputs = inputs
    self.strangers = strangers
  }
}
