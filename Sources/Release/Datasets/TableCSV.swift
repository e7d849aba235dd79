/// A table as CSV: a line a cell, the dimensions in front, signs as Statistics Netherlands has them.
///
/// `.` is secret or unreliable, nothing is what cannot occur. Every share and change has its base
/// beside it.
enum TableCSV {
  /// A column of the file.
  enum Column: Equatable {
    case period
    case dimension(Int)
    case count
    case share(DatasetMeasure)
    case shareBase(DatasetMeasure)
    case change
    case changeBase
    case changePeriod

    /// The column's name.
    func name(in table: DatasetTable) -> String {
      switch self {
      case .period: "period"
      case .dimension(let index): table.dimensions[index].id
      case .count: "count"
      case .share(let measure): measure.rawValue
      case .shareBase(.shareOfKnown): "base_known"
      case .shareBase: "base_all"
      case .change: "change"
      case .changeBase: "change_base"
      case .changePeriod: "change_period"
      }
    }
  }

  /// The columns of a table, in order.
  static func columns(of table: DatasetTable) -> [Column] {
    [.period] + table.dimensions.indices.map { .dimension($0) }
      + table.measures.flatMap { measure -> [Column] in
        switch measure {
        case .count: [.count]
        case .shareOfKnown, .shareOfAll: [.share(measure), .shareBase(measure)]
        case .change: [.change, .changeBase, .changePeriod]
        }
      }
  }

  /// The sign of what is secret or unreliable.
  static let withheld = "."
  /// The sign of what cannot occur.
  static let impossible = ""

  /// The file's bytes before compression.
  static func write(_ table: DatasetTable) -> [UInt8] {
    let columns = columns(of: table)
    var records = [columns.map { $0.name(in: table) }]
    for (place, cell) in table.cells.enumerated() {
      let lines = table.coordinates(of: place)
      records.append(columns.map { text($0, of: cell, at: lines, in: table) })
    }
    return CSV.write(records)
  }

  static func text(
    _ column: Column,
    of cell: DatasetCell,
    at lines: [Int],
    in table: DatasetTable
  ) -> String {
    switch column {
    case .period: table.period
    case .dimension(let index): table.dimensions[index].lines[lines[index]].id
    case .count: text(cell.count)
    case .share(let measure): parts(cell.share(measure)).0
    case .shareBase(let measure): parts(cell.share(measure)).1
    case .change: parts(cell.change).0
    case .changeBase: parts(cell.change).1
    case .changePeriod: parts(cell.change).2
    }
  }

  static func text(_ value: DatasetValue) -> String {
    switch value {
    case .count(let number): String(number)
    case .withheld: withheld
    case .impossible: impossible
    }
  }

  private static func parts(_ share: DatasetShare) -> (String, String) {
    switch share {
    case .tenths(let tenths, let base): (Percentage.text(tenths), String(base))
    case .withheld: (withheld, withheld)
    case .impossible: (impossible, impossible)
    }
  }

  private static func parts(_ change: DatasetChange) -> (String, String, String) {
    switch change {
    case .tenths(let tenths, let base, let period):
      (Percentage.text(tenths), String(base), period)
    case .withheld: (withheld, withheld, withheld)
    case .impossible: (impossible, impossible, impossible)
    }
  }
}

extension DatasetCell {
  /// The share of a measure.
  func share(_ measure: DatasetMeasure) -> DatasetShare {
    measure == .shareOfKnown ? shareOfKnown : shareOfAll
  }
}

// MARK: - Reading

extension TableCSV {
  /// Why a file is not the table that the data package describes.
  struct Mismatch: Error, Equatable {
    /// The line of the file, 1-based; the header is line 1.
    let line: Int
    /// The column's name; empty for the whole line.
    let column: String
  }

  /// Reads the cells of a described table.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes, decompressed.
  ///   - table: The table without cells.
  /// - Returns: The cells, row-major over the dimensions' lines.
  /// - Throws: `Mismatch`.
  static func read(_ bytes: [UInt8], as table: DatasetTable) throws(Mismatch) -> [DatasetCell] {
    let columns = columns(of: table)
    guard let records = CSV.read(bytes) else { throw Mismatch(line: 1, column: "") }
    guard let header = records.first, header == columns.map({ $0.name(in: table) }) else {
      throw Mismatch(line: 1, column: "")
    }
    guard records.count == table.cellCount + 1 else {
      throw Mismatch(line: records.count, column: "")
    }
    var cells: [DatasetCell] = []
    for (place, record) in records.dropFirst().enumerated() {
      guard record.count == columns.count else { throw Mismatch(line: place + 2, column: "") }
      var reader = RecordReader(record: record, line: place + 2, table: table)
      cells.append(try reader.cell(at: table.coordinates(of: place), columns))
    }
    return cells
  }

  private struct RecordReader {
    let record: [String]
    let line: Int
    let table: DatasetTable
    var count = DatasetValue.impossible
    var shares: [DatasetMeasure: DatasetShare] = [:]
    var change = DatasetChange.impossible

    init(record: [String], line: Int, table: DatasetTable) {
      self.record = record
      self.line = line
      self.table = table
    }

    mutating func cell(at lines: [Int], _ columns: [Column]) throws(Mismatch) -> DatasetCell {
      for (index, column) in columns.enumerated() {
        guard read(column, index, lines) else {
          throw Mismatch(line: line, column: column.name(in: table))
        }
      }
      return DatasetCell(
        count: count,
        shareOfKnown: shares[.shareOfKnown] ?? .impossible,
        shareOfAll: shares[.shareOfAll] ?? .impossible,
        change: change
      )
    }

    /// A whole number as it is written, below a million million: far from any overflow.
    private func number(_ text: String) -> Int? {
      guard let number = Int(text), (0..<1_000_000_000_000).contains(number),
        String(number) == text
      else { return nil }
      return number
    }

    private mutating func read(_ column: Column, _ index: Int, _ lines: [Int]) -> Bool {
      let text = record[index]
      switch column {
      case .period: return text == table.period
      case .dimension(let dimension):
        return text == table.dimensions[dimension].lines[lines[dimension]].id
      case .count:
        if text == withheld {
          count = .withheld
        } else if text != impossible {
          guard let number = number(text) else { return false }
          count = .count(number)
        }
        return true
      case .share(let measure):
        let base = record[index + 1]
        if text == withheld || text == impossible {
          shares[measure] = text == withheld ? .withheld : .impossible
          return base == text
        }
        guard let tenths = Percentage.tenths(text), let base = number(base), base > 0, tenths >= 0
        else { return false }
        shares[measure] = .tenths(tenths, base: base)
        return true
      case .change:
        let base = record[index + 1]
        if text == withheld || text == impossible {
          change = text == withheld ? .withheld : .impossible
          return base == text && record[index + 2] == text
        }
        guard let tenths = Percentage.tenths(text), let base = number(base), base > 0 else {
          return false
        }
        change = .tenths(tenths, base: base, period: record[index + 2])
        return true
      // Read with the column that they belong to.
      case .shareBase, .changeBase, .changePeriod: return true
      }
    }
  }
}
