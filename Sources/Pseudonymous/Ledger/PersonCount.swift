import Aggregation
import Codebook

/// A person about to be frozen.
struct CountedPerson {
  let pseudonym: String
  let contacts: [String]
  /// Year * 4 + quarter - 1.
  let quarter: Int
  let answers: PersonRollUp.Answers
  /// The number of all who may be this person; `nil` where no nickname says that anybody may.
  let visitor: Int?
}

/// Who came into view in a period, and by which step each of its contacts leads there or not.
///
/// Every delivered contact is in one step, the first that holds: not valid; not about trafficking;
/// of somebody who is no victim of their own account; of a victim that another contact counts; the
/// contact that counts a victim. So delivered - invalid - other topics - reporters - returning =
/// victims, whatever the contacts say.
struct PersonCount {
  let period: Period
  /// The periods closed before.
  let closed: [Period]
  /// The contacts of persons counted before; whether the person was a victim.
  let counted: [String: Bool]
  /// The contacts of persons counted before; whom the person may be the same as.
  let visitors: [String: Int]
  let codebook: Codebook

  /// Counts.
  ///
  /// - Parameter entries: All contacts up to the period's end, in order of time; get their steps.
  /// - Returns: The persons of the period, ordered by pseudonym.
  func persons(_ entries: inout [ClosingEntry]) -> [CountedPerson] {
    var groups = PersonGroups()
    for entry in entries { _ = groups.add(links: entry.links) }
    let visitorOfEntry = visitorOfEntry(entries)
    var persons: [CountedPerson] = []
    for group in groups.groups() {
      let members = group.map { entries[$0] }
      let pseudonym = members.flatMap(\.links).min() ?? members.map(\.token).min() ?? ""
      for place in group { entries[place].visitor = pseudonym }
      let valid = group.filter { entries[$0].isValid }
      if let first = valid.first {
        for place in group where place > first { entries[place].isReturn = true }
      }
      let reference = valid.firstIndex { entries[$0].isOnTrafficking }
      guard let reference else {
        for place in valid { entries[place].step = .otherTopic }
        continue
      }
      let before = group.compactMap { counted[entries[$0].token] }.first
      let answers = PersonRollUp(codebook: codebook)
        .run(valid.map { entries[$0].answers }, reference: reference)
      let isVictim = before ?? Self.isVictim(answers, codebook)
      for place in valid {
        entries[place].step =
          !entries[place].isOnTrafficking ? .otherTopic : isVictim ? .returning : .reporter
      }
      let first = entries[valid[reference]].quarter
      let isLate = closed.contains { $0.first <= first && first <= $0.last }
      guard before == nil, first >= period.first || isLate else { continue }
      if isVictim { entries[valid[reference]].step = .victim }
      persons.append(
        CountedPerson(
          pseudonym: pseudonym,
          contacts: members.map(\.token),
          quarter: max(first, period.first),
          answers: answers,
          visitor: members.allSatisfy(\.possibleLinks.isEmpty) ? nil : visitorOfEntry[group[0]]
        )
      )
    }
    return persons.sorted { $0.pseudonym < $1.pseudonym }
  }

  /// The number of each entry's visitor when everybody who shares a nickname is one.
  ///
  /// Numbers of earlier periods go on; where two of them turn out to be one, the lower does.
  private func visitorOfEntry(_ entries: [ClosingEntry]) -> [Int] {
    var groups = PersonGroups()
    for entry in entries { _ = groups.add(links: entry.links + entry.possibleLinks) }
    var numbers = [Int](repeating: 0, count: entries.count)
    var next = (visitors.values.max() ?? 0) + 1
    for group in groups.groups() {
      let known = group.compactMap { visitors[entries[$0].token] }.min()
      for place in group { numbers[place] = known ?? next }
      if known == nil { next += 1 }
    }
    return numbers
  }

  /// Whether answers are those of population P3: the victims whom figures count.
  static func isVictim(_ answers: PersonRollUp.Answers, _ codebook: Codebook) -> Bool {
    codebook.population("P3")?.conditions
      .allSatisfy { $0.holds(for: answers[$0.variable] ?? []) } ?? false
  }
}
