import ChatLogs
import Compression
import Evaluation

extension Verb {
  static let evaluate = Verb(
    name: "evaluate",
    summary: "measures findings and codes against contacts that people annotated",
    operands: .none,
    options: [contacts, gold, .project, .policy, misses, codes, model, .json, .unlockFile],
    details: """
      GOLD has a line for each contact: {"contact_id", "entities": [{"message", "start", "end",
      "type"}], "codes": {variable: code}}; what is absent is not measured. Covered: every character
      lies in a finding of any kind; recall: of the same kind; precision: findings that meet a detail
      of their kind; leak: characters in no finding; over: other words that a finding touches; clean:
      contacts without a leak. Intervals are Wilson's, 95 %. A registration in the contacts counts as
      it does in a night: leave it out to measure the text alone.
      """,
    run: evaluate
  )

  private static let contacts = Option(
    "--contacts",
    value: "FILE",
    help: "canonical chat logs, plain or gzip"
  )
  private static let gold = Option("--gold", value: "FILE", help: "what people marked and coded")
  private static let misses = Option(
    "--misses",
    help: "name each miss by contact, message, place and kind, without its text"
  )
  private static let codes = Option(
    "--codes",
    help: "also print each code that five contacts have, and the intervals of the means"
  )

  private static let model = Option(
    "--model",
    value: "FILE",
    help: "code with this model behind the rules, as luwte train wrote it"
  )

  private static func evaluate(_ call: Invocation) throws -> ExitStatus {
    guard let path = call.value(contacts) else { throw Complaint.missingOption(contacts) }
    guard let goldPath = call.value(gold) else { throw Complaint.missingOption(gold) }
    let workshop = try Workshop.open(call)
    let keyring = try workshop.keyring(time: Timestamp.text(call.world.now()))
    var line = try workshop.assemblyLine(keyring: keyring)
    if let file = call.value(model) {
      line = line.with(model: try Workshop.model(file, for: line.coder.codebook))
    }
    let run = EvaluationRun(line: line, settings: workshop.reading)
    do {
      let standard = try GoldStandard(try InputFile(path: goldPath).readAll())
      let result = try run.run(path, against: standard)
      let report = EvaluationReport(result)
      call.world.console.write(Array((call.has(.json) ? report.json : report.text).utf8))
      if call.has(codes), !call.has(.json) {
        call.world.console.write(Array(report.codes.utf8))
      }
      if call.has(misses) { report.misses.forEach(call.world.console.print) }
      for damage in result.damaged { call.world.console.complain(damage.line) }
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
