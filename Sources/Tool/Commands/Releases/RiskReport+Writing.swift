import Aggregation
import DisclosureControl
import JSON

extension RiskReport {
  /// The report for people.
  var text: String {
    var lines = [
      "Risk of \(release), for the line's own eyes; threshold \(threshold)",
      "",
      "Uniqueness of \(uniqueness.persons) persons, all visitors of the line that its tables count",
    ]
    for size in 1...3 {
      let all = uniqueness.combinations.filter { $0.variables.count == size }
      guard !all.isEmpty else { continue }
      let name = ["variables", "pairs", "triples"][size - 1]
      let most = all.map(\.unique).max() ?? 0
      lines.append(
        "  \(all.count) \(name): \(all.count { $0.unique > 0 }) with somebody alone, "
          + "at most \(most) persons (\(share(most)))"
      )
      for worst in all.sorted(by: Self.isWorse).prefix(Self.told) where worst.few > 0 {
        lines.append(
          "    \(worst.variables.joined(separator: " x ")): \(worst.unique) alone "
            + "(\(share(worst.unique))), \(worst.few) in groups below \(threshold) "
            + "(\(share(worst.few)))"
        )
      }
    }
    lines += ["", "Inference from one answer of \(threshold) persons or more to another"]
    lines.append(
      "  \(inference.nearlyCertain) above 90 %; \(inference.certainOfFew) certain ones from "
        + "answers of fewer persons"
    )
    for one in inference.strongest {
      lines.append("    \(name(one.given)) -> \(name(one.told)): \(one.both) of \(one.base)")
    }
    lines += ["", "Distance of answers from those of all (t-closeness)"]
    for one in inference.farthest {
      lines.append("    \(name(one.given)), \(one.variable): 0.\(Self.three(one.perMille))")
    }
    lines += ["", "Differencing: narrowest of \(intervals.count) sensitive cells of all releases"]
    for one in intervals.prefix(Self.told) {
      lines.append("    \(one.release) \(one.cell): at least \(one.lower) to \(one.upper)")
    }
    lines += ["", "Below the threshold where persons who share a nickname are one"]
    for one in weakLinks where one.cells > 0 {
      lines.append("    \(one.table): \(one.cells) cells, \(one.shown) of them shown")
    }
    lines.append("  \(weakLinks.reduce(0) { $0 + $1.cells }) cells in all")
    lines += ["", "Values that look like keys and stand in another release too"]
    for one in joints { lines.append("    \(one.release): \(one.tokens)") }
    lines.append("  \(joints.reduce(0) { $0 + $1.tokens }) in all")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The whole report for programs.
  var json: [UInt8] {
    var json = JSONWriter(.indented)
    json.beginObject()
    json.key("format")
    json.string("luwte-internal-risk/v1")
    json.key("release")
    json.string(release)
    json.key("threshold")
    json.integer(threshold)
    json.key("persons")
    json.integer(uniqueness.persons)
    json.key("uniqueness")
    json.beginArray()
    for one in uniqueness.combinations { Self.write(one, &json) }
    json.endArray()
    json.key("inference")
    json.beginObject()
    json.key("above_90_percent")
    json.integer(inference.nearlyCertain)
    json.key("certain_of_few")
    json.integer(inference.certainOfFew)
    json.key("strongest")
    json.array(inference.strongest) { one in
      [
        ("given", .string(name(one.given))), ("told", .string(name(one.told))),
        ("both", .integer(one.both)), ("base", .integer(one.base)),
      ]
    }
    json.key("farthest")
    json.array(inference.farthest) { one in
      [
        ("given", .string(name(one.given))), ("told", .string(one.variable)),
        ("per_mille", .integer(one.perMille)),
      ]
    }
    json.endObject()
    json.key("intervals")
    json.array(intervals) { one in
      [
        ("release", .string(one.release)), ("cell", .string(one.cell)),
        ("from", .integer(one.lower)), ("to", .integer(one.upper)),
      ]
    }
    json.key("weak_links")
    json.array(weakLinks) { one in
      [
        ("table", .string(one.table)), ("cells", .integer(one.cells)),
        ("shown", .integer(one.shown)),
      ]
    }
    json.key("joint_tokens")
    json.array(joints) { one in
      [("release", .string(one.release)), ("tokens", .integer(one.tokens))]
    }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func write(_ one: Uniqueness.Combination, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("variables")
    json.beginArray()
    for variable in one.variables { json.string(variable) }
    json.endArray()
    json.key("smallest")
    json.integer(one.smallest)
    json.key("persons_in_groups_of")
    json.beginArray()
    for persons in one.personsBySize { json.integer(persons) }
    json.endArray()
    json.endObject()
  }

  private static func isWorse(
    _ left: Uniqueness.Combination,
    _ right: Uniqueness.Combination
  ) -> Bool {
    if left.unique != right.unique { return left.unique > right.unique }
    if left.few != right.few { return left.few > right.few }
    return left.variables.lexicographicallyPrecedes(right.variables)
  }

  private func name(_ condition: CellKey.Condition) -> String {
    "\(condition.variable)=\(condition.codes.joined(separator: "|"))"
  }

  private func share(_ count: Int) -> String {
    let all = max(1, uniqueness.persons)
    let tenths = (2_000 * count + all) / (2 * all)
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private static func three(_ perMille: Int) -> String {
    String("\(1_000 + min(999, perMille))".dropFirst())
  }
}
