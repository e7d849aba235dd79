/// A set of word ends, grouped by their last byte.
struct WordEndings: Sendable {
  private let groups: [[[UInt8]]]

  init(_ endings: [String]) {
    var groups = [[[UInt8]]](repeating: [], count: 256)
    for ending in endings.map({ Array($0.utf8) }) {
      if let last = ending.last { groups[Int(last)].append(ending) }
    }
    self.groups = groups
  }

  /// Returns the length of an ending that a word has, with at least so many bytes before it.
  func length(_ bytes: [UInt8], _ range: Range<Int>, before: Int = 0) -> Int? {
    guard let final = range.last else { return nil }
    for ending in groups[Int(bytes[final])] where range.count >= ending.count + before {
      var place = ending.count - 2
      var byte = final - 1
      while place >= 0, ending[place] == bytes[byte] {
        place -= 1
        byte -= 1
      }
      if place < 0 { return ending.count }
    }
    return nil
  }
}
