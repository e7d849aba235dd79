import Keys

/// Where the secret that opens sealed keys comes from: a file, or a file descriptor that is open.
///
/// Never the command line, the environment or a settings file: there is no option for its bytes.
enum UnlockSource: Equatable, Sendable {
  case file(String)
  case descriptor(Int32)

  /// Reads `FILE`, or `fd:N` with N from 0 to 1023.
  init(_ text: String) throws(Complaint) {
    guard text.hasPrefix("fd:") else {
      self = .file(text)
      return
    }
    guard let number = Int32(text.dropFirst(3)), (0...1_023).contains(number) else {
      throw .notADescriptor(text)
    }
    self = .descriptor(number)
  }

  /// What opens the keyring of a folder.
  func opening(keys: String, outputs: [String]) throws(KeyringError) -> KeyUnlock {
    switch self {
    case .file(let path): try .opening(keys: keys, file: path, outputs: outputs)
    case .descriptor(let number): try .opening(keys: keys, descriptor: number)
    }
  }

  /// What seals a new keyring.
  func sealing(keys: String, outputs: [String]) throws(KeyringError) -> KeyUnlock {
    switch self {
    case .file(let path): try .key(file: path, keys: keys, outputs: outputs)
    case .descriptor(let number): try .key(descriptor: number)
    }
  }
}
