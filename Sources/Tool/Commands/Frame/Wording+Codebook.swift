import Classification
import Configuration

/// What is said about codebooks and codes.
extension Complaint {
  static func unknownVariable(_ id: String, known: [String]) -> Complaint {
    let nearest = Spelling.nearest(to: id, in: known)
    let remedy = nearest.map { "did you mean \"\($0)\"?" } ?? "luwte codebook show lists them"
    return Complaint(.usage, id, "the codebook has no such variable; \(remedy)")
  }

  static func ruleFails(_ failure: RuleTrial.Failure) -> Complaint {
    let thing = "codebook.toml: rules: id = \"\(failure.rule)\""
    return failure.isCounterexample
      ? Complaint(
        .checkFailed,
        "\(thing): counterexample \"\(failure.message)\"",
        "the rule holds in it and must not; narrow its phrases, or add to unless"
      )
      : Complaint(
        .checkFailed,
        "\(thing): example \"\(failure.message)\"",
        "the rule does not hold in it and must; widen its phrases, or mend the example"
      )
  }

  static func codeGone(variable: String, code: String) -> Complaint {
    Complaint(
      .checkFailed,
      "codebook.toml: variables: id = \"\(variable)\": codes: \"\(code)\"",
      "the ledger holds this code and the codebook does not; put it back, codes are never removed"
    )
  }

  static func notAForm(_ path: String, line: Int, _ reason: String) -> Complaint {
    Complaint(
      .usage,
      "\(path):\(line)",
      "this line is no form (\(reason)); mend it and import the file again: nothing was changed"
    )
  }

  static func notACoder(_ name: String) -> Complaint {
    Complaint(
      .usage,
      "--coder \(name)",
      "give the coder up to 16 letters and digits that are nobody's name, such as b2"
    )
  }

  static func unknownForms(_ path: String, lines: [Int]) -> Complaint {
    let named = lines.prefix(20).map(String.init).joined(separator: ", ")
    let more = lines.count > 20 ? " and \(lines.count - 20) more" : ""
    return Complaint(
      .checkFailed,
      "\(path): lines \(named)\(more)",
      "the ledger holds no contact of these; import them again when their night is done"
    )
  }

  static func operandsBeside(_ option: String, _ count: Int) -> Complaint {
    Complaint(.usage, option, "\(count) operands given beside it; it reads the ledger: give none")
  }

  static func unknownContact(_ token: String) -> Complaint {
    Complaint(
      .usage,
      "--contact \(token)",
      "the ledger has no such contact; transcripts and luwte explain --codes give tokens"
    )
  }
}
