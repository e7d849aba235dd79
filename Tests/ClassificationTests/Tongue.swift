import Codebook
import Evaluation
import JSON

@testable import Classification

/// Eighty invented contacts in a tongue that no rule knows: "zorbel" stands where people coded
/// trafficking, "wimpel" where they did not.
enum Tongue {
  static func coder() throws -> Coder { try FactTests.coder.get() }

  static func gold(_ codes: String) throws -> GoldContact {
    let line = Array("{\"contact_id\":\"c\",\"codes\":{\(codes)}}".utf8)
    return try JSONParser().parse(line, in: line.indices) { try GoldContact($0, line: 1) }
  }

  /// An example whose visitor says `word`; two of four are coded as trafficking.
  static func example(_ number: Int, _ word: String, person: Int) throws -> CodedExample {
    try coder().example(
      of: Invented.contact("het is zo \(word) allemaal hier bij ons"),
      coded: try gold("\"topic_trafficking\":\"\(holds(number) ? "yes" : "no")\""),
      person: person
    )
  }

  static func holds(_ number: Int) -> Bool { number % 4 < 2 }

  static func examples(wrong: Int = 0) throws -> [CodedExample] {
    try (0..<80).map { number in
      let isTold = number < wrong ? !holds(number) : holds(number)
      return try example(number, isTold ? "zorbel" : "wimpel", person: number)
    }
  }

  static func settings(_ precision: Double = 0.8, least: Int = 10) -> ModelTraining.Settings {
    ModelTraining.Settings(precision: precision, leastPersons: least, folds: 5)
  }

  static func training(_ examples: [CodedExample], least: Int) throws -> ModelTraining {
    ModelTraining(
      examples,
      codebook: try coder().codebook,
      fingerprint: "f1",
      settings: settings(least: least)
    )
  }

  static func model(wrong: Int = 0, _ settings: ModelTraining.Settings = settings()) throws
    -> CodingModel
  {
    let codebook = try coder().codebook
    return ModelTraining(
      try examples(wrong: wrong),
      codebook: codebook,
      fingerprint: "f1",
      settings: settings
    ).model
  }
}
