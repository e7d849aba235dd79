/// What an attacker learns of the contacts that two readers coded from a band of Cohen's kappa.
///
/// The table crosses what the first reader said with what the second did. Published are a band of a tenth
/// for kappa and the number of contacts, rounded down to tens. For every margin (how many contacts a
/// reader gave a code) and every cell of the diagonal (how many got it from both) of 0 < a < T there must
/// be tables of whole numbers in the same band and ten that show it at a - 1 or below, and values that
/// lie T - 1 apart: the threshold rule, held by witnesses. A cell beside the diagonal counts readings that
/// differ, not what anybody told, and high agreement says that these are few.
struct AgreementAudit {
  /// The band: kappa lies in tenths/10 ..< (tenths + 1)/10; -1 below nought, 9 up to one.
  let tenths: Int
  /// The number of contacts, rounded down to tens.
  let contactsAtLeast: Int

  private let truth: CrossTable

  /// More values than this are not audited, and then nothing is said.
  private static let valuesAtMost = 40
  /// How many single steps are tried to come back into the band.
  private static let stepsAtMost = 200

  /// Prepares a table of counts, square.
  init(_ counts: [[Int]]) {
    truth = CrossTable(counts)
    tenths = truth.tenths
    contactsAtLeast = truth.total / 10 * 10
  }

  /// Tells whether every small number keeps its width.
  func holds(threshold: Int) -> Bool {
    guard truth.side <= Self.valuesAtMost else { return false }
    var low = truth.numbers
    var high = truth.numbers
    func isWide(_ place: Int) -> Bool {
      let count = truth.numbers[place]
      return count == 0 || count >= threshold || !truth.isCodes(place)
        || (low[place] <= count - 1 && high[place] - low[place] >= threshold - 1)
    }
    for place in low.indices where !isWide(place) {
      let count = truth.numbers[place]
      for value in [0, count - 1, threshold - 1, threshold, count + threshold - 1]
      where !isWide(place) {
        guard let table = witness(place, value) else { continue }
        for (place, number) in table.numbers.enumerated() {
          low[place] = min(low[place], number)
          high[place] = max(high[place], number)
        }
      }
      guard isWide(place) else { return false }
    }
    return true
  }

  /// A table in the band in which a number has a value: unit steps toward it, then back into the band.
  private func witness(_ place: Int, _ value: Int) -> CrossTable? {
    var table = truth
    let cells = truth.cells(of: place)
    while table.numbers[place] != value {
      let step = table.numbers[place] < value ? 1 : -1
      guard let cell = cells.first(where: { step > 0 || table.numbers[$0] > 0 }) else { return nil }
      table.add(step, to: cell)
    }
    let kept = Set(cells)
    for _ in 0..<Self.stepsAtMost {
      if isPublishedAlike(table) { return table }
      var best: (cell: Int, step: Int, distance: Double)?
      for cell in 0..<truth.side * truth.side where !kept.contains(cell) {
        for step in [1, -1] where step > 0 || table.numbers[cell] > 0 {
          var next = table
          next.add(step, to: cell)
          let distance = distance(next)
          if distance < best?.distance ?? self.distance(table) { best = (cell, step, distance) }
        }
      }
      guard let best else { return nil }
      table.add(best.step, to: best.cell)
    }
    return nil
  }

  private func isPublishedAlike(_ table: CrossTable) -> Bool {
    table.tenths == tenths && table.total / 10 * 10 == contactsAtLeast
  }

  /// How far a table is from what was published.
  private func distance(_ table: CrossTable) -> Double {
    let middle = Double(tenths) / 10 + 0.05
    let total = Double(max(0, contactsAtLeast - table.total, table.total - contactsAtLeast - 9))
    let kappa = max(0, abs(table.kappa - (tenths < 0 ? min(table.kappa, -0.01) : middle)) - 0.04)
    return 10 * kappa + total
  }
}

/// Counts of what two readers said, with the margins behind them.
struct CrossTable {
  /// How many values there are.
  let side: Int
  /// The cells row by row, then the rows' sums, then the columns'.
  private(set) var numbers: [Int]
  /// All contacts.
  private(set) var total = 0
  private var same = 0
  private var chance = 0

  init(_ counts: [[Int]]) {
    side = counts.count
    numbers = Array(repeating: 0, count: side * side + 2 * side)
    for (row, line) in counts.enumerated() {
      for (column, count) in line.enumerated() {
        for _ in 0..<count { add(1, to: row * side + column) }
      }
    }
  }

  /// Tells whether a number counts contacts of a code: a margin, or a cell of the diagonal.
  func isCodes(_ place: Int) -> Bool {
    place >= side * side || place / side == place % side
  }

  /// The cells whose sum a number is.
  func cells(of place: Int) -> [Int] {
    let inner = side * side
    if place < inner { return [place] }
    let line = (place - inner) % side
    return (0..<side).map { place < inner + side ? line * side + $0 : $0 * side + line }
  }

  /// Adds a contact to a cell, or takes one away.
  mutating func add(_ step: Int, to cell: Int) {
    let (row, column) = (cell / side, cell % side)
    let (rows, columns) = (side * side, side * side + side)
    chance += step * (numbers[columns + row] + numbers[rows + column]) + (row == column ? 1 : 0)
    numbers[cell] += step
    numbers[rows + row] += step
    numbers[columns + column] += step
    total += step
    if row == column { same += step }
  }

  /// Cohen's kappa (1960); 1 where agreement by chance is certain.
  var kappa: Double {
    let rest = total * total - chance
    return rest == 0 ? 1 : Double(same * total - chance) / Double(rest)
  }

  /// The tenth in which kappa lies, by whole numbers: -1 below nought, 9 up to one.
  var tenths: Int {
    let (part, rest) = (same * total - chance, total * total - chance)
    if rest == 0 { return 9 }
    return part < 0 ? -1 : min(9, 10 * part / rest)
  }
}
