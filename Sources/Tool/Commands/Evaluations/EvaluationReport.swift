import Detection
import Evaluation
import JSON

/// What an evaluation says, as a table for people and as JSON.
struct EvaluationReport {
  private let result: EvaluationRun.Result
  private let rows: [(name: String, counts: DetectionScore.Kind)]

  init(_ result: EvaluationRun.Result) {
    self.result = result
    let kinds = EntityKind.allCases.compactMap { kind in
      result.detection.kinds[kind].map { (name: kind.rawValue, counts: $0) }
    }
    rows = kinds.isEmpty ? [] : kinds + [(name: "all", counts: result.detection.all)]
  }

  /// The tables.
  var text: String {
    var lines = ["\(result.contacts) contacts; \(result.absent) annotated ones are not among them"]
    if result.detection.contacts > 0 { lines += detection }
    if let mean = result.coding.mean { lines += coding(mean) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line for each detail that was missed, without its text.
  var misses: [String] {
    result.detection.misses.map { miss in
      let entity = miss.entity
      return "missed \(miss.contact) message \(entity.message), "
        + "\(entity.range.lowerBound)..<\(entity.range.upperBound): \(entity.kind.rawValue)"
    }
  }

  private var detection: [String] {
    var lines = [
      "",
      pad("kind", 16) + right(["gold", "covered", "95 % interval", "recall", "precision", "leak"]),
    ]
    for (name, counts) in rows {
      let covered = WilsonInterval(counts.covered, of: counts.gold)
      let hasGold = counts.gold > 0
      lines.append(
        pad(name, 16)
          + right([
            "\(counts.gold)",
            hasGold ? percent(covered.share) : "",
            hasGold ? "\(percent(covered.lower)) - \(percent(covered.upper))" : "",
            hasGold ? percent(WilsonInterval(counts.typed, of: counts.gold).share) : "",
            counts.findings > 0
              ? percent(WilsonInterval(counts.right, of: counts.findings).share) : "",
            hasGold ? percent(WilsonInterval(counts.leaked, of: counts.characters).share) : "",
          ])
      )
    }
    let score = result.detection
    let clean = WilsonInterval(score.clean, of: score.contacts).share
    let over = WilsonInterval(score.overWords, of: score.otherWords).share
    return lines + [
      "clean contacts: \(score.clean) of \(score.contacts) (\(percent(clean))); "
        + "other words touched: \(score.overWords) of \(score.otherWords) (\(percent(over)))"
    ]
  }

  private func coding(_ mean: CodingScore.Agreement) -> [String] {
    let head = pad("variable", 24) + right(["contacts", "accuracy", "macro-F1", "kappa"])
    func row(_ name: String, _ agreement: CodingScore.Agreement) -> String {
      pad(name, 24)
        + right([
          "\(agreement.count)", decimals(agreement.accuracy), decimals(agreement.macroF1),
          decimals(agreement.kappa),
        ])
    }
    let variables = result.coding.variables.compactMap { variable in
      result.coding[variable].map { row(variable, $0) }
    }
    return ["", head] + variables + [row("mean", mean)]
  }

  /// The codes that at least five contacts have, and the intervals of the means, as a table.
  var codes: String {
    var lines = ["", pad("code", 44) + right(["gold", "given", "precision", "recall", "F1"])]
    for code in result.coding.codes(atLeast: 5) {
      lines.append(
        pad("\(code.variable)=\(code.code)", 44)
          + right([
            "\(code.gold)", "\(code.given)", decimals(code.precision), decimals(code.recall),
            decimals(code.f1),
          ])
      )
    }
    if let bootstrap = Bootstrap(result.coding) {
      func text(_ interval: Bootstrap.Interval) -> String {
        "\(decimals(interval.lower)) - \(decimals(interval.upper))"
      }
      lines += [
        "",
        "95 % interval of the mean over 1000 draws of the contacts: macro-F1 "
          + "\(text(bootstrap.macroF1)), kappa \(text(bootstrap.kappa))",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One object with the same figures.
  var json: String {
    var json = JSONWriter()
    json.beginObject()
    json.key("contacts")
    json.integer(result.contacts)
    json.key("absent")
    json.integer(result.absent)
    json.key("kinds")
    json.beginObject()
    for (name, counts) in rows {
      json.key(name)
      json.object([
        ("gold", .integer(counts.gold)), ("covered", .integer(counts.covered)),
        ("typed", .integer(counts.typed)), ("characters", .integer(counts.characters)),
        ("leaked", .integer(counts.leaked)), ("findings", .integer(counts.findings)),
        ("right", .integer(counts.right)),
      ])
    }
    json.endObject()
    json.key("clean")
    json.integer(result.detection.clean)
    json.key("measured")
    json.integer(result.detection.contacts)
    json.key("other_words")
    json.integer(result.detection.otherWords)
    json.key("over_words")
    json.integer(result.detection.overWords)
    json.key("variables")
    json.beginObject()
    for variable in result.coding.variables {
      guard let agreement = result.coding[variable] else { continue }
      json.key(variable)
      json.beginObject()
      json.key("contacts")
      json.integer(agreement.count)
      json.key("accuracy")
      json.number(agreement.accuracy, decimals: 4)
      json.key("macro_f1")
      json.number(agreement.macroF1, decimals: 4)
      json.key("kappa")
      json.number(agreement.kappa, decimals: 4)
      json.endObject()
    }
    json.endObject()
    json.endObject()
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func right(_ cells: [String]) -> String {
    cells.map { String(repeating: " ", count: max(1, 16 - $0.count)) + $0 }.joined()
  }

  private func percent(_ share: Double) -> String { decimals(share * 100, 1) + " %" }

  private func decimals(_ value: Double, _ count: Int = 3) -> String {
    var json = JSONWriter()
    json.number(value, decimals: count)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
