/// What a cryptographic primitive refused or failed at; never key bytes.
public enum CryptographyError: Error, Equatable, Sendable {
  /// The secure heap could not be made.
  case noSecureHeap
  /// The secure heap is full.
  case secureHeapFull(wanted: Int)
  /// The system's random source failed; the code is OpenSSL's.
  case random(code: UInt)
  /// A call of OpenSSL failed.
  case openSSL(call: String, code: UInt)
  /// A key has a wrong length, in bytes.
  case keyLength(found: Int, wanted: Int)
  /// A sealed box is shorter than its nonce and tag.
  case sealedBoxTooShort(bytes: Int)
  /// A sealed box was not made with this key and this context, or was changed since.
  case notAuthentic
  /// A parameter of a key derivation is outside its range.
  case parameters(String)
  /// A call of the operating system failed; the code is `errno`.
  case system(call: String, code: Int32)
}
