import Datasets

extension PublicRisk {
  /// What one table says of its own risk.
  static func table(_ table: DatasetTable) -> Table {
    Table(
      id: table.id,
      cells: table.cells.count,
      withheld: table.cells.count { $0.count == .withheld },
      smallest: table.cells.compactMap(\.count.number).filter { $0 > 0 }.min(),
      narrowest: narrowest(table),
      largest: largest(table),
      farthest: farthest(table)
    )
  }

  /// The withheld cell with the shortest interval, the first of them in the table's order.
  private static func narrowest(_ table: DatasetTable) -> Interval? {
    var bounds: [Int: (from: Int, to: Int)] = [:]
    for dimension in table.dimensions.indices {
      for line in table.lines(along: dimension) {
        let derivation = LineDerivation(
          lines: table.dimensions[dimension].lines.map(\.codes),
          values: line.map { table.cells[$0].count },
          isMulti: table.dimensions[dimension].isMulti
        )
        for (place, own) in zip(line, derivation.bounds)
        where table.cells[place].count == .withheld {
          let now = bounds[place] ?? (own.lower, own.upper)
          bounds[place] = (max(now.from, own.lower), min(now.to, own.upper))
        }
      }
    }
    let narrowest = bounds.keys.sorted().min { left, right in
      let widths = [left, right].map { (bounds[$0]?.to ?? 0) - (bounds[$0]?.from ?? 0) }
      return widths[0] < widths[1]
    }
    return narrowest.flatMap { place in
      bounds[place].map {
        Interval(lines: TableCheck.name(of: place, in: table).lines, from: $0.from, to: $0.to)
      }
    }
  }

  /// The code or group that is the greatest part of everybody in its line.
  private static func largest(_ table: DatasetTable) -> Part? {
    var largest: Part?
    for (number, dimension) in table.dimensions.enumerated() {
      for line in table.lines(along: number) {
        guard let whole = table.cells[line[0]].count.number, whole > 0 else { continue }
        for (place, own) in zip(line, dimension.lines)
        where own.kind == .code || own.kind == .group {
          guard let count = table.cells[place].count.number, count <= whole else { continue }
          let perMille = (2_000 * count + whole) / (2 * whole)
          if perMille > largest?.perMille ?? -1 {
            largest = Part(
              lines: TableCheck.name(of: place, in: table).lines,
              variable: dimension.variable,
              perMille: perMille
            )
          }
        }
      }
    }
    return largest
  }

  /// The line of one variable in which the other's codes are spread least like those of all.
  ///
  /// Lines of which a code is withheld are left out, and variables of several answers.
  private static func farthest(_ table: DatasetTable) -> Distance? {
    guard table.dimensions.count == 2 else { return nil }
    var farthest: Distance?
    for told in 0...1 where !table.dimensions[told].isMulti {
      let codes = table.dimensions[told].lines.indices.filter {
        [.code, .missing].contains(table.dimensions[told].lines[$0].kind)
      }
      func numbers(_ given: Int) -> [Int]? {
        let numbers = codes.compactMap { code in
          table.cells[table.place(of: told == 0 ? [code, given] : [given, code])].count.number
        }
        return numbers.count == codes.count ? numbers : nil
      }
      guard let all = numbers(0), let whole = all.sum else { continue }
      for (given, line) in table.dimensions[1 - told].lines.enumerated() where given > 0 {
        guard let own = numbers(given), let base = own.sum else { continue }
        let distance = zip(own, all).reduce(0) { $0 + abs($1.0 * whole - $1.1 * base) }
        let perMille = 500 * distance / (whole * base)
        if perMille > farthest?.perMille ?? -1 {
          farthest = Distance(
            given: table.dimensions[1 - told].variable,
            line: line.id,
            variable: table.dimensions[told].variable,
            perMille: perMille
          )
        }
      }
    }
    return farthest
  }
}

extension [Int] {
  /// The sum of counts; `nil` where there is nobody.
  fileprivate var sum: Int? {
    let sum = reduce(0, +)
    return sum > 0 ? sum : nil
  }
}

extension DatasetTable {
  /// The places of the cells of each line along a dimension, everybody first.
  fileprivate func lines(along dimension: Int) -> [[Int]] {
    cells.indices.filter { coordinates(of: $0)[dimension] == 0 }.map { place in
      var coordinates = coordinates(of: place)
      return dimensions[dimension].lines.indices.map { line in
        coordinates[dimension] = line
        return self.place(of: coordinates)
      }
    }
  }
}
