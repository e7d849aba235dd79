import Codebook
import Configuration

/// Reads `[[dimensions]]` of a table plan.
struct DimensionReader {
  let codebook: Codebook
  let layout: RowLayout

  func read(_ table: ConfigurationTable) throws(ConfigurationError) -> Dimension {
    try table.refuseKeys(
      otherThan: ["exclusive", "groups", "id", "lines", "merge", "variable"]
    )
    let name = try table.requiredString("variable")
    guard let variable = codebook.variable(name), let place = layout.place(of: name) else {
      let known = layout.columns.map(\.variable)
      throw table.error(
        "variable",
        "the codebook has no coded variable \"\(name)\"",
        remedy: Spelling.nearest(to: name, in: known).map { "did you mean \"\($0)\"?" }
          ?? "write a variable of the codebook"
      )
    }
    let column = layout.columns[place]
    var groups = codebook.groups(of: name).map { (id: $0.id, label: $0.label, codes: $0.codes) }
    for group in try table.tables("groups") {
      try group.refuseKeys(otherThan: ["codes", "id", "label"])
      groups.append(
        (
          id: try group.requiredString("id"),
          label: try Label(reading: group.requiredTable("label")),
          codes: try group.strings("codes")
        )
      )
    }
    var lines = [Line.total(column)]
    let ids = try table.strings("lines")
    for id in ids.isEmpty ? column.codes : ids {
      guard !lines.contains(where: { $0.id == id }) else {
        throw table.error("lines", "\"\(id)\" stands there twice", remedy: "remove one")
      }
      lines.append(try line(id, variable, column, groups, table))
    }
    let merges = try table.strings("merge")
    for id in merges where !lines.contains(where: { $0.id == id && $0.kind == .group }) {
      throw table.error("merge", "\"\(id)\" is no group among the lines", remedy: "add the line")
    }
    let exclusive = try table.strings("exclusive")
    for code in exclusive {
      guard column.isMulti, let bit = column.bit(of: code), bit & column.missing == 0 else {
        throw table.error(
          "exclusive",
          "\"\(code)\" is no known answer of a multi-answer variable",
          remedy: "write a code of \(name) that is not missing; missing ones stand alone anyway"
        )
      }
    }
    if column.isMulti { try checkNesting(lines, table) }
    return Dimension(
      id: try table.string("id") ?? name,
      variable: name,
      label: variable.label,
      column: place,
      layout: column,
      lines: lines,
      merges: merges,
      exclusive: exclusive
    )
  }

  private func line(
    _ id: String,
    _ variable: Variable,
    _ column: RowLayout.Column,
    _ groups: [(id: String, label: Label, codes: [String])],
    _ table: ConfigurationTable
  ) throws(ConfigurationError) -> Line {
    if let bit = column.bit(of: id) {
      return Line(
        id: id,
        label: codebook.label(of: id, in: variable.id) ?? Label(nl: id, en: id),
        kind: bit & column.missing != 0 ? .missing : .code,
        codes: [id],
        bits: bit
      )
    }
    guard let group = groups.first(where: { $0.id == id }) else {
      throw table.error(
        "lines",
        "\"\(id)\" is neither a code nor a group of \(variable.id)",
        remedy: Spelling.nearest(to: id, in: column.codes + groups.map(\.id))
          .map { "did you mean \"\($0)\"?" } ?? "define it under [[dimensions.groups]]"
      )
    }
    var bits: UInt64 = 0
    for code in group.codes {
      guard let bit = column.bit(of: code) else {
        throw table.error(
          "groups",
          "\"\(code)\" is no code of \(variable.id)",
          remedy: "write one of: \(column.codes.joined(separator: ", "))"
        )
      }
      bits |= bit
    }
    return Line(id: id, label: group.label, kind: .group, codes: column.codes(bits), bits: bits)
  }

  /// Refuses overlapping groups of a multi-answer variable.
  ///
  /// For nested groups max <= union <= sum says all that an attacker knows; for overlapping ones
  /// it would say too little, and the audit would be too kind.
  private func checkNesting(
    _ lines: [Line],
    _ table: ConfigurationTable
  ) throws(ConfigurationError) {
    for one in lines {
      for other in lines where one.id < other.id {
        let common = one.bits & other.bits
        guard common == 0 || common == one.bits || common == other.bits else {
          throw table.error(
            "lines",
            "\"\(one.id)\" and \"\(other.id)\" overlap in a multi-answer variable",
            remedy: "use groups that lie apart or inside each other"
          )
        }
      }
    }
  }
}

extension RowLayout.Column {
  /// The codes of a set of bits, in the codebook's order.
  func codes(_ bits: UInt64) -> [String] {
    codes.enumerated().filter { bits & (1 << UInt64($0.offset)) != 0 }.map(\.element)
  }
}

extension Line {
  /// The line of everybody.
  static func total(_ column: RowLayout.Column) -> Line {
    Line(
      id: "total",
      label: Label(nl: "totaal", en: "total"),
      kind: .total,
      codes: column.codes,
      bits: column.all
    )
  }
}

extension Dimension {
  /// The dimension with a line for everybody whose answer is known, after the total.
  var withKnown: Dimension {
    guard layout.missing != 0, !lines.contains(where: { $0.kind == .known }) else { return self }
    let bits = layout.all & ~layout.missing
    var lines = lines
    lines.insert(
      Line(
        id: "known",
        label: Label(nl: "bekend", en: "known"),
        kind: .known,
        codes: layout.codes(bits),
        bits: bits
      ),
      at: 1
    )
    return Dimension(
      id: id,
      variable: variable,
      label: label,
      column: column,
      layout: layout,
      lines: lines,
      merges: merges,
      exclusive: exclusive
    )
  }
}
