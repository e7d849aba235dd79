import Codebook

/// A table as text for a terminal, with its legend.
public enum TextTable {
  /// Draws a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - language: Whose labels are used.
  /// - Returns: Lines of text, each ended by a line feed; columns are padded with blanks.
  public static func draw(_ table: DatasetTable, _ language: Language) -> String {
    let columns = TableCSV.columns(of: table).filter { $0 != .period }
    var rows: [[String]] = [columns.map { heading($0, table, language) }]
    for (place, cell) in table.cells.enumerated() {
      let lines = table.coordinates(of: place)
      rows.append(columns.map { text($0, cell, lines, table, language) })
    }
    let widths = columns.indices.map { column in
      rows.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    let isText = columns.map { $0.isKey || $0 == .changePeriod }
    let drawn = rows.map { row in
      var line = ""
      for (column, field) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - field.unicodeScalars.count)
        line += (column > 0 ? "  " : "") + (isText[column] ? field + blanks : blanks + field)
      }
      return withoutTrailingBlanks(line)
    }
    let width = max(widths.reduce(0, +) + 2 * max(widths.count - 1, 0), 1)
    let rule = String(repeating: "-", count: width)
    let head = "\(table.id)  \(table.title[language]), \(table.period)"
    let base = table.populationLabel[language]
    let body = [drawn[0], rule] + drawn.dropFirst() + [rule]
    return ([head, base, ""] + body + legend(table, language)).joined(separator: "\n") + "\n"
  }

  /// What a reader must know beside the numbers.
  static func legend(_ table: DatasetTable, _ language: Language) -> [String] {
    var lines = [
      "\(TableCSV.withheld) = \(Legend.withheld[language])",
      language == .nl
        ? "leeg = \(Legend.impossible.nl)" : "empty = \(Legend.impossible.en)",
    ]
    if table.dimensions.contains(where: \.isMulti) { lines.append(Legend.multi[language]) }
    let threshold = table.protection.threshold
    if threshold > 0 { lines.append(Legend.threshold(threshold)[language]) }
    return lines
  }

  private static func heading(
    _ column: TableCSV.Column,
    _ table: DatasetTable,
    _ language: Language
  ) -> String {
    switch column {
    case .count: language == .nl ? "aantal" : table.unit == .person ? "persons" : "contacts"
    case .share(.shareOfKnown): language == .nl ? "% bekend" : "% known"
    case .share: language == .nl ? "% allen" : "% all"
    case .shareBase: language == .nl ? "van" : "of"
    case .change: language == .nl ? "verandering %" : "change %"
    case .changeBase: language == .nl ? "van" : "on"
    case .changePeriod: language == .nl ? "in" : "in"
    case .period, .dimension: column.title(in: table)[language]
    }
  }

  static func text(
    _ column: TableCSV.Column,
    _ cell: DatasetCell,
    _ lines: [Int],
    _ table: DatasetTable,
    _ language: Language
  ) -> String {
    if case .dimension(let index) = column {
      return table.dimensions[index].lines[lines[index]].label[language]
    }
    let written = TableCSV.text(column, of: cell, at: lines, in: table)
    guard language == .nl, column.type == "number", written != TableCSV.withheld else {
      return written
    }
    return String(written.map { $0 == "." ? "," : $0 })
  }

  private static func withoutTrailingBlanks(_ line: String) -> String {
    var bytes = Array(line.utf8)
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
