import Codebook

/// What the report says of a file of rows: the rule, and what each variable lost.
enum MicrodataReport {
  static func section(_ data: DatasetMicrodata, _ language: Language) -> String {
    let isDutch = language == .nl
    let title = "\(data.id) \(data.title[language])"
    var text = "<h2>\(isDutch ? "Rijen" : "Rows")</h2>\n<h3>\(HTML.escape(title))</h3>\n<p>"
    text += HTML.escape(
      isDutch
        ? "\(data.populationLabel.nl), \(data.period): \(data.rows.count) rijen, één per persoon; "
          + "\(data.rowsLeftOut) personen hebben er geen. Minstens \(data.leastAlike) rijen delen elke "
          + "combinatie van herkenbare gegevens, met minstens \(data.leastAnswers) verschillende "
          + "antwoorden op elke gevoelige vraag. “.” is een onderdrukte waarde. De volgorde van de rijen "
          + "is die van hun waarden en zegt niets."
        : "\(data.populationLabel.en), \(data.period): \(data.rows.count) rows, one a person; "
          + "\(data.rowsLeftOut) persons have none. At least \(data.leastAlike) rows share each "
          + "combination of identifying values, with at least \(data.leastAnswers) different answers "
          + "to each sensitive question. “.” is a suppressed value. Rows are in the order of their "
          + "values, which says nothing."
    )
    text += "</p>\n<table>\n<caption>"
    text += isDutch ? "Wat verloren ging" : "What was lost"
    text += "</caption>\n<thead>\n<tr>"
    let heads =
      isDutch
      ? ["gegeven", "soort", "indeling", "onderdrukte waarden", "verlies in %"]
      : ["variable", "kind", "layout", "suppressed values", "loss in %"]
    for head in heads { text += "<th scope=\"col\">\(head)</th>" }
    text += "</tr>\n</thead>\n<tbody>\n"
    for column in data.columns {
      let level =
        column.isWritten ? column.level : isDutch ? "weggelaten" : "left out"
      let mark = isDutch ? "," : "."
      let fields = [
        role(column.role, language), level, "\(column.suppressed)",
        "\(column.lossTenths / 10)\(mark)\(column.lossTenths % 10)",
      ]
      text += "<tr><th scope=\"row\">\(HTML.escape(column.label[language]))</th>"
      for field in fields { text += "<td>\(HTML.escape(field))</td>" }
      text += "</tr>\n"
    }
    return text + "</tbody>\n</table>\n"
  }

  private static func role(
    _ role: DatasetMicrodata.Column.Role,
    _ language: Language
  ) -> String {
    switch (role, language) {
    case (.identifying, .nl): "herkenbaar"
    case (.identifying, .en): "identifying"
    case (.sensitive, .nl): "gevoelig"
    case (.sensitive, .en): "sensitive"
    }
  }
}
