import Aggregation
import Codebook

/// When rows that look alike may leave: k-anonymous, l-diverse, and nobody nearly certain.
///
/// For the persons n of a class, those who share a nickname counted once, and the persons n_s of it
/// with answer s to a sensitive variable: n >= k (Samarati 2001; Sweeney 2002); at least l answers
/// have n_s > 0 (distinct l-diversity, Machanavajjhala et al. 2007); 10 n_s <= 9 n for every answer
/// that is not missing and not exempt in the codebook (the rule of group disclosure).
struct AlikeRule {
  let planned: PlannedMicrodata
  private let exempt: [[Bool]]

  init(_ planned: PlannedMicrodata, codebook: Codebook) {
    self.planned = planned
    exempt = planned.sensitive.map { variable in
      variable.level.lines.map { line in
        line.kind == .missing
          || codebook.groupDisclosureExemptions.contains { condition in
            condition.variable == variable.variable
              && line.codes.allSatisfy(condition.codes.contains)
          }
      }
    }
  }

  /// Whether enough persons look alike.
  func isLarge(_ rows: RowClass) -> Bool { rows.all.personsAtLeast >= planned.leastAlike }

  /// Whether their answers differ enough.
  func isDiverse(_ rows: RowClass) -> Bool {
    let all = rows.all.persons
    return planned.sensitive.indices.allSatisfy { place in
      var persons: [Int: Int] = [:]
      for (answer, group) in rows.answers where group.persons > 0 {
        persons[answer[place], default: 0] += group.persons
      }
      return persons.count >= planned.leastAnswers
        && persons.allSatisfy { exempt[place][$0.key] || 10 * $0.value <= 9 * all }
    }
  }
}
