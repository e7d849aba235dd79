/// The bands in which a date leaves the process: how long before the contact it lies.
///
/// Named as in the codebook's `exploit_duration`; what lies ahead has a band of its own. A border is
/// the fewest days that the calendar gives for it: a month has 28, a half-year 181, a year 365, five
/// years 1,826, so that "exactly half a year" is never short of it.
public enum DurationBand: String, CaseIterable, Sendable {
  /// After the contact.
  case ahead
  /// Less than a month.
  case underMonth = "lt_1m"
  /// One to six months.
  case fromMonth = "1_6m"
  /// Six months to a year.
  case fromHalfYear = "6_12m"
  /// One to two years.
  case fromYear = "1_2y"
  /// Two to five years.
  case fromTwoYears = "2_5y"
  /// Five years or more.
  case fromFiveYears = "5plus"

  /// The fewest days; -1 stands for everything ahead.
  public var fewestDays: Int {
    switch self {
    case .ahead: -1
    case .underMonth: 0
    case .fromMonth: 28
    case .fromHalfYear: 181
    case .fromYear: 365
    case .fromTwoYears: 730
    case .fromFiveYears: 1_826
    }
  }

  /// The band of a count of days before the contact, negative for later.
  public init(days: Int) {
    self = Self.allCases.last { $0.fewestDays <= days } ?? .ahead
  }
}
