import CSQLite
import Glibc

/// One open SQLite file; closed when the last reference goes.
///
/// Not `Sendable`: one thread at a time.
@safe final class Connection {
  private let handle: OpaquePointer
  /// SQLite's code for a file that another connection keeps.
  static let busy = SQLITE_BUSY

  /// Opens a file, or makes it readable by its owner alone.
  ///
  /// `secure_delete` overwrites what is erased; WAL keeps readers and one writer apart.
  init(path: String) throws(LedgerError) {
    if path != ":memory:" {
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw .cannotOpen(path: path, code: errno) }
      close(descriptor)
    }
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      unsafe sqlite3_close_v2(opened)
      throw .cannotOpen(path: path, code: code)
    }
    unsafe handle = opened
    unsafe sqlite3_extended_result_codes(handle, 1)
    unsafe sqlite3_busy_timeout(handle, 5_000)
    try execute(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
      PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;
      """
    )
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs statements that give no rows and take no values.
  func execute(_ sql: String) throws(LedgerError) {
    try check(unsafe sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// Compiles one statement.
  func prepare(_ sql: String) throws(LedgerError) -> Statement {
    var compiled: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    try check(unsafe sqlite3_prepare_v3(handle, sql, -1, flags, &compiled, nil))
    guard let compiled = unsafe compiled else { throw .sqlite(code: SQLITE_MISUSE) }
    return unsafe Statement(compiled, of: self)
  }

  /// The one integer that a query gives; 0 where it gives no row.
  func integer(_ sql: String) throws(LedgerError) -> Int {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) : 0
  }

  /// The row id of the last insertion.
  var lastRow: Int { Int(unsafe sqlite3_last_insert_rowid(handle)) }

  private func check(_ code: Int32) throws(LedgerError) {
    guard code == SQLITE_OK else { throw .sqlite(code: code) }
  }
}
