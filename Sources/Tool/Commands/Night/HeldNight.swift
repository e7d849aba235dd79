import Transcripts

/// A night whose transcripts are not kept, because the leak check found known values in them.
struct HeldNight: Equatable, Sendable {
  /// The night's name, such as `night-000001`.
  let name: String
  /// Its number in the ledger.
  let run: Int

  /// Where transcripts wait for the leak check, below `transcripts/`; they stay when it finds
  /// something.
  static let folder = "held"

  /// The name of a run's night.
  static func name(ofRun number: Int) -> String {
    "night-" + String(repeating: "0", count: max(0, 6 - "\(number)".count)) + "\(number)"
  }

  /// Reads a name; `nil` where it is no night's.
  init?(name: String) {
    guard name.hasPrefix("night-"), let run = Int(name.dropFirst(6)), run > 0,
      Self.name(ofRun: run) == name
    else { return nil }
    self.name = name
    self.run = run
  }

  /// The nights that are held, in order.
  static func all(of project: ProjectFolder) -> [HeldNight] {
    Folders.names(in: "\(project.place("transcripts"))/\(folder)").compactMap { name in
      guard name.hasSuffix(TranscriptFolder.ending) else { return nil }
      return HeldNight(name: String(name.dropLast(TranscriptFolder.ending.count)))
    }
  }

  /// The file, held.
  func file(of project: ProjectFolder) -> String {
    "\(project.place("transcripts"))/\(Self.folder)/\(name)\(TranscriptFolder.ending)"
  }

  /// Where the file is when nothing stands in it any more.
  func place(of project: ProjectFolder) -> String {
    "\(project.place("transcripts"))/\(name)\(TranscriptFolder.ending)"
  }
}
