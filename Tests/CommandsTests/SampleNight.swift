import Compression
import Foundation
import Keys
import Testing

@testable import Commands

/// The sample night, run in a throw-away project under keys that a test makes.
struct SampleNight {
  /// The project's folder.
  let path: String
  /// What the run said.
  let report: NightReport
  let status: Commands.ExitStatus
  let said: RecordingConsole

  static let inbox = Place.repository + "/Samples/night/inbox"

  /// Makes a project, fills its inbox, runs a night, hands it over, and removes it.
  static func run<Result>(
    inbox: [String] = [inbox],
    threads: Int = 2,
    nights: Int = 1,
    onTerminal: Bool = false,
    changing setting: (from: String, to: String)? = nil,
    _ body: (SampleNight) async throws -> Result
  ) async throws -> Result {
    try await Place.withFolder { path in
      let console = RecordingConsole()
      let world = console.world(shippedFiles: Place.repository, showsProgress: onTerminal)
      #expect(await Luwte.run(["init", path], in: world) == .done)
      if let setting {
        let file = "\(path)/redaction.toml"
        let text = try readText(file)
        #expect(text.contains(setting.from))
        try text.replacing(setting.from, with: setting.to)
          .write(toFile: file, atomically: true, encoding: .utf8)
      }
      for folder in inbox {
        for name in Folders.names(in: folder) {
          try FileManager.default.copyItem(
            atPath: "\(folder)/\(name)",
            toPath: "\(path)/inbox/\(name)"
          )
        }
      }
      var last: (report: NightReport, status: Commands.ExitStatus)?
      for _ in 0..<nights { last = try await night(path, world: world, threads: threads) }
      let (report, status) = try #require(last)
      return try await body(
        SampleNight(path: path, report: report, status: status, said: console)
      )
    }
  }

  private static func night(_ path: String, world: World, threads: Int) async throws
    -> (report: NightReport, status: Commands.ExitStatus)
  {
    let verb = try #require(Verb.all.first { $0.name == "run" })
    let call = try Invocation.parse(
      ["--project", path, "--threads", "\(threads)"],
      for: verb,
      in: world
    )
    let workshop = try Workshop.open(call)
    let keyring = try Keyring.fixed(testSeed: "sample night")
    return try await NightRun(
      workshop: workshop,
      project: try #require(workshop.project),
      keyring: keyring,
      line: try workshop.assemblyLine(keyring: keyring),
      console: world.console,
      now: world.now
    ).run()
  }

  /// Every file that the night made, by its path in the project, gzip decompressed.
  ///
  /// The inbox is left out: it is what was delivered.
  func outputs() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let all = FileManager.default.enumerator(atPath: path)
    while let name = all?.nextObject() as? String {
      let isFolder =
        (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)")) != nil
      guard !isFolder, !name.hasPrefix("inbox/"), !name.hasSuffix(".toml") else { continue }
      files[name] = try InputFile(path: "\(path)/\(name)").readAll()
    }
    return files
  }
}

/// One contact's identifying details, from `Samples/night/details.jsonl`.
struct NightDetails: Decodable {
  struct Entity: Decodable {
    let type: String
    let text: String
  }
  struct Field: Decodable {
    let field: String
    let text: String
  }

  let contact_id: String
  let entities: [Entity]
  let withheld: [Field]

  static func all() throws -> [NightDetails] {
    let text = try String(
      contentsOfFile: Place.repository + "/Samples/night/details.jsonl",
      encoding: .utf8
    )
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(NightDetails.self, from: Data($0.utf8))
    }
  }

  /// The texts that are no ordinary words: a search for them can find nothing but a leak.
  ///
  /// Ages, dates and pieces of split numbers are left out; they are asserted by field.
  var searchable: [String] {
    let inText = entities.filter { $0.type != "AGE" && $0.type != "DATE" }.map(\.text)
    return ([contact_id] + inText + withheld.map(\.text)).filter { text in
      text.unicodeScalars.count > 4
        && text.unicodeScalars.contains { $0.properties.isAlphabetic || text.count > 6 }
    }
  }
}
