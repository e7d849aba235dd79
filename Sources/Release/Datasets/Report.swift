import Codebook

/// `report.html`: the release for people, in Dutch and English, in one file without scripts.
enum Report {
  static let path = "report.html"

  /// The file's bytes.
  static func html(
    _ release: ReleaseDescription,
    _ tables: [DatasetTable],
    _ figures: [ReportFigure],
    _ microdata: DatasetMicrodata? = nil
  ) -> [UInt8] {
    var page = head(release)
    page += "<nav aria-label=\"Taal / Language\"><a href=\"#nl\">Nederlands</a> · "
    page += "<a href=\"#en\" lang=\"en\">English</a></nav>\n<main>\n"
    for language in Language.allCases {
      page += section(release, tables, figures, microdata, language)
    }
    page += "</main>\n</body>\n</html>\n"
    return Array(page.utf8)
  }

  private static func head(_ release: ReleaseDescription) -> String {
    """
    <!doctype html>
    <html lang="nl">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(HTML.escape(release.title.nl)) / \(HTML.escape(release.title.en))</title>
    <style>
    body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 46rem; padding: 1rem; color: #1a1a1a; background: #fff; }
    h1, h2, h3 { line-height: 1.2; }
    h3 { margin-top: 2.5rem; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; font-weight: bold; padding: .3rem 0; }
    th, td { padding: .2rem .5rem; border-bottom: 1px solid #ccc; text-align: right; vertical-align: top; }
    th[scope=row], thead th:first-child { text-align: left; }
    th[scope=row] { font-weight: normal; }
    tr.margin th, tr.margin td { font-weight: bold; }
    svg { width: 100%; height: auto; font: 13px system-ui, sans-serif; }
    svg rect { fill: #1f5f8b; }
    svg text { fill: #1a1a1a; }
    .notice { border-left: .3rem solid #8a4b00; padding-left: .8rem; }
    .lead { font-size: 1.15rem; }
    @media print { nav { display: none; } h3 { break-after: avoid; } table { break-inside: avoid; } }
    </style>
    </head>
    <body>

    """
  }

  private static func section(
    _ release: ReleaseDescription,
    _ tables: [DatasetTable],
    _ figures: [ReportFigure],
    _ microdata: DatasetMicrodata?,
    _ language: Language
  ) -> String {
    let code = language.rawValue
    var text = "<section id=\"\(code)\" lang=\"\(code)\">\n"
    text += "<h1>\(HTML.escape(release.title[language]))</h1>\n"
    let sentences = ReportSentence.all(figures, language, firstQuarter: release.firstQuarter)
      .map(HTML.escape)
    if !sentences.isEmpty {
      text += "<p class=\"lead\">\(sentences.joined(separator: " "))</p>\n"
    }
    if let notice = release.notice {
      text += "<p class=\"notice\">\(HTML.escape(notice[language]))</p>\n"
    }
    text += "<h2>\(language == .nl ? "Hoe dit te lezen" : "How to read this")</h2>\n<ul>\n"
    for line in reading(tables, language) { text += "<li>\(HTML.escape(line))</li>\n" }
    text += "</ul>\n"
    if let microdata { text += MicrodataReport.section(microdata, language) }
    if !tables.isEmpty { text += "<h2>\(language == .nl ? "Tabellen" : "Tables")</h2>\n" }
    for table in tables { text += self.table(table, language) }
    text += "<h2>\(language == .nl ? "Verantwoording" : "Account")</h2>\n<ul>\n"
    let agreement = DatasetAgreement.lines(release.agreement, language)
    for line in account(release, language) + agreement { text += "<li>\(HTML.escape(line))</li>\n" }
    return text + "</ul>\n</section>\n"
  }

  private static func reading(_ tables: [DatasetTable], _ language: Language) -> [String] {
    var lines = [
      "“\(TableCSV.withheld)”: \(Legend.withheld[language])",
      language == .nl
        ? "leeg: \(Legend.impossible.nl)" : "empty: \(Legend.impossible.en)",
      language == .nl
        ? "Geteld zijn personen, geen gesprekken; elke persoon telt één keer."
        : "Persons are counted, not conversations; each person counts once.",
    ]
    let contacts = tables.filter { $0.unit == .contact }.map(\.id).joined(separator: ", ")
    if !contacts.isEmpty {
      lines.append(
        language == .nl
          ? "Alleen in \(contacts) zijn gesprekken geteld."
          : "Only in \(contacts) conversations are counted."
      )
    }
    let thresholds = Set(tables.map(\.protection.threshold)).filter { $0 > 0 }.sorted()
    lines += thresholds.map { Legend.threshold($0)[language] }
    let bases = Set(tables.map(\.protection.minimumBase)).filter { $0 > 0 }.sorted()
    lines += bases.map {
      language == .nl
        ? "een percentage van minder dan \($0) personen wordt niet getoond"
        : "a percentage of fewer than \($0) persons is not shown"
    }
    return lines
  }

  private static func account(_ release: ReleaseDescription, _ language: Language) -> [String] {
    language == .nl
      ? [
        "Uitgave \(release.name), periode \(release.period), voor \(release.recipient).",
        "Codeboek \(release.codebook); gemaakt met \(release.program).",
        "Controle op onthulling: \(release.verdict).",
        "Dezelfde cijfers staan in tables/*.csv.gz, beschreven in datapackage.json.",
      ]
      : [
        "Release \(release.name), period \(release.period), for \(release.recipient).",
        "Codebook \(release.codebook); made with \(release.program).",
        "Disclosure check: \(release.verdict).",
        "The same figures are in tables/*.csv.gz, described in datapackage.json.",
      ]
  }

  private static func table(_ table: DatasetTable, _ language: Language) -> String {
    let columns = TableCSV.columns(of: table).filter { $0 != .period }
    let title = "\(table.id) \(table.title[language])"
    var text = "<h3>\(HTML.escape(title))</h3>\n"
    text += ReportChart.draw(table, language) ?? ""
    let caption = "\(table.populationLabel[language]), \(table.period)"
    text += "<table>\n<caption>\(HTML.escape(caption))</caption>\n<thead>\n<tr>"
    if table.dimensions.isEmpty { text += "<td></td>" }
    for column in columns {
      let name = HTML.escape(column.title(in: table)[language])
      text += "<th scope=\"col\">\(name)</th>"
    }
    text += "</tr>\n</thead>\n<tbody>\n"
    for (place, cell) in table.cells.enumerated() {
      let lines = table.coordinates(of: place)
      let isMargin = zip(lines, table.dimensions).allSatisfy { $1.lines[$0].isMargin }
      text += isMargin ? "<tr class=\"margin\">" : "<tr>"
      if table.dimensions.isEmpty {
        text += "<th scope=\"row\">\(language == .nl ? "totaal" : "total")</th>"
      }
      for column in columns {
        let field = TextTable.text(column, cell, lines, table, language)
        let escaped = HTML.escape(field)
        text += column.isKey ? "<th scope=\"row\">\(escaped)</th>" : "<td>\(escaped)</td>"
      }
      text += "</tr>\n"
    }
    text += "</tbody>\n</table>\n"
    if table.dimensions.contains(where: \.isMulti) {
      text += "<p>\(HTML.escape(Legend.multi[language]))</p>\n"
    }
    return text
  }
}
