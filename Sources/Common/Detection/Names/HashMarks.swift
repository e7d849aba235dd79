/// Marks by hash, in a small open-addressed table: no seed, no order.
struct HashMarks {
  private var keys: [UInt64]
  private var values: [UInt8]
  private let mask: Int

  /// Makes a table for at most so many hashes.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [UInt8](repeating: 0, count: size)
    mask = size - 1
  }

  private func slot(_ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> 8) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  /// Adds marks to a hash; bit 1 says that it came before.
  mutating func mark(_ hash: UInt64, _ marks: UInt8) {
    let slot = slot(hash)
    if keys[slot] == 0 {
      keys[slot] = hash
      values[slot] = marks
    } else {
      values[slot] |= marks | 1
    }
  }

  /// Sets the marks of a hash; returns what it had.
  mutating func set(_ hash: UInt64, _ marks: UInt8) -> UInt8 {
    let slot = slot(hash)
    let old = values[slot]
    keys[slot] = hash
    values[slot] = marks
    return old
  }

  /// The marks of a hash; 0 when it has none.
  func marks(_ hash: UInt64) -> UInt8 { values[slot(hash)] }
}
