/// What can go wrong with the ledger; never text of a contact.
public enum LedgerError: Error, Equatable, Sendable {
  /// The file cannot be opened or made; the code is the system's or SQLite's.
  case cannotOpen(path: String, code: Int32)
  /// The file was written by a newer program.
  case newerVersion(found: Int, known: Int)
  /// The file is a database, but no ledger.
  case notALedger
  /// SQLite refused a step, with its extended result code.
  case sqlite(code: Int32)
  /// An input's contacts do not add up to its fates.
  case countsDoNotReconcile(input: Int, contacts: Int, fates: Int)
  /// A row does not read back as it was written.
  case damagedRow(table: String)
  /// The link tokens of a contact do not decrypt.
  case linksUnreadable(contact: String)
  /// The random number of a person could not be made; nothing was closed.
  case recordKeyMissing(period: String)
  /// A frozen code is no longer in the codebook.
  case codeUnknown(variable: String, code: String)
  /// The period overlaps with one that is closed.
  case alreadyClosed(period: String)
  /// A revision of the period would differ in fewer persons than one needs.
  case tooFewChanged(period: String, changed: Int, smallest: Int)
  /// The period has no such revision.
  case notRevised(period: String)
  /// The period is not closed.
  case notClosed(period: String)
  /// The period was closed by a program that kept no contacts for tables.
  case contactsNotKept(period: String)
  /// A release of that name is registered with other bytes.
  case releaseDiffers(name: String)
}
