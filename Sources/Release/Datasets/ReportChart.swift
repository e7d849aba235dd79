import Codebook

/// A bar chart of a table of one dimension, as SVG inside the page.
///
/// The table stands below it with the same numbers, so the chart is a picture with a name for
/// those who do not see it.
enum ReportChart {
  private static let rowHeight = 26
  private static let labelWidth = 330
  private static let barWidth = 250
  private static let width = 640

  /// Draws the lines that are no margins; `nil` where the table has none, or several dimensions.
  static func draw(_ table: DatasetTable, _ language: Language) -> String? {
    guard table.dimensions.count == 1 else { return nil }
    let lines = table.dimensions[0].lines
    let bars = lines.indices.filter { !lines[$0].isMargin }
    let numbers = bars.compactMap { table.cells[$0].count.number }
    guard let largest = numbers.max(), largest > 0 else { return nil }
    let height = bars.count * rowHeight + 4
    let name = HTML.escape("\(table.title[language]), \(table.period)")
    var svg =
      "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
      + "aria-label=\"\(name)\">\n"
    for (row, place) in bars.enumerated() {
      let y = row * rowHeight + 2
      let label = HTML.escape(lines[place].label[language])
      svg +=
        "<text x=\"\(labelWidth - 8)\" y=\"\(y + 17)\" text-anchor=\"end\">\(label)</text>\n"
      switch table.cells[place].count {
      case .count(let number):
        let length = max((number * barWidth + largest / 2) / largest, number > 0 ? 1 : 0)
        svg +=
          "<rect x=\"\(labelWidth)\" y=\"\(y + 3)\" width=\"\(length)\" "
          + "height=\"\(rowHeight - 6)\"/>\n"
          + "<text x=\"\(labelWidth + length + 6)\" y=\"\(y + 17)\">\(number)</text>\n"
      case .withheld, .impossible:
        svg +=
          "<text x=\"\(labelWidth)\" y=\"\(y + 17)\">"
          + "\(TableCSV.text(table.cells[place].count))</text>\n"
      }
    }
    return svg + "</svg>\n"
  }
}
