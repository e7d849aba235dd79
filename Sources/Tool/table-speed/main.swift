// Measures the second wall: counting persons, protecting and auditing tables.
//
//   table-speed hierarchy [DIMENSIONS [PERSONS]]
//   table-speed plan PROJECT-FOLDER PERSONS.CSV
//   table-speed counting PROJECT-FOLDER [PERSONS]
//   table-speed risk PROJECT-FOLDER [PERSONS]
//   table-speed new-ledger FILE                       an empty one
//   table-speed ledger FILE PROJECT-FOLDER [THREADS]  all tables of 2019 from its persons and contacts
//   table-speed noise VARIANCE DRAWS      the cost at D^2 = 2 in billionths of rho, then draws
//
// Prints one line of figures: user CPU seconds, wall seconds and the peak of memory.

import Aggregation
import Codebook
import Configuration
import DisclosureControl
import Glibc
import Ledger

/// What this process has used so far: user CPU seconds and megabytes at the peak.
func used() -> (seconds: Double, megabytes: Int) {
  var usage = rusage()
  _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  let seconds = Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
  return (seconds, usage.ru_maxrss / 1024)
}

/// Does some work and prints what it took.
func measure(_ what: String, _ work: () async throws -> String) async rethrows {
  let before = used()
  let clock = ContinuousClock()
  let start = clock.now
  let result = try await work()
  let wall = Double((clock.now - start) / .milliseconds(1)) / 1000
  let after = used()
  let user = ((after.seconds - before.seconds) * 100).rounded() / 100
  print("\(what): \(result); user \(user) s, wall \(wall) s, peak \(after.megabytes) MB")
}

/// FNV-1a of the key's text: a cost that does not depend on counts.
func cost(_ key: CellKey) -> UInt64 {
  key.description.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}

func hierarchy(dimensions: Int, persons: Int) async throws {
  let line = try Hierarchy(dimensions: dimensions)
  let table = try line.count(persons: persons)
  let small = table.persons.count { (1..<10).contains($0) }
  print("\(table.persons.count) cells, \(persons) persons, \(small) cells of 1 to 9")
  let control = DisclosureControl(plan: line.plan, codebook: line.codebook, reach: .public)
  try await measure("protect and audit") {
    let release = try control.protect([table], earlier: [], patternCost: cost)
    return "\(release.evidence.withheld.count) withheld, verdict \(release.verdict.rawValue)"
  }
}

/// Protects the tables of a project's plan for three years in a row, each taking in those before.
func plan(_ folder: String, _ file: String) async throws {
  let line = try PlannedLine(folder)
  let control = DisclosureControl(plan: line.plan, codebook: line.codebook, reach: .contract)
  let tables = line.plan.tables(for: .contract)
  let persons = try line.persons(file)
  try await measure("count, protect and audit \(tables.count) tables of three years") {
    var earlier: [PublishedCell] = []
    var verdicts: [String] = []
    for year in 2019...2021 {
      var counting = try line.tabulation(tables, Period(year: year))
      for person in persons { counting.add(person) }
      let release = try control.protect(counting.tables, earlier: earlier, patternCost: cost)
      earlier += release.publishedCells
      verdicts.append(release.verdict.rawValue)
    }
    let withheld = earlier.count { $0.saying == .withheld }
    return
      "\(persons.count) persons, \(earlier.count) cells, "
      + "\(earlier.compactMap(\.count).max() ?? 0) at most, \(withheld) withheld, verdicts \(verdicts.joined(separator: ", "))"
  }
}

/// Counts persons into a project's tables on two cores, and adds the halves up.
func counting(_ folder: String, persons: Int) async throws {
  let line = try PlannedLine(folder)
  let tables = line.plan.tables
  // Drawn beforehand and counted again and again: 100,000 persons who differ.
  let rows = line.rows(100_000, years: 1)
  try await measure("count \(persons) coded contacts into \(tables.count) tables on 2 cores") {
    let halves = try (0..<2).map { _ in try line.tabulation(tables, Period(year: 2019)) }
    let counted = await withTaskGroup(of: Tabulation.self) { group in
      for half in halves {
        group.addTask {
          var half = half
          for number in 0..<persons / 2 { half.add(rows[number % rows.count]) }
          return half
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    var whole = counted[0].tables
    for (place, part) in counted[1].tables.enumerated() { try whole[place].merge(part) }
    return "\(whole.map(\.persons.count).reduce(0, +)) cells, "
      + "\(whole.compactMap { $0.persons.max() }.max() ?? 0) at most"
  }
}

/// Works out the risk of all variables of a project's codebook, up to triples.
func risk(_ folder: String, persons: Int) async throws {
  let line = try PlannedLine(folder)
  var sample = PersonSample(layout: line.layout)
  for row in line.rows(persons, years: 1) { sample.add(row) }
  await measure("uniqueness and inference of \(persons) persons") {
    let uniqueness = Uniqueness(sample, threshold: 10)
    let inference = Inference(sample, threshold: 10)
    return "\(sample.columns.count) variables, \(uniqueness.combinations.count) combinations, "
      + "\(inference.nearlyCertain) answers nearly certain"
  }
}

/// Draws from the discrete Gaussian as a release does, for a comparison with another library.
func noise(variance: UInt64, draws: Int) {
  guard let fraction = ExactSampler.Fraction(variance, over: 1) else { return }
  print(PrivacyBudget.cost(squaredSensitivity: 2, variance: fraction))
  let sampler = ExactSampler { .random(in: .min ... .max) }
  for _ in 0..<draws { print(sampler.gaussian(variance: fraction)) }
}

let words = Array(CommandLine.arguments.dropFirst())
let number = words.last.flatMap { Int($0) }
do {
  switch (words.first, words.count) {
  case ("hierarchy", 1...3):
    try await hierarchy(
      dimensions: words.count > 1 ? Int(words[1]) ?? 4 : 4,
      persons: words.count > 2 ? Int(words[2]) ?? 30_000 : 30_000
    )
  case ("plan", 3): try await plan(words[1], words[2])
  case ("counting", 2...3): try await counting(words[1], persons: number ?? 10_000_000)
  case ("risk", 2...3): try await risk(words[1], persons: number ?? 10_000)
  case ("new-ledger", 2):
    _ = try Ledger.open(path: words[1])
  case ("ledger", 3...4): try await ledger(words[1], words[2], threads: number ?? 2)
  case ("noise", 3): noise(variance: UInt64(words[1]) ?? 50, draws: number ?? 1_000)
  default:
    print(
      "usage: table-speed hierarchy [DIMENSIONS [PERSONS]] | plan FOLDER FILE | "
        + "counting FOLDER [PERSONS] | new-ledger FILE | ledger FILE FOLDER [THREADS] | "
        + "risk FOLDER [PERSONS] | noise VARIANCE DRAWS"
    )
    exit(2)
  }
} catch {
  print("\(error)")
  exit(1)
}
