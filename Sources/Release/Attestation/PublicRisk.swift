import Compression
import Datasets
import JSON

/// What anyone can work out of a release about its own risk: `risk.json`.
///
/// Every figure follows from the published cells, so it gives nothing away that they do not, and
/// `ReleaseCheck` works it out again. What needs the persons themselves stays with the line.
public struct PublicRisk: Equatable, Sendable {
  /// The file's place in a release.
  public static let path = "risk.json"
  /// The format that is written.
  public static let format = "luwte-risk/v1"

  /// What one table says.
  public struct Table: Equatable, Sendable {
    /// The table's id.
    public let id: String
    /// How many cells it has.
    public let cells: Int
    /// How many are withheld.
    public let withheld: Int
    /// The smallest number above 0 that is shown; `nil` where none is.
    public let smallest: Int?
    /// The withheld cell of which pen and paper tell most; `nil` where none is withheld.
    public let narrowest: Interval?
    /// The shown part that is the greatest of its line; `nil` where no line shows a part.
    public let largest: Part?
    /// The shown line whose answers lie farthest from those of all, in whole per mille: half the
    /// sum of the differences (t-closeness); `nil` where no two variables are crossed and shown.
    public let farthest: Distance?
  }

  /// How closely a withheld number follows from shown ones.
  public struct Interval: Equatable, Sendable {
    /// The cell's lines.
    public let lines: [String]
    /// The least that it can be.
    public let from: Int
    /// The most that it can be.
    public let to: Int
  }

  /// A number beside that of everybody in its line.
  public struct Part: Equatable, Sendable {
    /// The cell's lines.
    public let lines: [String]
    /// The variable whose line it is.
    public let variable: String
    /// The part in whole per mille, rounded half up.
    public let perMille: Int
  }

  /// A line beside the line of all.
  public struct Distance: Equatable, Sendable {
    /// The variable that is known.
    public let given: String
    /// Its line.
    public let line: String
    /// The variable that is told.
    public let variable: String
    /// The distance in whole per mille.
    public let perMille: Int
  }

  /// The tables that withhold cells, in the order of the release.
  public let tables: [Table]
  /// How many values look like the key of a person or row: what could join two releases.
  public let tokens: Int

  /// Works out the risk of a release.
  ///
  /// - Parameters:
  ///   - tables: Its tables.
  ///   - files: What its other files hold, as they are stored.
  public init(_ tables: [DatasetTable], files: [[UInt8]]) {
    self.tables = tables.filter { $0.protection.method == "suppress" }.map(Self.table)
    tokens = files.reduce(into: Set<String>()) { $0.formUnion(TokenSearch.tokens(in: $1)) }.count
  }

  /// The file's bytes: the same for the same release.
  public var json: [UInt8] {
    var json = JSONWriter(.indented)
    json.beginObject()
    json.key("format")
    json.string(Self.format)
    json.key("tokens")
    json.integer(tokens)
    json.key("tables")
    json.beginArray()
    for table in tables { Self.write(table, &json) }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func write(_ table: Table, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("table")
    json.string(table.id)
    json.key("cells")
    json.integer(table.cells)
    json.key("withheld")
    json.integer(table.withheld)
    json.key("smallest_shown")
    if let smallest = table.smallest { json.integer(smallest) } else { json.null() }
    if let narrowest = table.narrowest {
      json.key("narrowest_withheld")
      json.beginObject()
      write(narrowest.lines, &json)
      json.key("from")
      json.integer(narrowest.from)
      json.key("to")
      json.integer(narrowest.to)
      json.endObject()
    }
    if let largest = table.largest {
      json.key("largest_part")
      json.beginObject()
      write(largest.lines, &json)
      json.key("of")
      json.string(largest.variable)
      json.key("per_mille")
      json.integer(largest.perMille)
      json.endObject()
    }
    if let farthest = table.farthest {
      json.key("farthest_line")
      json.beginObject()
      json.key("given")
      json.string(farthest.given)
      json.key("line")
      json.string(farthest.line)
      json.key("told")
      json.string(farthest.variable)
      json.key("per_mille")
      json.integer(farthest.perMille)
      json.endObject()
    }
    json.endObject()
  }

  private static func write(_ lines: [String], _ json: inout JSONWriter) {
    json.key("lines")
    json.beginArray()
    for line in lines { json.string(line) }
    json.endArray()
  }
}

/// Searches for values that look like keys of persons or rows.
public enum TokenSearch {
  /// The shortest key: that of a detail in a chat.
  private static let shortest = 8

  /// The values of eight or more capitals and digits of Crockford's base 32, with both among them.
  ///
  /// - Parameter bytes: A file; gzip is read as what it holds.
  /// - Returns: Each value once.
  public static func tokens(in bytes: [UInt8]) -> Set<String> {
    let text = (try? Gzip.decompress(bytes)) ?? bytes
    var tokens: Set<String> = []
    for word in text.split(whereSeparator: { !isWord($0) }) where word.count >= shortest {
      let digits = word.count { (0x30...0x39).contains($0) }
      let capitals = word.count { isCapital($0) }
      if digits > 0, capitals > 0, digits + capitals == word.count {
        tokens.insert(String(decoding: word, as: UTF8.self))
      }
    }
    return tokens
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_")
  }

  /// Crockford's base 32 has no I, L, O and U.
  private static func isCapital(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) && !"ILOU".utf8.contains(byte)
  }
}
