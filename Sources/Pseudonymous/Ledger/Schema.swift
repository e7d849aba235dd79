/// The tables of a ledger file, by version.
///
/// No raw text, no file name, no clock time of a contact: tokens, digests, codes and counts.
enum Schema {
  /// The version that this program writes; `PRAGMA user_version`.
  static let version = 5
  /// "Luwt" in ASCII; `PRAGMA application_id`.
  static let applicationID = 0x4C75_7774

  /// The statements that make an empty ledger of `version`.
  static let statements = first + second + third + fourth + fifth

  /// The statements that bring a ledger of an earlier version up to `version`.
  static func statements(from version: Int) -> String {
    [second, third, fourth, fifth].dropFirst(version - 1).joined()
  }

  /// What version 5 added: countings of a closed period after its first, named as `2021-r1`.
  ///
  /// Their persons stand in `persons` under that name.
  static let fifth = """
    CREATE TABLE revisions (
      name TEXT PRIMARY KEY, closed TEXT NOT NULL, codebook TEXT NOT NULL,
      contacts INTEGER NOT NULL, persons INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    """

  /// What version 4 added: the bytes of every release, so that it can be copied.
  static let fourth = """
    CREATE TABLE release_files (
      release TEXT NOT NULL, number INTEGER NOT NULL, path TEXT NOT NULL, bytes BLOB NOT NULL,
      PRIMARY KEY (release, number)
    ) STRICT, WITHOUT ROWID;

    """

  /// What version 2 added: late forms, contacts coded again, contacts of closed periods.
  ///
  /// A form's `coder` is empty where it is the counsellor's own. Contacts of periods that were closed
  /// before are taken, without rows: they count in no later period.
  static let second = """
    CREATE TABLE forms (
      contact TEXT NOT NULL, coder TEXT NOT NULL, codes BLOB NOT NULL,
      PRIMARY KEY (contact, coder)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE recoded (contact TEXT PRIMARY KEY, codebook TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE deliveries (
      period TEXT NOT NULL, number INTEGER NOT NULL, year INTEGER NOT NULL,
      quarter INTEGER NOT NULL, record_key INTEGER NOT NULL, codes BLOB NOT NULL,
      PRIMARY KEY (period, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE taken (contact TEXT PRIMARY KEY, period TEXT NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO taken SELECT token, periods.name FROM contacts JOIN periods
      ON contacts.year * 4 + contacts.quarter - 1 BETWEEN periods.first AND periods.last;

    """

  /// What version 3 added: persons of closed periods who may be one, because a nickname says so.
  ///
  /// Rows that share a visitor may be one person. A person whose nickname is their own has no row.
  static let third = """
    CREATE TABLE alike (
      period TEXT NOT NULL, person INTEGER NOT NULL, visitor INTEGER NOT NULL,
      PRIMARY KEY (period, person)
    ) STRICT, WITHOUT ROWID;

    """

  private static let first = """
    CREATE TABLE runs (
      number INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT NOT NULL,
      program TEXT NOT NULL, codebook TEXT NOT NULL, lexicons TEXT NOT NULL,
      configuration TEXT NOT NULL, contacts INTEGER NOT NULL, coded INTEGER NOT NULL,
      quarantined INTEGER NOT NULL, duplicates INTEGER NOT NULL, opted_out INTEGER NOT NULL,
      erased INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE inputs (
      digest BLOB PRIMARY KEY, number INTEGER NOT NULL UNIQUE, run INTEGER NOT NULL,
      contacts INTEGER NOT NULL, coded INTEGER NOT NULL, quarantined INTEGER NOT NULL,
      duplicates INTEGER NOT NULL, opted_out INTEGER NOT NULL, erased INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE contacts (
      token TEXT PRIMARY KEY, digest BLOB NOT NULL, input INTEGER NOT NULL,
      year INTEGER NOT NULL, quarter INTEGER NOT NULL, ordinal INTEGER NOT NULL,
      channel TEXT NOT NULL, minutes INTEGER NOT NULL, messages INTEGER NOT NULL,
      links BLOB NOT NULL, codes BLOB NOT NULL, evidence BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE codes (
      number INTEGER PRIMARY KEY, variable TEXT NOT NULL, code TEXT NOT NULL,
      UNIQUE (variable, code)
    ) STRICT;
    CREATE TABLE rules (number INTEGER PRIMARY KEY, rule TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE tombstones (token TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE periods (
      name TEXT PRIMARY KEY, first INTEGER NOT NULL UNIQUE, last INTEGER NOT NULL UNIQUE,
      closed TEXT NOT NULL, codebook TEXT NOT NULL, contacts INTEGER NOT NULL,
      persons INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE persons (
      period TEXT NOT NULL, number INTEGER NOT NULL, year INTEGER NOT NULL,
      quarter INTEGER NOT NULL, record_key INTEGER NOT NULL, codes BLOB NOT NULL,
      PRIMARY KEY (period, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE counted (
      contact TEXT PRIMARY KEY, period TEXT NOT NULL, person INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE releases (
      name TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, recipient TEXT NOT NULL,
      period TEXT NOT NULL, made TEXT NOT NULL, digest TEXT NOT NULL,
      parameters TEXT NOT NULL, cells BLOB NOT NULL, evidence BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE events (
      number INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL
    ) STRICT;

    """
}
