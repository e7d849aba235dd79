/// Where each byte of a folded text stands in the original.
///
/// A sorted list of runs: in a *verbatim* run folded and original bytes go hand in hand, a
/// *cluster* is a group of folded bytes that stands for a group of original bytes as a whole. A
/// text of plain ASCII is one run, so the map costs next to nothing where nothing was changed.
public struct OffsetMap: Sendable {
  private struct Run {
    var folded: UInt32
    /// The original offset; the top bit marks a cluster.
    var place: UInt32

    var original: Int { Int(place & 0x7FFF_FFFF) }
    var isCluster: Bool { place >> 31 == 1 }
  }

  private var runs: [Run] = []

  /// Makes an empty map.
  public init() {}

  /// The folded offset at which the last run begins, -1 when there is none.
  var lastFolded: Int { runs.last.map { Int($0.folded) } ?? -1 }

  /// Begins a run; a run without folded bytes before it is replaced.
  mutating func begin(folded: Int, original: Int, isCluster: Bool) {
    let run = Run(
      folded: UInt32(truncatingIfNeeded: folded),
      place: UInt32(truncatingIfNeeded: original) & 0x7FFF_FFFF | (isCluster ? 1 << 31 : 0)
    )
    if let last = runs.last, last.folded == run.folded {
      runs[runs.count - 1] = run
    } else {
      runs.append(run)
    }
  }

  /// Returns the original offset of a folded byte, the first of its cluster.
  public func start(_ folded: Int) -> Int {
    guard let run = run(at: folded) else { return 0 }
    return run.isCluster ? run.original : run.original + folded - Int(run.folded)
  }

  /// Returns the original offset just behind the folded byte before `folded`.
  ///
  /// Combining marks that were dropped behind that byte are included, invisible signs are not.
  public func end(_ folded: Int) -> Int {
    guard folded > 0, let index = indexOfRun(at: folded - 1) else { return 0 }
    return end(folded, run: index)
  }

  private func end(_ folded: Int, run index: Int) -> Int {
    let run = runs[index]
    if !run.isCluster { return run.original + folded - Int(run.folded) }
    return index + 1 < runs.count ? runs[index + 1].original : run.original
  }

  /// Returns the original bytes that a stretch of folded text stands for.
  public func original(_ folded: Range<Int>) -> Range<Int> {
    guard let first = indexOfRun(at: folded.lowerBound) else {
      return 0..<end(folded.upperBound)
    }
    let run = runs[first]
    let lower = run.isCluster ? run.original : run.original + folded.lowerBound - Int(run.folded)
    // Most stretches end in the run they begin in.
    if folded.isEmpty || first + 1 < runs.count && Int(runs[first + 1].folded) < folded.upperBound {
      return lower..<max(lower, end(folded.upperBound))
    }
    return lower..<max(lower, end(folded.upperBound, run: first))
  }

  private func run(at folded: Int) -> Run? { indexOfRun(at: folded).map { runs[$0] } }

  private func indexOfRun(at folded: Int) -> Int? {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].folded) <= folded { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
