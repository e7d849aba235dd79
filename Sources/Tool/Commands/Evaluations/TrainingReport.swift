import Classification
import Evaluation
import JSON

/// What a trained model is worth, as tables for people.
struct TrainingReport {
  private let result: TrainingRun.Result

  init(_ result: TrainingRun.Result) { self.result = result }

  /// The tables.
  var text: String {
    let validation = result.validation
    var lines = [
      "\(result.contacts) coded contacts, \(result.settings.folds) folds; figures of visitors whom "
        + "the models had not seen",
      "",
      pad("", 24) + right(["accuracy", "macro-F1", "interval", "kappa", "interval"]),
    ]
    lines += row("rules", validation.rules) + row("rules and model", validation.both)
    lines += [
      "", pad("variable", 24) + right(["F1 rules", "F1 both", "kappa rules", "kappa both"]),
    ]
    for variable in validation.rules.variables {
      guard let rules = validation.rules[variable], let both = validation.both[variable] else {
        continue
      }
      lines.append(
        pad(variable, 24)
          + right([rules.macroF1, both.macroF1, rules.kappa, both.kappa].map { decimals($0) })
      )
    }
    lines += ["", pad("code", 44) + right(["F1 rules", "F1 both", "kappa rules", "kappa both"])]
    // Of the same contacts, so of the same codes.
    let least = ModelTraining.leastCodes
    for (rules, both) in zip(
      validation.rules.codes(atLeast: least),
      validation.both.codes(atLeast: least)
    ) {
      lines.append(
        pad("\(rules.variable)=\(rules.code)", 44)
          + right([rules.f1, both.f1, rules.kappa, both.kappa].map { decimals($0) })
      )
    }
    lines += [
      "",
      pad("code", 44)
        + right(["gold", "claims", "right", "95 % interval", "Brier", "of its share"]),
    ]
    for code in validation.codes {
      let claims = WilsonInterval(code.right, of: code.claims)
      lines.append(
        pad("\(code.variable)=\(code.code)", 44)
          + right([
            "\(code.gold)", "\(code.claims)", "\(code.right)",
            code.claims > 0 ? "\(decimals(claims.lower)) - \(decimals(claims.upper))" : "",
            decimals(code.brier), decimals(code.brierOfShare),
          ])
      )
    }
    lines += ["", pad("probability", 24) + right(["codes", "mean", "share that holds"])]
    for (place, bin) in validation.bins.enumerated() where bin.count > 0 {
      lines.append(
        pad("0.\(place * 2) to \(place == 4 ? "1" : "0.\(place * 2 + 2)")", 24)
          + right([
            "\(bin.count)", decimals(bin.mean),
            decimals(WilsonInterval(bin.right, of: bin.count).share),
          ])
      )
    }
    lines += [
      "",
      "model: \(result.model.codes) codes may be claimed, trained from all "
        + "\(result.model.contacts) contacts",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ name: String, _ score: CodingScore) -> [String] {
    guard let mean = score.mean, let bootstrap = Bootstrap(score) else { return [] }
    func interval(_ interval: Bootstrap.Interval) -> String {
      "\(decimals(interval.lower)) - \(decimals(interval.upper))"
    }
    return [
      pad(name, 24)
        + right([
          decimals(mean.accuracy), decimals(mean.macroF1), interval(bootstrap.macroF1),
          decimals(mean.kappa), interval(bootstrap.kappa),
        ])
    ]
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func right(_ cells: [String]) -> String {
    cells.map { String(repeating: " ", count: max(1, 17 - $0.count)) + $0 }.joined()
  }

  private func decimals(_ value: Double) -> String {
    var json = JSONWriter()
    json.number(value, decimals: 3)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
