import Aggregation
import Ledger

/// Counts a ledger's year into a project's tables, each thread one ordered scan of its own part, and
/// adds the parts up.
func ledger(_ file: String, _ folder: String, threads: Int) async throws {
  let line = try PlannedLine(folder)
  let tables = line.plan.tables
  let year = Period(year: 2019)
  try await measure("count the ledger into \(tables.count) tables on \(threads) threads") {
    let parts = try await withThrowingTaskGroup(of: (Tabulation, Int).self) { group in
      for index in 0..<threads {
        group.addTask {
          let ledger = try Ledger.open(path: file)
          var part = try line.tabulation(tables, year)
          var rows = 0
          let shard = Shard(index, of: threads)
          try ledger.forEachPerson(of: year, layout: line.layout, shard: shard) {
            part.add($0)
            rows += 1
          }
          try ledger.forEachDelivery(of: year, layout: line.layout, shard: shard) {
            part.add($0)
            rows += 1
          }
          return (part, rows)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    var whole = parts[0].0.tables
    for part in parts.dropFirst() {
      for (place, table) in part.0.tables.enumerated() { try whole[place].merge(table) }
    }
    // What every order and number of threads must agree on.
    let sum = whole.flatMap(\.persons).reduce(0) { ($0 &* 31 &+ $1) & 0xFFFF_FFFF }
    let cells = whole.map(\.persons.count).reduce(0, +)
    return "\(parts.reduce(0) { $0 + $1.1 }) rows, \(cells) cells, "
      + "\(whole.compactMap { $0.persons.max() }.max() ?? 0) at most, check sum \(sum)"
  }
}
