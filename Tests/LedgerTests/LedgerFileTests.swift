import Glibc
import Ledger
import Testing

@testable import Ledger

/// A path that no one else uses; the file and its companions are removed afterwards.
func withTemporaryFile(_ body: (String) throws -> Void) rethrows {
  let path = "/tmp/luwte-ledger-\(getpid())-\(UInt64.random(in: .min ... .max)).db"
  defer { for suffix in ["", "-wal", "-shm"] { unsafe unlink(path + suffix) } }
  try body(path)
}

@Suite struct LedgerFileTests {
  @Test func `a ledger is read by its owner alone and found again`() throws {
    try withTemporaryFile { path in
      try night(try Ledger.open(path: path), input: 1, [contact("A")])
      #expect(try Ledger.open(path: path).contactCount() == 1)
      var status = stat()
      let found = unsafe stat(path, &status)
      #expect(found == 0)
      #expect(status.st_mode & 0o777 == 0o600)
    }
  }

  @Test func `a ledger of a newer program is refused`() throws {
    try withTemporaryFile { path in
      try Ledger.open(path: path).connection.execute("PRAGMA user_version = 99")
      #expect(throws: LedgerError.newerVersion(found: 99, known: 5)) {
        try Ledger.open(path: path)
      }
    }
  }

  @Test func `a ledger of version 1 keeps what it holds and takes what version 2 adds`() throws {
    try withTemporaryFile { path in
      let old = try Ledger.open(path: path)
      try night(old, input: 1, [contact("A")])
      try old.connection.execute(
        """
        DROP TABLE forms; DROP TABLE recoded; DROP TABLE deliveries; DROP TABLE taken; DROP TABLE alike;
        DROP TABLE release_files; DROP TABLE revisions;
        PRAGMA user_version = 1
        """
      )
      let ledger = try Ledger.open(path: path)
      #expect(try ledger.contactCount() == 1)
      #expect(try ledger.codebookDigest(ofContact: "A") == "c")
      let revision = try ledger.beginRevision()
      try revision.keep(CodingForm(coder: "b", codes: ["gender": ["male"]]), of: "A")
      try revision.finish("registrations", "1", at: "t")
      #expect(try Ledger.open(path: path).contactCount() == 1)
    }
  }

  @Test func `another program's database and a file of text are refused`() throws {
    try withTemporaryFile { path in
      try Connection(path: path).execute("CREATE TABLE bookmarks (url TEXT)")
      #expect(throws: LedgerError.notALedger) { try Ledger.open(path: path) }
    }
    withTemporaryFile { path in
      let file = unsafe fopen(path, "w")
      unsafe fputs("This is a letter, and it is long enough to be told from an empty file.\n", file)
      unsafe fclose(file)
      #expect(throws: LedgerError.notALedger) { try Ledger.open(path: path) }
    }
  }

  @Test func `a folder that is not there is an error, not a crash`() {
    #expect(throws: LedgerError.cannotOpen(path: "/nowhere/at/all.db", code: ENOENT)) {
      try Ledger.open(path: "/nowhere/at/all.db")
    }
  }

  @Test(arguments: [0, 1, 127, 128, 16_384, Int.max])
  func `a packed number unpacks`(number: Int) {
    var packed = PackedNumbers()
    packed.append(number)
    packed.append(7)
    #expect(PackedNumbers.unpack(packed.bytes) == [number, 7])
    #expect(PackedNumbers.unpack([0x80]) == nil)
  }
}
