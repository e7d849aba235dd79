import Foundation
import Testing

@testable import Commands

/// `luwte train` and what uses its model, on invented contacts in a tongue that no rule knows.
struct TrainTests {
  private static let chats = (0..<80).map { number in
    (
      contact: """
      {"contact_id":"c\(number)","started_at":"2021-11-18T21:00:00+01:00","messages":\
      [{"from":"visitor","text":"het is zo \(number % 4 < 2 ? "zorbel" : "wimpel") allemaal hier bij ons"}]}
      """,
      gold: """
      {"contact_id":"c\(number)","codes":\
      {"topic_trafficking":"\(number % 4 < 2 ? "yes" : "no")"}}
      """
    )
  }

  private struct Said {
    let status: Commands.ExitStatus
    let output: String
    let error: String
  }

  private func withChats(
    _ body: (_ folder: String, _ luwte: (String...) async -> Said) async throws -> Void
  ) async throws {
    try await Place.withFolder { path in
      try FileManager.default.createDirectory(
        at: URL(filePath: path),
        withIntermediateDirectories: true
      )
      for (name, lines) in [
        ("c.jsonl", Self.chats.map(\.contact)), ("g.jsonl", Self.chats.map(\.gold)),
      ] {
        try lines.joined(separator: "\n")
          .write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
      }
      try await body(path) { words in
        let console = RecordingConsole()
        let status = await Luwte.run(words, in: console.world(shippedFiles: Place.repository))
        return Said(status: status, output: console.output, error: console.error)
      }
    }
  }

  @Test func `a model is trained, measured and reported`() async throws {
    try await withChats { folder, luwte in
      let (chats, gold, model) = (folder + "/c.jsonl", folder + "/g.jsonl", folder + "/m")
      let trained = await luwte("train", "--contacts", chats, "--gold", gold, "-o", model)
      #expect(trained.status == .done)
      #expect(trained.output.contains("80 coded contacts, 5 folds"))
      #expect(trained.output.contains("model: 1 codes may be claimed"))
      #expect(!trained.output.contains("zorbel"))
      // Worked by hand: rules say no of all 80, 40 of them rightly, so F1 = 2*40/(40+80) and no
      // agreement beyond chance; the model puts the other 40 right.
      #expect(
        Self.rows(of: "topic_trafficking=no", in: trained.output).first
          == ["0.667", "1.000", "0.000", "1.000"]
      )
      #expect(
        Self.rows(of: "topic_trafficking=yes", in: trained.output).first
          == ["0.000", "1.000", "0.000", "1.000"]
      )
      let first = try Data(contentsOf: URL(filePath: model))
      _ = await luwte("train", "--contacts", chats, "--gold", gold, "-o", model)
      #expect(try Data(contentsOf: URL(filePath: model)) == first)

      let rules = await luwte("evaluate", "--contacts", chats, "--gold", gold, "--json")
      #expect(rules.output.contains(#""topic_trafficking":{"contacts":80,"accuracy":0.5000,"#))
      let both = await luwte(
        "evaluate",
        "--contacts",
        chats,
        "--gold",
        gold,
        "--json",
        "--model",
        model
      )
      #expect(both.output.contains(#""topic_trafficking":{"contacts":80,"accuracy":1.0000,"#))
    }
  }

  /// The cells of the lines that begin with a name.
  private static func rows(of name: String, in text: String) -> [[String]] {
    text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      .filter { $0.first == name }.map { Array($0.dropFirst()) }
  }

  @Test func `a model holds no name, and no word of fewer than ten visitors`() async throws {
    try await withChats { folder, luwte in
      let path = folder + "/c.jsonl"
      let chats = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      try chats.enumerated().map { number, line in
        // A name in each chat; a rare word in half of them, all by one visitor or by nine.
        let rare = number % 2 == 0 ? "een knurftig " : ""
        return line.replacing("bij ons", with: "bij \(rare)ons, ik ben Fatima, bel 0612345678")
          .replacing(
            #""messages""#,
            with: #""visitor":{"id":"p\#(number % 2 == 0 ? number % 9 : number)"},"messages""#
          )
      }
      .joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
      let (gold, model) = (folder + "/g.jsonl", folder + "/m")
      let trained = await luwte("train", "--contacts", path, "--gold", gold, "-o", model)
      #expect(trained.status == .done)
      let bytes = try String(contentsOfFile: model, encoding: .utf8)
      #expect(bytes.contains(#""v wimpel""#) && bytes.contains("v <PERSON>"))
      for text in ["fatima", "knurf", "0612", "1234"] {
        #expect(!bytes.lowercased().contains(text))
      }
      let lower = await luwte(
        "train",
        "--contacts",
        path,
        "--gold",
        gold,
        "-o",
        model,
        "--least",
        "9"
      )
      #expect(lower.status == .usage)
      #expect(lower.error.contains("--least"))
    }
  }

  @Test func `nothing is written where no code keeps the precision`() async throws {
    try await withChats { folder, luwte in
      let said = await luwte(
        "train",
        "--contacts",
        folder + "/c.jsonl",
        "--gold",
        folder + "/g.jsonl",
        "-o",
        folder + "/m",
        "--precision",
        "99"
      )
      #expect(said.status == .checkFailed)
      #expect(said.output.hasSuffix("no model is written\n"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/m"))
    }
  }

  @Test func `a project's luwte.toml names its model, and a changed codebook refuses it`()
    async throws
  {
    try await withChats { folder, luwte in
      let project = folder + "/project"
      _ = await luwte("init", project, "--yes")
      let model = project + "/coding.model"
      let trained = await luwte(
        "train",
        "--contacts",
        folder + "/c.jsonl",
        "--gold",
        folder + "/g.jsonl",
        "-o",
        model,
        "--project",
        project
      )
      #expect(trained.status == .done, "\(trained.error)")
      let settings = project + "/luwte.toml"
      let text = try String(contentsOfFile: settings, encoding: .utf8)
      let named =
        text.contains("[paths]")
        ? text.replacing("[paths]", with: "[paths]\nmodel = \"coding.model\"")
        : text + "\n[paths]\nmodel = \"coding.model\"\n"
      try named.write(toFile: settings, atomically: true, encoding: .utf8)
      let output = folder + "/coded.jsonl"
      _ = await luwte("code", folder + "/c.jsonl", "--project", project, "-o", output)
      let coded = try String(contentsOfFile: output, encoding: .utf8)
      #expect(coded.contains(#""source":"model","rule":"linear 0."#))
      let codebook = project + "/codebook.toml"
      let changed = try String(contentsOfFile: codebook, encoding: .utf8) + "\n# changed\n"
      try changed.write(toFile: codebook, atomically: true, encoding: .utf8)
      let refused = await luwte("code", folder + "/c.jsonl", "--project", project)
      #expect(refused.status == .usage)
      #expect(refused.error.contains("trained under the codebook +"))
      #expect(refused.error.contains("train it anew with luwte train"))
    }
  }

  @Test func `what it needs is asked for`() async throws {
    try await withChats { folder, luwte in
      let said = await luwte("train", "--contacts", folder + "/c.jsonl", "--gold", "g")
      #expect(said.status == .usage)
      #expect(said.error.contains("--output"))
    }
  }
}
