import ChatLogs
import Classification
import Compression
import Evaluation

extension Verb {
  static let train = Verb(
    name: "train",
    summary: "learns a model behind the rules from coded chats, and says its worth",
    operands: .none,
    options: [
      contacts, gold, .output, precision, least, folds, .project, .policy, .unlockFile,
    ],
    details: """
      CONTACTS and GOLD are as for luwte evaluate; GOLD's codes are learned. The model is written to
      the file of -o, when at least one code may be claimed. It claims a code only where rules and
      registration are silent and its probability reaches the code's threshold: the lowest at which,
      for visitors whom the models had not seen, the lower end of the 95 % interval of its right
      claims reaches --precision. It belongs to one edition of the codebook: train anew after a change.

      The report is of models that had not seen the visitor: what rules alone and rules with a model
      reach, each code's F1, kappa and claims, its Brier score beside that of who always says its share,
      and how often codes of about the same probability hold. The model file holds stems of words that
      --least visitors used (without an id a contact is a visitor): keep it where the transcripts are.
      luwte.toml names it: [paths] model = "FILE".
      """,
    run: train
  )

  private static let contacts = Option(
    "--contacts",
    value: "FILE",
    help: "canonical chat logs, plain or gzip"
  )
  private static let gold = Option("--gold", value: "FILE", help: "what people coded")
  private static let precision = Option(
    "--precision",
    value: "PERCENT",
    help: "what claims must keep, 50 to 99 (default: 80)"
  )
  private static let least = Option(
    "--least",
    value: "N",
    help: "of how many visitors a word must be to count, 10 to 1000 (default: 10)"
  )
  private static let folds = Option(
    "--folds",
    value: "N",
    help: "parts of the cross-validation, 2 to 20 (default: 5)"
  )

  private static func train(_ call: Invocation) throws -> ExitStatus {
    guard let path = call.value(contacts) else { throw Complaint.missingOption(contacts) }
    guard let goldPath = call.value(gold) else { throw Complaint.missingOption(gold) }
    guard let place = call.value(.output), place != "-" else {
      throw Complaint.missingOption(.output)
    }
    let settings = ModelTraining.Settings(
      precision: Double(try call.integer(precision, in: 50...99) ?? 80) / 100,
      leastPersons: try call.integer(least, in: 10...1_000) ?? 10,
      folds: try call.integer(folds, in: 2...20) ?? 5
    )
    let workshop = try Workshop.open(call)
    let keyring = try workshop.keyring(time: Timestamp.text(call.world.now()))
    let run = TrainingRun(
      line: try workshop.assemblyLine(keyring: keyring),
      reading: workshop.reading,
      settings: settings
    )
    do {
      let standard = try GoldStandard(try InputFile(path: goldPath).readAll())
      let result = try run.run(path, against: standard)
      call.world.console.write(Array(TrainingReport(result).text.utf8))
      for damage in result.damaged { call.world.console.complain(damage.line) }
      guard result.model.codes > 0 else {
        call.world.console.print("no code may be claimed at this precision: no model is written")
        return .checkFailed
      }
      try Folders.write(result.model.bytes, to: place)
      return result.damaged.isEmpty ? .done : .quarantined
    } catch let error as EvaluationError {
      throw Complaint.gold(error, in: goldPath)
    } catch let error as CompressionError {
      throw Complaint.unreadable(goldPath, error)
    } catch let error as ChatLogError {
      throw Complaint.unreadable(path, error)
    }
  }
}
