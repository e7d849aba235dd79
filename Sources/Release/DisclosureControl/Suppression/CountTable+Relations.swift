import Aggregation

extension CountTable {
  /// A relation between elements of one dimension; see `LineSystem.Relation`.
  struct ElementRelation {
    let terms: [(element: Int, coefficient: Int)]
    let isEquality: Bool
  }

  /// The elements of a cell, from its place.
  func coordinates(of place: Int) -> [Int] {
    var rest = place
    var coordinates = [Int](repeating: 0, count: elements.count)
    for index in elements.indices.reversed() {
      coordinates[index] = rest % elements[index].count
      rest /= elements[index].count
    }
    return coordinates
  }

  /// The key of a cell.
  func key(of coordinates: [Int]) -> CellKey {
    var conditions: [CellKey.Condition] = []
    for (index, element) in coordinates.enumerated() {
      guard let condition = table.dimensions[index].condition(elements[index][element].bits) else {
        continue
      }
      conditions.append(condition)
    }
    return CellKey(
      population: table.population,
      period: period.description,
      conditions: conditions
    )
  }

  /// The lines of a cell; `nil` where it is hidden.
  func lines(of coordinates: [Int]) -> [Line]? {
    var lines: [Line] = []
    for (index, element) in coordinates.enumerated() {
      guard let line = elements[index][element].line else { return nil }
      lines.append(table.dimensions[index].lines[line])
    }
    return lines
  }

  /// All choices of elements of the other dimensions; 0 stands for the one left out.
  func combinations(leavingOut dimension: Int) -> [[Int]] {
    var combinations: [[Int]] = [[]]
    for (index, elements) in elements.enumerated() {
      let choices = index == dimension ? [0] : Array(elements.indices)
      combinations = combinations.flatMap { prefix in choices.map { prefix + [$0] } }
    }
    return combinations
  }

  /// What everybody knows of the elements of one dimension.
  ///
  /// Single answers: a line is the sum of the largest lines inside it and of the codes that are
  /// left. Several answers: max(parts) <= union <= sum(parts); everybody = known + missing, and
  /// known = the codes that stand alone + the union of the rest.
  func relations(of dimension: Int) -> [ElementRelation] {
    let planned = table.dimensions[dimension]
    let elements = elements[dimension]
    var relations: [ElementRelation] = []
    for (whole, element) in elements.enumerated() where element.bits.nonzeroBitCount > 1 {
      if planned.isMulti, element.bits == planned.layout.all {
        relations += everybody(whole, planned, elements)
        continue
      }
      let parts = Self.parts(of: element.bits, among: elements)
      if planned.isMulti {
        for part in parts {
          relations.append(ElementRelation(terms: [(part, 1), (whole, -1)], isEquality: false))
        }
      }
      relations.append(
        ElementRelation(
          terms: [(whole, 1)] + parts.map { ($0, -1) },
          isEquality: !planned.isMulti
        )
      )
    }
    return relations
  }

  /// How everybody divides into known and missing, and the known into what stands alone and not.
  private func everybody(
    _ total: Int,
    _ planned: Dimension,
    _ elements: [Element]
  ) -> [ElementRelation] {
    func place(_ bits: UInt64) -> Int? { elements.firstIndex { $0.bits == bits } }
    let layout = planned.layout
    guard let known = place(layout.all & ~layout.missing), known != total else {
      return Self.parts(of: layout.all, among: elements).map {
        ElementRelation(terms: [($0, 1), (total, -1)], isEquality: false)
      }
    }
    let missing = layout.codes.indices.map { 1 << UInt64($0) as UInt64 }
      .filter { $0 & layout.missing != 0 }.compactMap(place)
    var relations = [
      ElementRelation(
        terms: [(total, 1), (known, -1)] + missing.map { ($0, -1) },
        isEquality: missing.count == 1
      )
    ]
    if missing.count > 1 {
      relations += (missing + [known]).map {
        ElementRelation(terms: [($0, 1), (total, -1)], isEquality: false)
      }
    }
    let alone = planned.exclusive.compactMap { layout.bit(of: $0) }.compactMap(place)
    if !alone.isEmpty,
      let rest = place(layout.all & ~layout.missing & ~planned.exclusiveBits)
    {
      relations.append(
        ElementRelation(
          terms: [(known, 1), (rest, -1)] + alone.map { ($0, -1) },
          isEquality: true
        )
      )
    }
    return relations
  }

  /// The largest elements inside a set of codes that do not overlap, filled up with single codes.
  private static func parts(of bits: UInt64, among elements: [Element]) -> [Int] {
    var rest = bits
    var parts: [Int] = []
    let inside = elements.indices
      .filter { elements[$0].bits & ~bits == 0 && elements[$0].bits != bits }
      .sorted { left, right in
        let (a, b) = (elements[left].bits.nonzeroBitCount, elements[right].bits.nonzeroBitCount)
        return a == b ? left < right : a > b
      }
    for place in inside where elements[place].bits & ~rest == 0 {
      parts.append(place)
      rest &= ~elements[place].bits
    }
    return parts
  }

  /// Tells whether anybody answered the questions of a cell's multi-answer dimension.
  ///
  /// Where nobody did, its zeros are a lack of answers, and everybody sees that.
  func anybodyAnswered(at coordinates: [Int]) -> Bool {
    for (index, planned) in table.dimensions.enumerated() where planned.isMulti {
      let known = planned.layout.all & ~planned.layout.missing
      guard let place = elements[index].firstIndex(where: { $0.bits == known }) else { continue }
      var margin = coordinates
      margin[index] = place
      if persons[self.place(of: margin)] == 0 { return false }
    }
    return true
  }
}
