import Glibc

extension Complaint {
  /// The system's words for an error number, such as `No such file or directory`.
  static func systemReason(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
