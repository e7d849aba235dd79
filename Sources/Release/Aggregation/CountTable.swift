/// The counts of one table: not yet safe, and not to be shown.
///
/// Besides the planned lines it counts every single code, and for multi-answer variables those who
/// answered at all ("hidden" elements), because the second wall must know what an attacker could
/// derive. Partial tables of parts of the persons add up.
public struct CountTable: Sendable {
  /// One element of a dimension: a line, or codes that have no line of their own.
  public struct Element: Equatable, Sendable {
    /// The codes as bits of the dimension's column.
    public let bits: UInt64
    /// The line's place in the dimension; `nil` for a hidden code.
    public let line: Int?
  }

  /// The planned table.
  public let table: PlannedTable
  /// The period.
  public let period: Period
  /// The elements of each dimension: its lines in order, then the hidden codes.
  public let elements: [[Element]]
  /// The number of persons in each cell, row-major over the elements.
  public private(set) var persons: [Int]
  /// The sum of the persons' record keys modulo 2^32, in the same order.
  public private(set) var keySums: [UInt32]
  /// In each cell, how many rows have each shared visitor.
  private var shared: [Int: [Int: Int]] = [:]

  /// The visitors behind each cell of contacts, by record key, up to `visitorsAtMost`; empty for a
  /// table of persons.
  private var visitorKeys: [Set<UInt32>] = []

  /// No threshold is above this, so more visitors need not be told apart.
  static let visitorsAtMost = 1_000

  /// How many persons stand behind a cell: itself, or the visitors whose contacts it counts.
  public func visitors(at place: Int) -> Int {
    visitorKeys.isEmpty ? persons[place] : visitorKeys[place].count
  }

  /// Makes an empty table.
  public init(_ table: PlannedTable, period: Period) {
    self.table = table
    self.period = period
    elements = table.dimensions.map { dimension in
      var elements = dimension.lines.enumerated().map {
        Element(bits: $0.element.bits, line: $0.offset)
      }
      for bits in dimension.hiddenBits where !elements.contains(where: { $0.bits == bits }) {
        elements.append(Element(bits: bits, line: nil))
      }
      return elements
    }
    let count = elements.reduce(1) { $0 * $1.count }
    persons = [Int](repeating: 0, count: count)
    keySums = [UInt32](repeating: 0, count: count)
  }

  /// The place of a cell, row-major over the elements.
  public func place(of coordinates: [Int]) -> Int {
    zip(coordinates, elements).reduce(0) { $0 * $1.1.count + $1.0 }
  }

  /// How many of a cell's persons may be others of it, because a nickname says so.
  public func doubt(at place: Int) -> Int {
    shared[place]?.values.reduce(0) { $0 + $1 - 1 } ?? 0
  }

  /// Adds the counts of other persons.
  ///
  /// - Parameter other: A partial table of the same plan and period.
  /// - Throws: `AggregationError.notMergeable` when it is of another table or period.
  public mutating func merge(_ other: CountTable) throws(AggregationError) {
    guard other.table.id == table.id, other.table.population == table.population,
      other.period == period, other.elements == elements
    else { throw .notMergeable(table: table.id) }
    for place in persons.indices {
      persons[place] += other.persons[place]
      keySums[place] &+= other.keySums[place]
    }
    shared.merge(other.shared) { $0.merging($1, uniquingKeysWith: +) }
    if visitorKeys.isEmpty {
      visitorKeys = other.visitorKeys
    } else {
      for (place, keys) in other.visitorKeys.enumerated() {
        for key in keys where visitorKeys[place].count < Self.visitorsAtMost {
          visitorKeys[place].insert(key)
        }
      }
    }
  }

  /// Counts one person into cells; the places come from `Tabulation`.
  mutating func add(_ row: PersonRow, at places: [Int]) {
    for place in places {
      persons[place] += 1
      keySums[place] &+= row.recordKey
      if let visitor = row.visitor { shared[place, default: [:]][visitor, default: 0] += 1 }
    }
  }

  /// Counts one contact of a visitor into cells; a visitor has one key for all contacts.
  mutating func add(contactOf visitor: UInt32, at places: [Int]) {
    if visitorKeys.isEmpty { visitorKeys = Array(repeating: [], count: persons.count) }
    for place in places {
      persons[place] += 1
      guard visitorKeys[place].count < Self.visitorsAtMost,
        visitorKeys[place].insert(visitor).inserted
      else { continue }
      keySums[place] &+= visitor
    }
  }
}

extension Dimension {
  /// Codes that are counted whether they have a line or not.
  fileprivate var hiddenBits: [UInt64] {
    var bits = layout.codes.indices.map { 1 << UInt64($0) as UInt64 }
    guard isMulti else { return bits }
    bits.append(layout.all & ~layout.missing)
    if !exclusive.isEmpty { bits.append(layout.all & ~layout.missing & ~exclusiveBits) }
    return bits.filter { $0 != 0 }
  }

  /// The codes that never stand beside another, as bits.
  public var exclusiveBits: UInt64 { exclusive.reduce(0) { $0 | (layout.bit(of: $1) ?? 0) } }
}
