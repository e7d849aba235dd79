import UnicodeText

/// The sources of the lexicons: which file is read how.
package enum LexiconSource {
  /// How the lines of a file are read.
  private enum Shape {
    /// One word or phrase a line.
    case lines
    /// Several words a line, apart by spaces.
    case words
    /// A word and a number.
    case counted
  }

  private static let plain: [(file: String, shape: Shape, lists: LexiconEntry.Lists)] = [
    ("first-names.txt", .lines, .firstName),
    ("names-that-are-words.txt", .words, [.firstName, .nameAndWord]),
    ("prefixes.txt", .words, .prefix),
    ("world-cities.txt", .lines, .worldCity),
    ("foreign-places.txt", .lines, .worldCity),
    ("neighbourhoods.txt", .lines, .neighbourhood),
    ("countries.txt", .lines, .kept),
    ("languages.txt", .lines, .kept),
    ("world-peoples.txt", .words, .kept),
    ("public-bodies.txt", .lines, [.kept, .publicBody]),
    ("dutch-words.txt", .lines, .dutch),
    ("dutch-proper-nouns.txt", .lines, .properNoun),
    ("common-words.txt", .lines, .common),
    ("foreign-words.txt", .lines, .foreign),
    ("english-words.txt", .lines, .english),
    ("slang.txt", .words, .slang),
    ("streets-that-are-words.txt", .words, [.street, .streetWord]),
    ("street-heads.txt", .words, .streetHead),
  ]

  /// Compiles the sources of a folder.
  ///
  /// - Throws: `LexiconError` when a source is missing or a line is not what it should be.
  package static func compile(directory: String) throws(LexiconError) -> [UInt8] {
    var builder = LexiconBuilder()
    for source in plain {
      for (_, line) in try lines(source.file, directory) {
        switch source.shape {
        case .words:
          for word in line.split(separator: 32) {
            builder.add(key(Array(word)), LexiconEntry(lists: source.lists))
          }
        default:
          add(key(Array(line)), LexiconEntry(lists: source.lists), to: &builder)
        }
      }
    }
    try add(counted: "surnames.tsv", directory, to: &builder) {
      LexiconEntry(lists: .surname, surnameClass: logarithm($0))
    }
    try add(counted: "streets.tsv", directory, to: &builder) {
      LexiconEntry(lists: .street, streetClass: logarithm($0))
    }
    try add(counted: "frequencies.tsv", directory, to: &builder) {
      LexiconEntry(lists: [], frequencyClass: $0 - 1)
    }
    try addPlaces(directory, to: &builder)
    try addHeads(directory, to: &builder)
    try addCues(directory, to: &builder)
    return builder.compiled()
  }

  /// Folds a text and joins its words by a space; nil when it has no word.
  static func key(_ text: String) -> [UInt8]? {
    let key = key(Array(text.utf8))
    return key.isEmpty ? nil : key
  }

  /// Folds a text and joins its words by a space.
  private static func key(_ text: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    for part in Normalisation.folded(text).split(whereSeparator: { !isWordByte($0) }) {
      if !key.isEmpty { key.append(32) }
      key.append(contentsOf: part)
    }
    return key
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Adds a word; of a name of several parts each long part.
  private static func add(
    _ key: [UInt8],
    _ entry: LexiconEntry,
    to builder: inout LexiconBuilder
  ) {
    let parts = key.split(separator: 32)
    if parts.count > 1, entry.isIn([.firstName, .surname]) {
      // "el idrissi", "anne-marie": the particle tells nothing, the long parts do.
      for part in parts where part.count >= 4 { builder.add(Array(part), entry) }
    } else if parts.count <= 6 {
      builder.add(key, entry)
    }
  }

  private static func add(
    counted file: String,
    _ directory: String,
    to builder: inout LexiconBuilder,
    entry: (Int) -> LexiconEntry
  ) throws(LexiconError) {
    for (number, line) in try lines(file, directory) {
      let fields = line.split(separator: 9)
      guard let word = fields.first, let count = fields.count < 2 ? 0 : integer(fields[1]) else {
        throw .line(file: file, number: number)
      }
      add(key(Array(word)), entry(count), to: &builder)
    }
  }

  private static func addPlaces(
    _ directory: String,
    to builder: inout LexiconBuilder
  ) throws(LexiconError) {
    let file = "places.tsv"
    for (number, line) in try lines(file, directory) {
      let fields = line.split(separator: 9, omittingEmptySubsequences: false)
      guard fields.count == 3, let population = integer(fields[2]) else {
        throw .line(file: file, number: number)
      }
      let code = String(decoding: fields[1], as: UTF8.self)
      let province = Province.codes.firstIndex(of: code).map { $0 + 1 } ?? 0
      guard province > 0 || code.isEmpty else { throw .line(file: file, number: number) }
      builder.add(
        key(Array(fields[0])),
        LexiconEntry(
          lists: .place,
          province: province,
          populationClass: logarithm(population / 500)
        )
      )
    }
  }

  private static func addHeads(
    _ directory: String,
    to builder: inout LexiconBuilder
  ) throws(LexiconError) {
    let file = "organisation-heads.tsv"
    for (number, line) in try lines(file, directory) {
      let fields = line.split(separator: 9)
      let kind = fields.last.map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 2,
        let head = OrganisationHead.allCases.first(where: { $0.name == kind })
      else { throw .line(file: file, number: number) }
      builder.add(
        key(Array(fields[0])),
        LexiconEntry(lists: .organisationHead, organisation: head.rawValue)
      )
    }
  }

  private static func addCues(
    _ directory: String,
    to builder: inout LexiconBuilder
  ) throws(LexiconError) {
    let file = "cues.tsv"
    for (number, line) in try lines(file, directory) {
      let fields = line.split(separator: 9)
      let name = fields.first.map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 2, let cue = Cue.allCases.first(where: { $0.name == name }) else {
        throw .line(file: file, number: number)
      }
      for word in fields[1].split(separator: 32) {
        builder.add(key(Array(word)), LexiconEntry(lists: .slang, cue: cue.rawValue))
      }
    }
  }

  /// The lines of a source with their numbers, without empty lines and comments.
  private static func lines(
    _ file: String,
    _ directory: String
  ) throws(LexiconError) -> [(number: Int, text: ArraySlice<UInt8>)] {
    try MappedFile(path: directory + "/" + file).copy()
      .split(separator: 10, omittingEmptySubsequences: false)
      .enumerated()
      .filter { !$0.element.isEmpty && $0.element.first != UInt8(ascii: "#") }
      .map { ($0.offset + 1, $0.element) }
  }

  private static func integer(_ digits: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: digits, as: UTF8.self))
  }

  /// The binary logarithm of a count plus one, rounded down.
  private static func logarithm(_ count: Int) -> Int {
    Int.bitWidth - 1 - (count + 1).leadingZeroBitCount
  }
}
