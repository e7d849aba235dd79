import ChatLogs
import Compression

/// What is said of input that cannot be read; never its text.
extension Complaint {
  static func unreadable(_ path: String, _ error: ChatLogError) -> Complaint {
    switch error {
    case .unreadable(let code): unreadable(path, systemReason(code))
    case .outOfMemory: unreadable(path, "there is no memory left")
    }
  }

  static func unreadable(_ path: String, _ error: CompressionError) -> Complaint {
    switch error {
    case .system(let code): unreadable(path, systemReason(code))
    case .outOfMemory: unreadable(path, "there is no memory left")
    case .truncated, .corrupt, .checksum: unreadable(path, "its gzip data are damaged")
    }
  }

  static func unwritable(_ path: String, _ error: CompressionError) -> Complaint {
    if case .system(let code) = error { return unwritable(path, systemReason(code)) }
    return unwritable(path, "there is no memory left")
  }

  /// A line that is not a contact.
  static func damaged(_ line: DamagedLine, in path: String) -> Complaint {
    Complaint(.quarantined, "\(path):\(line.position.line)", reason(for: line.damage))
  }

  /// What is wrong with a line, and the remedy.
  static func reason(for damage: LineDamage) -> String {
    switch damage {
    case .emptyInput:
      "the file is empty; deliver it again, or leave it out"
    case .tooLong(let limit):
      "the line is longer than \(limit >> 20) MiB; deliver the contact in parts"
    case .malformed:
      "the line is not JSON (RFC 8259); deliver the contact again"
    case .invalidUTF8:
      "the line is not UTF-8; deliver the file in UTF-8"
    case .notAnObject:
      "the line is JSON, but not an object; deliver one contact a line"
    case .missing(let field):
      "\"\(field.rawValue)\" is missing; it must be there and not be empty"
    case .wrongType(let field):
      "\"\(field.rawValue)\" has the wrong type; see Schemas/chat-log.v1.schema.json"
    case .repeated(let field):
      "\"\(field.rawValue)\" occurs twice; give it once"
    case .invalidTime(let field):
      "\"\(field.rawValue)\" is not a time of RFC 3339 since 1996, such as 2021-11-18T21:55:18+01:00"
    case .unknownValue(let field):
      "\"\(field.rawValue)\" has a value that is not known; see Schemas/chat-log.v1.schema.json"
    case .truncatedGzip(let offset):
      "the gzip data end too early, at byte \(offset); deliver the file again"
    case .corruptGzip(let offset):
      "the gzip data are broken at byte \(offset); deliver the file again"
    case .gzipChecksum(let offset):
      "the gzip checksum does not match at byte \(offset); deliver the file again"
    }
  }
}
