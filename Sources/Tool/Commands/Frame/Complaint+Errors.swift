import Configuration
import Keys

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
    default:
      // A library's errors carry no text of a contact, so their description is safe to show.
      self = Complaint(.machineFailed, "", "\(error)")
    }
  }
}
