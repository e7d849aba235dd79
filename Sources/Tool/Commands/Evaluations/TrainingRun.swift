import ChatLogs
import Classification
import Compression
import Evaluation

/// Trains a model from a file of coded contacts, after validating it on contacts not seen.
struct TrainingRun {
  /// What came out.
  struct Result {
    let contacts: Int
    let settings: ModelTraining.Settings
    let validation: ModelValidation
    let model: CodingModel
    let damaged: [Complaint]
  }

  let line: AssemblyLine
  let reading: ChatLogSettings
  let settings: ModelTraining.Settings

  /// Trains from the contacts of a file that people coded; repetitions are passed over.
  func run(_ path: String, against standard: GoldStandard) throws -> Result {
    let input: InputFile
    do throws(CompressionError) {
      input = try InputFile(path: path)
    } catch {
      throw Complaint.unreadable(path, error)
    }
    let reader = try ChatLogReader(input, settings: reading)
    // Without the model that the project may have already.
    let coder = Coder(codebook: line.coder.codebook)
    var examples: [CodedExample] = []
    var damaged: [Complaint] = []
    var seen: Set<String> = []
    var persons: [[UInt8]: Int] = [:]
    while let item = try reader.next() {
      switch item {
      case .damaged(let damage): damaged.append(.damaged(damage, in: path))
      case .contact(let contact):
        let id = String(decoding: contact.id.bytes, as: UTF8.self)
        guard let gold = standard[id], !gold.codes.isEmpty, seen.insert(id).inserted else {
          continue
        }
        let person = persons[contact.person] ?? persons.count
        persons[contact.person] = person
        examples.append(
          coder.example(of: try line.sanitized(contact), coded: gold, person: person)
        )
      }
    }
    let fingerprint = try coder.codebook.fingerprint()
    return Result(
      contacts: examples.count,
      settings: settings,
      validation: ModelValidation(
        examples,
        coder: coder,
        fingerprint: fingerprint,
        settings: settings
      ),
      model: ModelTraining(
        examples,
        codebook: coder.codebook,
        fingerprint: fingerprint,
        settings: settings
      ).model,
      damaged: damaged
    )
  }
}
