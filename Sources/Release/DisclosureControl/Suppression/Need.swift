/// What must hold for a cell: the attacker's interval is this wide and reaches this low.
struct Need: Equatable {
  /// up - lo >= width.
  var width: Int
  /// lo <= lowerAtMost.
  var lowerAtMost: Int

  /// Tells whether an interval is enough.
  func isMet(by interval: ClosedRange<Int>) -> Bool {
    interval.upperBound - interval.lowerBound >= width && interval.lowerBound <= lowerAtMost
  }

  /// Both needs in one.
  func joined(_ other: Need) -> Need {
    Need(width: max(width, other.width), lowerAtMost: min(lowerAtMost, other.lowerAtMost))
  }
}
