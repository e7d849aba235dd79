import Classification
import Codebook
import Ledger

/// What is wrong with a codebook that can be read: rules that fail their examples, codes that the
/// ledger holds and the codebook lacks.
struct CodebookCheck {
  let complaints: [Complaint]
  /// How many invented messages were tried.
  let tried: Int

  /// Checks.
  ///
  /// - Parameters:
  ///   - codebook: The codebook.
  ///   - ledger: The line's ledger; `nil` where there is none yet.
  /// - Throws: `TranscriptError` where the machine fails.
  init(_ codebook: Codebook, ledger: Ledger?) throws {
    let trial = try RuleTrial(codebook)
    tried = trial.tried
    var complaints = trial.failures.map(Complaint.ruleFails)
    for (variable, code) in ledger?.codes ?? [] where !Self.knows(codebook, variable, code) {
      complaints.append(.codeGone(variable: variable, code: code))
    }
    self.complaints = complaints
  }

  private static func knows(_ codebook: Codebook, _ id: String, _ code: String) -> Bool {
    guard let variable = codebook.variable(id) else { return false }
    return variable.kind == .int || variable.code(code) != nil || variable.isMissing(code)
      || variable.bands.contains { $0.code == code }
  }
}
