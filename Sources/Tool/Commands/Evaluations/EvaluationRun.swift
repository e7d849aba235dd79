import ChatLogs
import Classification
import Codebook
import Compression
import Evaluation

/// Runs annotated contacts through detection and coding and scores both.
struct EvaluationRun {
  /// What came out.
  struct Result {
    var detection = DetectionScore()
    var coding = CodingScore()
    /// Annotated contacts that were in the input.
    var contacts = 0
    /// Annotated contacts that were not.
    var absent = 0
    /// Lines that could not be read.
    var damaged: [Complaint] = []
  }

  let line: AssemblyLine
  let settings: ChatLogSettings

  /// Scores the contacts of a file; those without annotations, and repetitions, are passed over.
  func run(_ path: String, against standard: GoldStandard) throws -> Result {
    let input: InputFile
    do throws(CompressionError) {
      input = try InputFile(path: path)
    } catch {
      throw Complaint.unreadable(path, error)
    }
    let reader = try ChatLogReader(input, settings: settings)
    var result = Result()
    var seen: Set<String> = []
    while let item = try reader.next() {
      switch item {
      case .damaged(let damage): result.damaged.append(.damaged(damage, in: path))
      case .contact(let contact):
        let id = String(decoding: contact.id.bytes, as: UTF8.self)
        guard let gold = standard[id], seen.insert(id).inserted else { continue }
        result.contacts += 1
        try score(contact, gold, standard, &result)
      }
    }
    result.absent = standard.count - result.contacts
    return result
  }

  private func score(
    _ contact: RawContact,
    _ gold: GoldContact,
    _ standard: GoldStandard,
    _ result: inout Result
  ) throws {
    let findings = line.detector.findings(in: contact.conversation)
    try result.detection.add(contact.conversation, findings, gold, of: standard)
    guard !gold.codes.isEmpty else { return }
    let coded = line.coder.code(try line.pseudonymiser.sanitize(contact, findings: findings))
    result.coding.add(gold, coded, line.coder.codebook)
  }
}
