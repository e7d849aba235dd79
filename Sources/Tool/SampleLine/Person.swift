/// One row of the fixture: the attributes that a person of the line must end up with.
struct Person {
  let id: String
  /// The year of the first contact about trafficking.
  let year: Int
  let ageBand: String
  /// `none`, `one`, `both` or `unspecified`.
  let parents: String
  let duration: String
  let situation: String
  let inView: [String]
  let combination: String
  let gender: String
  let reasons: [String]
  let outcomes: [String]

  /// Whether the person wrote once and never again.
  var isOnceOnly: Bool { outcomes == ["once_only"] }
}

/// Why a list of persons can't be used.
public enum PersonsError: Error, Equatable {
  /// The first line is not the one that the generator knows.
  case header
  /// A row has another number of fields than the header, or a year that is no number.
  case row(line: Int)
}

extension Person {
  static let header = """
    person,ref_year,age_band,parent_exploiter,exploit_duration,situation_now,in_view,\
    exploit_combo,gender,reason_no_help,outcome
    """

  /// Reads comma-separated rows below the header; no field holds a comma or a quote.
  static func read(_ text: String) throws(PersonsError) -> [Person] {
    var rows = text.split(whereSeparator: \.isNewline)
    guard let first = rows.first, first == header else { throw .header }
    rows.removeFirst()
    var persons: [Person] = []
    for (index, row) in rows.enumerated() {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 11, let year = Int(fields[1]) else { throw .row(line: index + 2) }
      func codes(_ field: Int) -> [String] { fields[field].split(separator: "|").map(String.init) }
      persons.append(
        Person(
          id: fields[0],
          year: year,
          ageBand: fields[2],
          parents: fields[3],
          duration: fields[4],
          situation: fields[5],
          inView: codes(6),
          combination: fields[7],
          gender: fields[8],
          reasons: codes(9),
          outcomes: codes(10)
        )
      )
    }
    return persons
  }
}
