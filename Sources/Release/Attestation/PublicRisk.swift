import Datasets

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
}
