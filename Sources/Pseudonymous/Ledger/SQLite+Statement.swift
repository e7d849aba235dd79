import CSQLite

/// One compiled statement; finalized when the last reference goes.
@safe final class Statement {
  private let handle: OpaquePointer
  private let connection: Connection

  @unsafe init(_ handle: OpaquePointer, of connection: Connection) {
    unsafe self.handle = unsafe handle
    self.connection = connection
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// A value for a `?` of a statement.
  enum Value {
    case integer(Int)
    case text(String)
    case bytes([UInt8])
    case null
  }

  /// Takes new values for the `?`s, in order, and starts again.
  func bind(_ values: Value...) throws(LedgerError) {
    unsafe sqlite3_reset(handle)
    // SQLITE_TRANSIENT: SQLite copies the bytes.
    let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let code: Int32
      switch value {
      case .integer(let number):
        code = unsafe sqlite3_bind_int64(handle, place, Int64(number))
      case .text(let text):
        code = unsafe sqlite3_bind_text(
          handle,
          place,
          text,
          Int32(text.utf8.count),
          transient
        )
      case .bytes(let bytes):
        code = unsafe bytes.withUnsafeBytes {
          // An empty blob needs an address: a null one would bind NULL.
          unsafe $0.isEmpty
            ? sqlite3_bind_zeroblob(handle, place, 0)
            : sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), transient)
        }
      case .null:
        code = unsafe sqlite3_bind_null(handle, place)
      }
      guard code == SQLITE_OK else { throw .sqlite(code: code) }
    }
  }

  /// Goes to the next row; false at the end.
  func step() throws(LedgerError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      unsafe sqlite3_reset(handle)
      return false
    case let code:
      unsafe sqlite3_reset(handle)
      throw .sqlite(code: code)
    }
  }

  /// Runs a statement with these values to its end.
  func run() throws(LedgerError) {
    while try step() {}
  }

  /// Gives up the rest of the rows.
  func reset() { unsafe sqlite3_reset(handle) }

  /// A column of the row as an integer, 0-based; NULL is 0.
  func integer(_ column: Int) -> Int { Int(unsafe sqlite3_column_int64(handle, Int32(column))) }

  /// A column of the row as text, 0-based; NULL is empty.
  func text(_ column: Int) -> String {
    guard let text = unsafe sqlite3_column_text(handle, Int32(column)) else { return "" }
    return unsafe String(cString: text)
  }

  /// A column of the row as bytes, 0-based; NULL is empty.
  func bytes(_ column: Int) -> [UInt8] {
    guard let blob = unsafe sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: blob, count: count))
  }

  /// Lends a column of the row as bytes, 0-based, without a copy; NULL is empty.
  func withBytes<Result>(_ column: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    let blob = unsafe UnsafeRawBufferPointer(
      start: sqlite3_column_blob(handle, Int32(column)),
      count: count
    )
    return unsafe blob.withMemoryRebound(to: UInt8.self) { body(unsafe $0.span) }
  }
}
