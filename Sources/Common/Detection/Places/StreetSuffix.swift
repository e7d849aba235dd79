/// The last parts of Dutch and Flemish street names that tell a street by themselves.
///
/// The commonest generic parts of the BAG register's street names.
enum StreetSuffix {
  /// Says whether a folded word ends in one, with at least two letters before it.
  static func ends(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    all.length(bytes, range, before: 2) != nil
  }

  private static let all = WordEndings([
    "straat", "straatje", "weg", "laan", "plein", "kade", "dijk", "steeg", "singel", "gracht",
    "plantsoen", "dreef", "pad", "boulevard", "allee", "strjitte", "hof", "baan", "lei", "wal",
    "strasse",
  ])
}
