/// The bands in which an age leaves the process, named as in the codebook's `age_band`.
public enum AgeBand: String, CaseIterable, Sendable {
  /// Under 12.
  case under12 = "00_11"
  /// 12 to 14.
  case from12 = "12_14"
  /// 15.
  case at15 = "15"
  /// 16 and 17.
  case from16 = "16_17"
  /// 18 to 22.
  case from18 = "18_22"
  /// 23 to 29.
  case from23 = "23_29"
  /// 30 and older.
  case from30 = "30plus"

  /// The lowest age, in whole years.
  public var lowest: Int {
    switch self {
    case .under12: 0
    case .from12: 12
    case .at15: 15
    case .from16: 16
    case .from18: 18
    case .from23: 23
    case .from30: 30
    }
  }

  /// The band of an age in whole years; a negative age counts as 0.
  public init(years: Int) {
    self = Self.allCases.last { $0.lowest <= years } ?? .under12
  }
}
