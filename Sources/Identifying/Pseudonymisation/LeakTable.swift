/// Sources of values by a 64-bit hash that is well mixed already: open addressing, one cache line a
/// look-up.
///
/// Where a value comes from several sources the lowest is kept, whatever the order of adding.
struct LeakTable {
  private var hashes: [UInt64] = []
  private var sources: [UInt8] = []
  private(set) var count = 0

  /// The source of a hash; `nil` where it is unknown.
  subscript(hash: UInt64) -> LeakSource? {
    if hashes.isEmpty { return nil }
    let place = find(Self.stored(hash))
    return hashes[place] == 0 ? nil : LeakSource(rawValue: Int(sources[place]))
  }

  /// Adds a hash, and says whether it was unknown.
  @discardableResult
  mutating func insert(_ hash: UInt64, _ source: LeakSource) -> Bool {
    if count * 2 >= hashes.count { grow() }
    let hash = Self.stored(hash)
    let place = find(hash)
    guard hashes[place] == 0 else {
      sources[place] = min(sources[place], UInt8(source.rawValue))
      return false
    }
    hashes[place] = hash
    sources[place] = UInt8(source.rawValue)
    count += 1
    return true
  }

  /// Adds everything of another table.
  mutating func formUnion(_ other: LeakTable) {
    for place in other.hashes.indices where other.hashes[place] != 0 {
      insert(other.hashes[place], LeakSource(rawValue: Int(other.sources[place])))
    }
  }

  /// Zero marks an empty place.
  private static func stored(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  private func find(_ hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var place = Int(truncatingIfNeeded: hash >> 20) & mask
    while hashes[place] != 0 && hashes[place] != hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = self
    hashes = Array(repeating: 0, count: max(1_024, old.hashes.count * 2))
    sources = Array(repeating: 0, count: hashes.count)
    count = 0
    formUnion(old)
  }
}
