import Cryptography

/// What the keyring refused or failed at; paths, modes and ids, never key bytes.
public enum KeyringError: Error, Equatable, Sendable {
  /// There is no keyring at the path.
  case absent(path: String)
  /// There is a keyring already.
  case exists(path: String)
  /// A file or folder can be read or written by others; the mode is octal permission bits.
  case openToOthers(path: String, mode: UInt32)
  /// A file or folder belongs to another user.
  case ownedByAnother(path: String, owner: UInt32)
  /// A symbolic link or a special file stands where a file or folder should.
  case notPlain(path: String)
  /// The keys lie inside a folder from which files leave, or such a folder lies inside the keys.
  case insideOutput(path: String, output: String)
  /// A file of the keyring is damaged or missing.
  case damaged(path: String, reason: String)
  /// The index has a format that this program does not know.
  case unknownFormat(path: String)
  /// The keyring is sealed and no passphrase or key file was given.
  case sealed(path: String)
  /// The passphrase or key file does not open the keyring.
  case wrongUnlock(path: String)
  /// A keyring that is not marked test-only must be sealed.
  case mustBeSealed
  /// Memory can't be locked against swapping, which real keys need.
  case memoryNotLocked
  /// The root was destroyed: what it made can't be remade.
  case destroyed(purpose: KeyPurpose, scope: String)
  /// The keyring has no such root and may not make one.
  case missing(purpose: KeyPurpose, scope: String)
  /// There is no root with the id.
  case unknownRoot(id: String)
  /// The root is active and its purpose needs one: rotate it instead.
  case stillNeeded(id: String)
  /// Sealed bytes name a root that this keyring does not hold, or were changed.
  case notOurs
  /// A call of the operating system failed; the code is `errno`.
  case system(path: String, call: String, code: Int32)
  /// A primitive failed.
  case cryptography(CryptographyError)
}

extension KeyringError {
  /// Calls a primitive and passes its error on as a keyring's.
  static func wrap<Result>(_ body: () throws(CryptographyError) -> Result) throws(KeyringError)
    -> Result
  {
    do throws(CryptographyError) {
      return try body()
    } catch {
      throw .cryptography(error)
    }
  }
}
