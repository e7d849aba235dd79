/// The last parts of Dutch and Flemish street names that tell a street by themselves.
///
/// The commonest generic parts of the BAG register's street names.
enum StreetSuffix {
  /// Says whether a folded word ends in one, with at least two letters before it.
  static func ends(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count >= 5, finals.contains(bytes[range.upperBound - 1]) else { return false }
    return all.contains { suffix in
      range.count >= suffix.count + 2
        && bytes[range.upperBound - suffix.count..<range.upperBound].elementsEqual(suffix)
    }
  }

  private static let all: [[UInt8]] = [
    "straat", "straatje", "weg", "laan", "plein", "kade", "dijk", "steeg", "singel", "gracht",
    "plantsoen", "dreef", "pad", "boulevard", "allee", "strjitte", "hof", "baan", "lei", "wal",
    "strasse",
  ].map { Array($0.utf8) }

  private static let finals = Set(all.compactMap(\.last))
}
