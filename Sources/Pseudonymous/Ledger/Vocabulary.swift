/// The codes and rules that the ledger's rows name by number; it only grows.
///
/// Numbers follow the order of arrival and never leave the file: whatever reads rows gets the
/// words.
final class Vocabulary {
  private let insertCode: Statement
  private let insertRule: Statement
  private let connection: Connection
  private var codeNumbers: [String: [String: Int]] = [:]
  private var ruleNumbers: [String: Int] = [:]
  private(set) var codes: [(variable: String, code: String)] = []
  private var rules: [String] = []
  /// The codes and rules of the last row by their place in it: most of the next row's are the same.
  private var lastCodes: [Int] = []
  private var lastRules: [Int] = []

  init(_ connection: Connection) throws(LedgerError) {
    self.connection = connection
    insertCode = try connection.prepare(
      "INSERT INTO codes (number, variable, code) VALUES (?, ?, ?)"
    )
    insertRule = try connection.prepare("INSERT INTO rules (number, rule) VALUES (?, ?)")
    try reload()
  }

  /// Reads the words anew, as after a transaction that was given up.
  func reload() throws(LedgerError) {
    codeNumbers = [:]
    ruleNumbers = [:]
    codes = []
    rules = []
    lastCodes = []
    lastRules = []
    let codeRows = try connection.prepare("SELECT variable, code FROM codes ORDER BY number")
    while try codeRows.step() {
      codeNumbers[codeRows.text(0), default: [:]][codeRows.text(1)] = codes.count
      codes.append((codeRows.text(0), codeRows.text(1)))
    }
    let ruleRows = try connection.prepare("SELECT rule FROM rules ORDER BY number")
    while try ruleRows.step() {
      ruleNumbers[ruleRows.text(0)] = rules.count
      rules.append(ruleRows.text(0))
    }
  }

  /// The number of a code, 0-based; a new one is written down.
  func number(variable: String, code: String) throws(LedgerError) -> Int {
    if let known = codeNumbers[variable]?[code] { return known }
    let number = codes.count
    try insertCode.bind(.integer(number), .text(variable), .text(code))
    try insertCode.run()
    codeNumbers[variable, default: [:]][code] = number
    codes.append((variable, code))
    return number
  }

  /// The number of a rule, 0-based; a new one is written down.
  func number(rule: String) throws(LedgerError) -> Int {
    if let known = ruleNumbers[rule] { return known }
    let number = rules.count
    try insertRule.bind(.integer(number), .text(rule))
    try insertRule.run()
    ruleNumbers[rule] = number
    rules.append(rule)
    return number
  }

  /// The number of a code that stands at a place of a row.
  func number(variable: String, code: String, at place: Int) throws(LedgerError) -> Int {
    if place < lastCodes.count {
      let last = codes[lastCodes[place]]
      if last.code == code, last.variable == variable { return lastCodes[place] }
    }
    let number = try number(variable: variable, code: code)
    if place < lastCodes.count { lastCodes[place] = number } else { lastCodes.append(number) }
    return number
  }

  /// The number of a rule that stands at a place of a row.
  func number(rule: String, at place: Int) throws(LedgerError) -> Int {
    if place < lastRules.count, rules[lastRules[place]] == rule { return lastRules[place] }
    let number = try number(rule: rule)
    if place < lastRules.count { lastRules[place] = number } else { lastRules.append(number) }
    return number
  }

  /// The code of a number; `nil` where none was written down.
  func code(_ number: Int) -> (variable: String, code: String)? {
    codes.indices.contains(number) ? codes[number] : nil
  }

  /// The rule of a number; `nil` where none was written down.
  func rule(_ number: Int) -> String? { rules.indices.contains(number) ? rules[number] : nil }
}
