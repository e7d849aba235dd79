import Aggregation
import Configuration
import Datasets
import Detection
import DisclosureControl
import Keys
import Ledger
import Pseudonymisation
import Transcripts

extension Complaint {
  /// The complaint that a library's error becomes.
  init(_ error: any Error) {
    switch error {
    case let complaint as Complaint: self = complaint
    case let error as ConfigurationError:
      let place = error.line > 0 ? "\(error.file):\(error.line)" : error.file
      let key = error.path.isEmpty ? "" : "\(error.path): "
      self = Complaint(.usage, place, "\(key)\(error.problem); \(error.remedy)")
    case let error as KeyringError: self.init(error)
    case let error as LexiconError: self.init(error)
    case let error as DetectionError: self.init(error)
    case let error as PseudonymisationError: self.init(error)
    case let error as TranscriptFileError: self.init(error)
    case let error as LedgerError: self.init(error)
    case let error as AggregationError: self.init(error)
    case let error as DisclosureError: self.init(error)
    case let error as NoiseError: self.init(error)
    case let error as DatasetError: self.init(error)
    default:
      // A library's errors carry no text of a contact, so their description is safe to show.
      self = Complaint(.machineFailed, "", "\(error)")
    }
  }
}
