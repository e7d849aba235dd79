import Keys

/// For how long a visitor is known again: the life of the link key.
struct LookBackWindow {
  let years: Int

  /// The link keys whose window is over at a time.
  ///
  /// - Parameters:
  ///   - roots: The keyring's.
  ///   - time: RFC 3339 in UTC.
  /// - Returns: Active link keys that were made so many years before, or earlier.
  func ended(_ roots: [RootDescription], at time: String) -> [RootDescription] {
    guard let year = Int(time.prefix(4)) else { return [] }
    // The same moment so many years ago; times of one zone compare as text.
    let digits = String(year - years)
    let limit = String(repeating: "0", count: max(0, 4 - digits.count)) + digits + time.dropFirst(4)
    return roots.filter { root in
      root.purpose == .link && root.state == .active && !root.created.isEmpty
        && root.created <= limit
    }
  }
}
