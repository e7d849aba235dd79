/// How likely each change of a count is: the p-table of the cell key method.
///
/// For a count i the published number j lies in max(0, i - D)...i + D without 1...js. The
/// probabilities have the greatest entropy subject to: sum p = 1, mean change 0, variance at most
/// V, p(no change) >= pstay where i can stay, and p not falling towards i from below. A zero stays.
///
/// Source: Fraser and Wooton 2006; Thompson, Broadfoot and Elazar 2013; Giessing and Tent 2019;
/// the tables equal those of the R package `ptable` 1.0 to 1e-7.
public struct PerturbationTable: Equatable, Sendable {
  /// What the table is made from.
  public struct Parameters: Equatable, Sendable {
    /// D: the greatest change.
    public let distance: Int
    /// V: the greatest variance of the change.
    public let variance: Double
    /// js: the numbers 1...js are never published.
    public let smallest: Int
    /// pstay: how likely no change is at least, where that can be had.
    public let stay: Double

    /// Names the parameters.
    public init(distance: Int, variance: Double, smallest: Int, stay: Double) {
      self.distance = distance
      self.variance = variance
      self.smallest = smallest
      self.stay = stay
    }

    /// D = 5, V = 3, js = 2, pstay = 0.5.
    public static let standard = Parameters(distance: 5, variance: 3, smallest: 2, stay: 0.5)
  }

  /// One change with its probability.
  public struct Entry: Equatable, Sendable {
    /// The change v; the published number is i + v.
    public let change: Int
    /// Its probability.
    public let probability: Double
    /// The upper end of its interval of cell keys, round(sum of p * 2^32).
    public let bound: UInt64
  }

  /// The parameters.
  public let parameters: Parameters
  /// The entries of each count from 0 on; larger counts use the last row.
  public let rows: [[Entry]]

  /// Computes a table.
  ///
  /// - Parameter parameters: The parameters.
  /// - Throws: `DisclosureError.parametersInfeasible` where no probabilities meet them.
  public init(_ parameters: Parameters) throws(DisclosureError) {
    guard (1...50).contains(parameters.distance), (0...20).contains(parameters.smallest),
      parameters.variance > 0, (0..<1).contains(parameters.stay)
    else { throw .parametersInfeasible("D 1...50, js 0...20, V > 0, 0 <= pstay < 1") }
    self.parameters = parameters
    let last =
      parameters.distance + (parameters.smallest > 0 ? parameters.smallest + 1 : 0)
    var rows = [[Entry(change: 0, probability: 1, bound: 1 << 32)]]
    for count in 1...last {
      let targets = (max(0, count - parameters.distance)...count + parameters.distance)
        .filter { !(1...max(1, parameters.smallest)).contains($0) || parameters.smallest == 0 }
      let changes = targets.map { $0 - count }
      guard let row = MaximumEntropyRow(changes, parameters).probabilities else {
        throw .parametersInfeasible(
          "D=\(parameters.distance) V=\(parameters.variance) js=\(parameters.smallest): i=\(count)"
        )
      }
      var sum = 0.0
      var entries: [Entry] = []
      for (change, probability) in zip(changes, row) {
        sum += probability
        entries.append(
          Entry(
            change: change,
            probability: probability,
            bound: UInt64((sum * 4_294_967_296).rounded())
          )
        )
      }
      entries[entries.count - 1] = Entry(
        change: entries[entries.count - 1].change,
        probability: entries[entries.count - 1].probability,
        bound: 1 << 32
      )
      rows.append(entries)
    }
    self.rows = rows
  }

  /// The number to publish for a count with a cell key.
  ///
  /// - Parameters:
  ///   - count: The true count.
  ///   - key: The sum of the persons' record keys modulo 2^32.
  /// - Returns: The count with its change: the first entry whose bound lies above the key.
  public func published(_ count: Int, key: UInt32) -> Int {
    let row = rows[min(max(0, count), rows.count - 1)]
    let entry = row.first { UInt64(key) < $0.bound }
    return count + (entry?.change ?? 0)
  }
}
