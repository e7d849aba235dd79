import Codebook
import DisclosureControl

/// A file of rows as a release holds it: what is written and read back.
public struct DatasetMicrodata: Equatable, Sendable {
  /// One column.
  public struct Column: Equatable, Sendable {
    /// What it is to a recipient.
    public enum Role: String, Sendable {
      /// Somebody may know it from elsewhere.
      case identifying
      /// Nobody may find it out.
      case sensitive
    }

    /// The variable's id: the column's name.
    public let variable: String
    /// The variable's name for people.
    public let label: Label
    /// What it is to a recipient.
    public let role: Role
    /// The level at which it is written; empty for one that is left out.
    public let level: String
    /// The lines that a value names.
    public let lines: [DatasetLine]
    /// In how many rows the value is suppressed.
    public let suppressed: Int
    /// The loss in tenths of a percent.
    public let lossTenths: Int

    /// Whether the file has the column.
    public var isWritten: Bool { !level.isEmpty }
  }

  /// The id, such as `M01`.
  public let id: String
  /// Its name for people.
  public let title: Label
  /// The population's id.
  public let population: String
  /// The population's name for people.
  public let populationLabel: Label
  /// The period.
  public let period: String
  /// k: how many rows share each combination of identifying values at least.
  public let leastAlike: Int
  /// l: how many answers each sensitive variable has among them at least.
  public let leastAnswers: Int
  /// The columns, those that are left out with them.
  public let columns: [Column]
  /// How many persons have no row.
  public let rowsLeftOut: Int
  /// The rows: a value for each column that is written, `nil` where it is suppressed.
  public let rows: [[String?]]

  /// The columns of the file, in order.
  public var written: [Column] { columns.filter(\.isWritten) }

  /// The same file with other rows.
  func with(rows: [[String?]]) -> DatasetMicrodata {
    DatasetMicrodata(
      id: id,
      title: title,
      population: population,
      populationLabel: populationLabel,
      period: period,
      leastAlike: leastAlike,
      leastAnswers: leastAnswers,
      columns: columns,
      rowsLeftOut: rowsLeftOut,
      rows: rows
    )
  }
}

extension DatasetMicrodata {
  /// Makes the form that is written of a file behind the second wall.
  public init(_ file: ReleasableMicrodata) {
    let written = file.columns.filter { $0.level != nil }
    self.init(
      id: file.id,
      title: file.title,
      population: file.population,
      populationLabel: file.populationLabel,
      period: file.period.description,
      leastAlike: file.leastAlike,
      leastAnswers: file.leastAnswers,
      columns: file.columns.map { column in
        Column(
          variable: column.variable,
          label: column.label,
          role: column.role == .identifying ? .identifying : .sensitive,
          level: column.level ?? "",
          lines: column.lines.map(DatasetLine.init),
          suppressed: column.suppressed,
          lossTenths: column.lossTenths
        )
      },
      rowsLeftOut: file.rowsLeftOut,
      rows: file.rows.map { row in
        zip(row, written).map { value, column in value.map { column.lines[$0].id } }
      }
    )
  }
}

extension DatasetMicrodata {
  /// The place of its file in a release.
  var path: String { "microdata/\(id).csv.gz" }

  /// The file's bytes before compression: `.` is a suppressed value.
  var csv: [UInt8] {
    CSV.write(
      [written.map(\.variable)] + rows.map { row in row.map { $0 ?? TableCSV.withheld } }
    )
  }

  /// The rows of a file.
  ///
  /// - Throws: `TableCSV.Mismatch` where it breaks the description.
  func rows(of bytes: [UInt8]) throws(TableCSV.Mismatch) -> [[String?]] {
    guard let records = CSV.read(bytes), records.first == written.map(\.variable) else {
      throw TableCSV.Mismatch(line: 1, column: "")
    }
    var rows: [[String?]] = []
    for (index, record) in records.enumerated().dropFirst() {
      guard record.count == written.count else {
        throw TableCSV.Mismatch(line: index + 1, column: "")
      }
      var row: [String?] = []
      for (value, column) in zip(record, written) {
        let isSuppressed = value == TableCSV.withheld && column.role == .identifying
        guard isSuppressed || column.lines.contains(where: { $0.id == value }) else {
          throw TableCSV.Mismatch(line: index + 1, column: column.variable)
        }
        row.append(isSuppressed ? nil : value)
      }
      rows.append(row)
    }
    return rows
  }
}
