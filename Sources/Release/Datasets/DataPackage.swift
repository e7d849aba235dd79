import Codebook
import JSON

/// `datapackage.json`: a Data Package, version 2, with a Table Schema for each table.
///
/// Standard: https://datapackage.org/standard/data-package/ (2.0). `hash` and `bytes` are of the
/// compressed file. What the standard has no word for stands under `luwte`.
enum DataPackage {
  static let path = "datapackage.json"
  static let format = "luwte-release/v1"

  /// A table with its file.
  struct Resource {
    let table: DatasetTable
    let file: ReleaseDraft.File
  }

  /// The place of a table's file.
  static func path(of table: DatasetTable) -> String { "tables/\(table.id).csv.gz" }

  /// The file's bytes.
  static func json(
    _ release: ReleaseDescription,
    _ resources: [Resource],
    _ microdata: [MicrodataPackage.Resource] = []
  ) -> [UInt8] {
    var json = JSONWriter(.indented)
    json.beginObject()
    json.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
    json.member("name", slug(release.name))
    json.member("title", release.title.en)
    json.member("description", release.notice?.en ?? release.title.en)
    json.key("luwte")
    json.beginObject()
    json.member("format", format)
    json.member("release", release.name)
    json.member("title", release.title)
    json.member("period", release.period)
    json.member("recipient", release.recipient)
    json.member("codebook", release.codebook)
    json.member("program", release.program)
    json.member("verdict", release.verdict)
    if let notice = release.notice { json.member("notice", notice) }
    if !release.firstQuarter.isEmpty { json.member("first_quarter", release.firstQuarter) }
    if !release.agreement.isEmpty { writeAgreement(release.agreement, &json) }
    json.endObject()
    json.key("resources")
    json.beginArray()
    for resource in resources { write(resource, &json) }
    for resource in microdata { MicrodataPackage.write(resource, &json) }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func writeAgreement(
    _ agreements: [DatasetAgreement],
    _ json: inout JSONWriter
  ) {
    json.key("agreement")
    json.beginArray()
    for agreement in agreements {
      json.beginObject()
      json.member("variable", agreement.variable)
      json.member("label", agreement.label)
      json.key("contacts_at_least")
      json.integer(agreement.contactsAtLeast)
      json.member("kappa", agreement.kappa)
      json.endObject()
    }
    json.endArray()
  }

  private static func write(_ resource: Resource, _ json: inout JSONWriter) {
    let table = resource.table
    json.beginObject()
    writeHead(
      table.id,
      title: table.title.en,
      description: "\(table.populationLabel.en), \(table.period)",
      resource.file,
      &json
    )
    json.key("schema")
    writeSchema(table, &json)
    json.key("luwte")
    writeDescription(table, &json)
    json.endObject()
  }

  /// What the standard wants of each file, but for its schema.
  static func writeHead(
    _ id: String,
    title: String,
    description: String,
    _ file: ReleaseDraft.File,
    _ json: inout JSONWriter
  ) {
    json.member("name", slug(id))
    json.member("type", "table")
    json.member("path", file.path)
    json.member("title", title)
    json.member("description", description)
    json.member("format", "csv")
    json.member("mediatype", "text/csv")
    json.member("encoding", "utf-8")
    json.member("compression", "gz")
    json.key("bytes")
    json.integer(file.bytes)
    json.member("hash", "sha256:\(file.sha256)")
  }

  /// The lines of a column as the standard's categories.
  static func writeCategories(_ lines: [DatasetLine], _ json: inout JSONWriter) {
    json.key("categories")
    json.beginArray()
    for line in lines {
      json.beginObject()
      json.member("value", line.id)
      json.member("label", line.label.en)
      json.endObject()
    }
    json.endArray()
  }

  private static func writeSchema(_ table: DatasetTable, _ json: inout JSONWriter) {
    let columns = TableCSV.columns(of: table)
    json.beginObject()
    json.member("$schema", "https://datapackage.org/profiles/2.0/tableschema.json")
    json.key("fields")
    json.beginArray()
    for column in columns {
      json.beginObject()
      json.member("name", column.name(in: table))
      json.member("type", column.type)
      json.member("title", column.title(in: table).en)
      json.member("description", column.title(in: table).nl)
      if case .dimension(let index) = column {
        writeCategories(table.dimensions[index].lines, &json)
      }
      if column.isKey || column == .count {
        json.key("constraints")
        json.beginObject()
        if column.isKey {
          json.key("required")
          json.boolean(true)
        } else {
          json.key("minimum")
          json.integer(0)
        }
        json.endObject()
      }
      json.endObject()
    }
    json.endArray()
    json.key("missingValues")
    json.beginArray()
    json.string(TableCSV.impossible)
    json.string(TableCSV.withheld)
    json.endArray()
    json.key("primaryKey")
    json.beginArray()
    for column in columns where column.isKey { json.string(column.name(in: table)) }
    json.endArray()
    json.endObject()
  }

  private static func writeDescription(_ table: DatasetTable, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("table", table.id)
    json.member("title", table.title)
    json.member("population", table.population)
    json.member("population_label", table.populationLabel)
    json.member("unit", table.unit.rawValue)
    json.member("period", table.period)
    json.key("measures")
    json.beginArray()
    for measure in table.measures { json.string(measure.rawValue) }
    json.endArray()
    json.key("signs")
    json.beginObject()
    json.member(TableCSV.withheld, Legend.withheld)
    json.member(TableCSV.impossible, Legend.impossible)
    json.endObject()
    json.member("method", table.protection.method)
    json.key("parameters")
    json.beginObject()
    for (name, value) in table.protection.parameters.sorted(by: { $0.key < $1.key }) {
      json.member(name, value)
    }
    json.endObject()
    json.key("shows_zeros")
    json.boolean(table.protection.showsZeros)
    json.key("dimensions")
    json.beginArray()
    for dimension in table.dimensions {
      json.beginObject()
      json.member("id", dimension.id)
      json.member("variable", dimension.variable)
      json.member("label", dimension.label)
      json.key("multi")
      json.boolean(dimension.isMulti)
      json.key("lines")
      json.beginArray()
      for line in dimension.lines { write(line, &json) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  static func write(_ line: DatasetLine, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("id", line.id)
    json.member("label", line.label)
    json.member("kind", line.kind.rawValue)
    json.key("codes")
    json.beginArray()
    for code in line.codes { json.string(code) }
    json.endArray()
    json.endObject()
  }

  /// A name as the standard wants it: lower-case letters, digits, `.`, `_` and `-`.
  static func slug(_ name: String) -> String {
    String(
      decoding: name.lowercased().utf8.map { byte in
        let isPlain =
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        return isPlain ? byte : UInt8(ascii: "-")
      },
      as: UTF8.self
    )
  }
}

extension TableCSV.Column {
  /// Whether it names the cell.
  var isKey: Bool {
    switch self {
    case .period, .dimension: true
    default: false
    }
  }

  /// The Table Schema's type.
  var type: String {
    switch self {
    case .period, .dimension, .changePeriod: "string"
    case .count, .shareBase, .changeBase: "integer"
    case .share, .change: "number"
    }
  }

  /// The column's name for people.
  func title(in table: DatasetTable) -> Label {
    switch self {
    case .period: Label(nl: "periode", en: "period")
    case .dimension(let index): table.dimensions[index].label
    case .count where table.unit == .contact:
      Label(nl: "aantal contacten", en: "number of contacts")
    case .count: Label(nl: "aantal personen", en: "number of persons")
    case .share(.shareOfKnown):
      Label(nl: "% van wie het bekend is", en: "% of those whose answer is known")
    case .share: Label(nl: "% van allen", en: "% of all")
    case .shareBase(.shareOfKnown):
      Label(nl: "aantal van wie het bekend is", en: "number whose answer is known")
    case .shareBase where table.unit == .contact:
      Label(nl: "aantal contacten in totaal", en: "number of contacts in all")
    case .shareBase: Label(nl: "aantal personen in totaal", en: "number of persons in all")
    case .change:
      Label(nl: "verandering in % t.o.v. de vorige periode", en: "change in % on the period before")
    case .changeBase: Label(nl: "aantal in de vorige periode", en: "number in the period before")
    case .changePeriod: Label(nl: "vorige periode", en: "period before")
    }
  }
}

extension JSONWriter {
  mutating func member(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }

  mutating func member(_ key: String, _ value: Label) {
    self.key(key)
    beginObject()
    for language in Language.allCases { member(language.rawValue, value[language]) }
    endObject()
  }
}
