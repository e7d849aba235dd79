import Codebook

/// A share over several periods in one sentence, with the coverage of the line's first year.
///
/// A rise may be a line that began in the middle of a year; the reader must be able to see that.
enum TrendSentence {
  /// The sentences of a trend.
  ///
  /// - Parameters:
  ///   - figure: A figure with earlier periods.
  ///   - language: Whose words are used.
  ///   - firstQuarter: The first quarter of which the line has contacts; empty where unknown.
  /// - Returns: The trend, and what the first year covers.
  static func lines(
    _ figure: ReportFigure,
    _ language: Language,
    firstQuarter: String
  ) -> [String] {
    let what = figure.cell.labels.map { $0[language] }.joined(separator: ", ")
    let parts =
      figure.trend.map { part($0, language) }
      + [part(ReportFigure.Past(period: figure.period, share: figure.cell.share), language)]
    let head = language == .nl ? "In de loop der jaren" : "Over the years"
    return ["\(head), \(what): \(parts.joined(separator: "; "))."]
      + [coverage(figure, language, firstQuarter)].compactMap { $0 }
  }

  private static func part(_ past: ReportFigure.Past, _ language: Language) -> String {
    guard case .tenths(let tenths, let base) = past.share else {
      return language == .nl
        ? "\(past.period) niet gepubliceerd" : "\(past.period) not published"
    }
    let share = ReportSentence.percent(tenths, language)
    return language == .nl
      ? "\(share) van \(base) in \(past.period)" : "\(share) of \(base) in \(past.period)"
  }

  /// What of the line's first year was counted; `nil` where the trend begins later.
  private static func coverage(
    _ figure: ReportFigure,
    _ language: Language,
    _ firstQuarter: String
  ) -> String? {
    let year = String(firstQuarter.prefix(4))
    let periods = figure.trend.map(\.period) + [figure.period]
    guard let quarter = firstQuarter.last.flatMap({ Int(String($0)) }), (1...4).contains(quarter),
      periods.contains(year)
    else { return nil }
    let quarters = 5 - quarter
    return language == .nl
      ? "\(year) is het eerste jaar van de lijn: de contacten beginnen in \(firstQuarter), zodat "
        + "\(quarters) van de 4 kwartalen meetellen."
      : "\(year) is the line's first year: its contacts begin in \(firstQuarter), so that "
        + "\(quarters) of its 4 quarters count."
  }
}
