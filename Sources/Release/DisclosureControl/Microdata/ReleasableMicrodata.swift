import Aggregation
import Codebook

/// A file of rows behind the second wall: having one proves that it keeps the rule and was audited.
///
/// Only `DisclosureControl` makes one. A row holds places of lines, no key, no token; rows are in the
/// order of their values, so neither order nor content leads to a person.
public struct ReleasableMicrodata: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// What it is to a recipient.
    public enum Role: String, Sendable {
      /// Somebody may know it from elsewhere.
      case identifying
      /// Nobody may find it out.
      case sensitive
    }

    /// The variable's id.
    public let variable: String
    /// The variable's name for people.
    public let label: Label
    /// What it is to a recipient.
    public let role: Role
    /// The level at which it is written; `nil` for one that is left out.
    public let level: String?
    /// The lines that a value names.
    public let lines: [Line]
    /// In how many rows the value is suppressed.
    public let suppressed: Int
    /// The loss in tenths of a percent, of the finest codes against one value for all.
    public let lossTenths: Int
  }

  /// The plan's id, such as `M01`.
  public let id: String
  /// Its name for people.
  public let title: Label
  /// The population's id.
  public let population: String
  /// The population's name for people.
  public let populationLabel: Label
  /// The period.
  public let period: Period
  /// k that was asked for.
  public let leastAlike: Int
  /// l that was asked for.
  public let leastAnswers: Int
  /// The columns, those that are left out with them.
  public let columns: [Column]
  /// The rows, ordered; a place of a line for each column that is not left out, `nil` where the value
  /// is suppressed.
  public let rows: [[Int?]]
  /// Persons without a row: none, as who is missing could be found by subtraction.
  public let rowsLeftOut = 0
}

extension ReleasableMicrodata {
  init(_ layout: MicrodataLayout, codebook: Codebook) {
    let planned = layout.counted.planned
    id = planned.id
    title = planned.title
    population = planned.population
    populationLabel =
      codebook.population(planned.population)?.label
      ?? Label(nl: planned.population, en: planned.population)
    period = layout.counted.period
    leastAlike = planned.leastAlike
    leastAnswers = planned.leastAnswers
    let identifying = planned.identifying.enumerated().map { place, identifier in
      let kept = layout.kept.firstIndex(of: place)
      let suppressed = kept.map { column in
        layout.suppression.classes.filter { $0.values[column] == nil }
          .reduce(0) { $0 + $1.all.persons }
      }
      return Column(
        variable: identifier.variable,
        label: identifier.label,
        role: .identifying,
        level: kept == nil ? nil : identifier.levels[layout.levels[place]].id,
        lines: kept.map(layout.lines) ?? [],
        suppressed: suppressed ?? 0,
        lossTenths: Int((layout.losses[place] * 1000).rounded())
      )
    }
    let sensitive = planned.sensitive.map { variable in
      // What the plan's layout loses, whoever the persons are: 0 for single codes.
      let codes = variable.layout.codes.count
      return Column(
        variable: variable.variable,
        label: variable.label,
        role: .sensitive,
        level: variable.level.id,
        lines: variable.level.lines,
        suppressed: 0,
        lossTenths: codes > 1 ? 1000 * (codes - variable.level.lines.count) / (codes - 1) : 0
      )
    }
    columns = identifying + sensitive
    rows = layout.suppression.classes.flatMap { rows in
      rows.answers.flatMap { answer, group in
        Array(repeating: rows.values + answer.map { $0 }, count: group.persons)
      }
    }
    .sorted { left, right in
      left.map { $0 ?? .max }.lexicographicallyPrecedes(right.map { $0 ?? .max })
    }
  }
}
