import Classification
import Codebook
import Detection
import Ledger

/// What is wrong with a codebook that can be read: rules that fail their examples, codes that the
/// ledger holds and the codebook lacks.
struct CodebookCheck {
  let complaints: [Complaint]
  /// What a steward should know of rules that hold, line by line.
  let notes: [String]
  /// How many invented messages were tried.
  let tried: Int

  /// Checks.
  ///
  /// - Parameters:
  ///   - codebook: The codebook.
  ///   - detector: Finds what is replaced before rules read a message.
  ///   - ledger: The line's ledger; `nil` where there is none yet.
  /// - Throws: `TranscriptError` where the machine fails.
  init(_ codebook: Codebook, detector: Detector, ledger: Ledger?) throws {
    let trial = try RuleTrial(codebook)
    tried = trial.tried
    var complaints = trial.failures.map(Complaint.ruleFails)
    notes = try RuleTrial(codebook) { Self.replaced($0, by: $1, detector) }.failures
      .filter { !$0.isCounterexample && !trial.failures.contains($0) }
      .map(Self.note)
    for (variable, code) in ledger?.codes ?? [] where !Self.knows(codebook, variable, code) {
      complaints.append(.codeGone(variable: variable, code: code))
    }
    self.complaints = complaints
  }

  private static func note(_ failure: RuleTrial.Failure) -> String {
    "rules: id = \"\(failure.rule)\": in its example \"\(failure.message)\" a word is taken for a "
      + "detail and replaced before rules read it; allow the word in redaction.toml"
  }

  /// A message with its details replaced by tokens of their kinds.
  private static func replaced(
    _ message: String,
    by speaker: Speaker,
    _ detector: Detector
  ) -> String {
    let text = Array(message.utf8)
    var rest = text[...]
    var written: [UInt8] = []
    let findings = detector.findings(in: Conversation([message], speaker: speaker))
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    for finding in findings where finding.range.lowerBound >= rest.startIndex {
      written += rest[..<finding.range.lowerBound] + Array("<\(finding.kind.rawValue)>".utf8)
      rest = text[finding.range.upperBound...]
    }
    return String(decoding: written + rest, as: UTF8.self)
  }

  private static func knows(_ codebook: Codebook, _ id: String, _ code: String) -> Bool {
    guard let variable = codebook.variable(id) else { return false }
    return variable.kind == .int || variable.code(code) != nil || variable.isMissing(code)
      || variable.bands.contains { $0.code == code }
  }
}
