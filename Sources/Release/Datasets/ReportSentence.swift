import Codebook

/// The report's sentences: what the tables say, with the base beside every share.
///
/// A sentence is chosen by the cell's variable and line, never by the statement's id, so that a
/// plan that points a statement elsewhere does not make it say something else.
enum ReportSentence {
  /// What is said of the persons of a line, behind "54 of the 285 (18.9 %)".
  private static let predicates: [String: Label] = [
    "age_band=under_15": Label(nl: "waren jonger dan 15", en: "were under 15"),
    "age_band=15_or_under": Label(nl: "waren 15 of jonger", en: "were 15 or younger"),
    "age_band=minor": Label(nl: "waren minderjarig", en: "were minors"),
    "exploiter_relation=parents_narrow": Label(
      nl: "werden uitgebuit door een of beide ouders",
      en: "were exploited by one or both parents"
    ),
    "exploiter_relation=parents_wide": Label(
      nl: "werden uitgebuit door ouders of stiefouders",
      en: "were exploited by parents or step-parents"
    ),
    "in_view=none": Label(
      nl: "waren niet in beeld bij hulpverlening of politie (onbekend telt hier nooit mee)",
      en: "were not in view of care or police (an unknown answer never counts as that)"
    ),
    "exploit_duration=1y_plus": Label(
      nl: "werden een jaar of langer uitgebuit",
      en: "had been exploited for a year or longer"
    ),
    "exploit_duration=5plus": Label(
      nl: "werden vijf jaar of langer uitgebuit",
      en: "had been exploited for five years or longer"
    ),
    "exploit_combo=sexual_criminal": Label(
      nl: "werden zowel seksueel als crimineel uitgebuit",
      en: "were exploited both sexually and criminally"
    ),
    "acute_safety=yes": Label(nl: "waren acuut onveilig", en: "were in acute danger"),
    "reached=met": Label(
      nl: "werden ontmoet of gingen onder begeleiding naar de politie",
      en: "were met, or accompanied to the police"
    ),
    "reached=once": Label(nl: "hadden één keer contact", en: "made contact only once"),
    "outcome=ref_accepted": Label(
      nl: "aanvaardden een verwijzing",
      en: "accepted a referral"
    ),
    "reason_no_help=distrust_care": Label(
      nl: "noemden wantrouwen jegens de hulpverlening",
      en: "named distrust of care services"
    ),
    "reason_no_help=fear_blame": Label(
      nl: "noemden angst om zelf de schuld te krijgen",
      en: "named fear of being blamed"
    ),
    "reason_no_help=shame": Label(nl: "noemden schaamte", en: "named shame"),
    "reason_no_help=fear_reprisal": Label(
      nl: "noemden angst voor represailles",
      en: "named fear of reprisal"
    ),
    "outcome=once_only": Label(nl: "hadden één keer contact", en: "made contact only once"),
    "outcome=meeting_held": Label(nl: "werden in persoon ontmoet", en: "were met in person"),
    "outcome=police_accompanied": Label(
      nl: "gingen onder begeleiding naar de politie",
      en: "were accompanied to the police"
    ),
    "outcome=met_or_police": Label(
      nl: "werden ontmoet of gingen onder begeleiding naar de politie",
      en: "were met, or accompanied to the police"
    ),
    "situation_now=ongoing": Label(
      nl: "zaten nog in de situatie",
      en: "were still in the situation"
    ),
  ]

  /// The sentences of all figures, in order; a count and its change share one.
  ///
  /// - Parameters:
  ///   - figures: The figures.
  ///   - language: Whose words are used.
  ///   - firstQuarter: The first quarter of which the line has contacts, such as `2019-Q1`; empty
  ///     where it is not known.
  /// - Returns: The sentences.
  static func all(
    _ figures: [ReportFigure],
    _ language: Language,
    firstQuarter: String = ""
  ) -> [String] {
    var sentences: [String] = []
    var saidHeadline = false
    let changed = figures.filter { $0.uncertainty > 0 }
    let figures = figures.filter { $0.uncertainty == 0 }
    for figure in figures {
      if figure.cell.lines.isEmpty {
        if saidHeadline { continue }
        saidHeadline = true
        let headline = figures.filter { $0.cell.lines.isEmpty }
        let change = headline.map(\.cell.change).first { $0 != .impossible } ?? .impossible
        sentences.append(self.headline(figure, change, language))
      } else if !figure.trend.isEmpty {
        sentences += TrendSentence.lines(figure, language, firstQuarter: firstQuarter)
      } else {
        sentences.append(contentsOf: share(figure, language))
      }
    }
    guard let most = changed.map(\.uncertainty).max() else { return sentences }
    return sentences + [caution(most, language)] + changed.flatMap { share($0, language) }
  }

  /// What stands before numbers that are not exact.
  private static func caution(_ most: Int, _ language: Language) -> String {
    language == .nl
      ? "De getallen hierna zijn elk met opzet hoogstens \(most) veranderd, opdat gekruiste tabellen "
        + "niemand verraden."
      : "The numbers from here on were each changed on purpose by at most \(most), so that crossed "
        + "tables betray nobody."
  }

  private static func headline(
    _ figure: ReportFigure,
    _ change: DatasetChange,
    _ language: Language
  ) -> String {
    guard let count = figure.cell.count.number else {
      return language == .nl
        ? "Hoeveel slachtoffers in \(figure.period) contact opnamen, is niet gepubliceerd."
        : "How many victims contacted the line in \(figure.period) is not published."
    }
    var sentence =
      language == .nl
      ? "In \(figure.period) namen \(count) slachtoffers contact op met de lijn"
      : "In \(figure.period) \(count) victims contacted the line"
    if case .tenths(let tenths, let base, let period) = change {
      let size = percent(abs(tenths), language, dropsZero: true)
      switch (language, tenths) {
      case (.nl, 0): sentence += ", even veel als de \(base) van \(period)"
      case (.nl, ..<0): sentence += ", \(size) minder dan de \(base) van \(period)"
      case (.nl, _): sentence += ", \(size) meer dan de \(base) van \(period)"
      case (.en, 0): sentence += ", as many as the \(base) of \(period)"
      case (.en, ..<0): sentence += ", \(size) fewer than the \(base) of \(period)"
      case (.en, _): sentence += ", \(size) more than the \(base) of \(period)"
      }
    }
    return sentence + "."
  }

  private static func share(_ figure: ReportFigure, _ language: Language) -> [String] {
    if let sentence = statement(figure.cell, language, previous: figure.previous) {
      return [whom(figure, language) + sentence]
    }
    let what = figure.cell.labels.map { $0[language] }.joined(separator: ", ")
    var sentences = [
      language == .nl
        ? "Hoeveel het er bij “\(what)” waren, blijft geheim om de mensen erachter te beschermen."
        : "The number for “\(what)” is withheld to protect the people behind it."
    ]
    if let instead = figure.instead,
      let sentence = statement(instead, language, previous: nil)
    {
      sentences.append(
        language == .nl ? "Wel te zeggen is: \(sentence)" : "What can be said: \(sentence)"
      )
    }
    return sentences
  }

  /// "Length of exploitation: a year or more: "; empty where all are meant.
  private static func whom(_ figure: ReportFigure, _ language: Language) -> String {
    guard let group = figure.group?[language], let first = group.first else { return "" }
    return first.uppercased() + group.dropFirst() + ": "
  }

  /// "54 of the 285 (18.9 %) were under 15."; `nil` where the number is withheld.
  private static func statement(
    _ cell: ReportFigure.Cell,
    _ language: Language,
    previous: (tenths: Int, period: String)?
  ) -> String? {
    guard let count = cell.count.number else { return nil }
    var subject = "\(count)"
    if case .tenths(let tenths, let base) = cell.share {
      subject =
        language == .nl
        ? "\(count) van de \(base) (\(percent(tenths, language)))"
        : "\(count) of the \(base) (\(percent(tenths, language)))"
    }
    var sentence: String
    if cell.lines.count == 1, let predicate = predicates[cell.lines[0]] {
      sentence = "\(subject) \(predicate[language])"
    } else {
      sentence = "\(cell.labels.map { $0[language] }.joined(separator: ", ")): \(subject)"
    }
    if let previous {
      let share = percent(previous.tenths, language)
      sentence +=
        language == .nl
        ? ", na \(share) in \(previous.period)" : ", after \(share) in \(previous.period)"
    }
    return sentence + "."
  }

  /// Such as `18.9 %`, in Dutch `18,9 %`, with a space that does not break.
  static func percent(_ tenths: Int, _ language: Language, dropsZero: Bool = false) -> String {
    let number =
      dropsZero && tenths % 10 == 0
      ? "\(tenths / 10)" : Percentage.text(tenths, mark: language == .nl ? "," : ".")
    return number + "\u{A0}%"
  }
}
