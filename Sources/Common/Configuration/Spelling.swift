/// Finds the word that a writer may have meant.
public enum Spelling {
  /// The known word at the smallest edit distance, if that is at most a third of its length plus 1.
  ///
  /// Ties go to the alphabetically first word. Cost: product of the lengths for each known word.
  public static func nearest(to word: String, in known: [String]) -> String? {
    var best: (word: String, distance: Int)?
    for candidate in known.sorted() {
      let distance = distance(Array(word.utf8), Array(candidate.utf8))
      guard distance <= candidate.utf8.count / 3 + 1 else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.word
  }

  /// The optimal string alignment distance (insert, delete, replace, swap neighbours).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        var cost = min(
          previous[j + 1] + 1,
          current[j] + 1,
          previous[j] + (a[i] == b[j] ? 0 : 1)
        )
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
