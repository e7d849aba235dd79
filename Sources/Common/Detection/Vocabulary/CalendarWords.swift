/// Months and days of the week, in Dutch, its dialects and the languages that callers mix in.
///
/// Source: CLDR calendar names (wide and abbreviated, nominative and genitive), folded; Dutch
/// abbreviations and misspellings from chat.
enum CalendarWords {
  private static let months: [(Int32, String)] = [
    (
      1,
      """
      januari jan january januar janvier enero janeiro gennaio stycznia styczen ocak ianuarie \
      yanuari januarie januaries jannuari jannewaris januar
      """
    ),
    (
      2,
      """
      februari feb febr february februar fevrier febrero fevereiro febbraio lutego luty subat \
      februarie fevruari febuari feberuari febrewaris
      """
    ),
    (
      3,
      """
      maart mrt march marz mars marzo marco marca marzec mart martie mrch maa maert maret mac
      """
    ),
    (4, "april apr avril abril aprile kwietnia kwiecien nisan aprilie aprl apirl aprili"),
    (5, "mei may mai mayo maio maggio maja maj mayis mey maaie"),
    (
      6,
      """
      juni jun june juin junio junho giugno czerwca czerwiec haziran iunie juny juno jyni juuni
      """
    ),
    (
      7,
      """
      juli jul july juillet julio julho luglio lipca lipiec temmuz iulie july jully
      """
    ),
    (8, "augustus aug august aout agosto sierpnia sierpien agustos augustes augutus"),
    (
      9,
      """
      september sep sept septembre septiembre setembro settembre wrzesnia wrzesien eylul \
      septembrie septemer setember
      """
    ),
    (
      10,
      """
      oktober okt october oct octobre octubre outubro ottobre pazdziernika pazdziernik ekim \
      octombrie octobr
      """
    ),
    (
      11,
      """
      november nov novembre noviembre novembro listopada listopad kasim noiembrie
      """
    ),
    (
      12,
      """
      december dec dezember dez decembre diciembre dezembro dicembre grudnia grudzien aralik \
      decembrie desember decmber
      """
    ),
  ]

  private static let weekdays = """
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo maandags \
    monday tuesday wednesday thursday friday saturday sunday
    """

  /// All entries of the vocabulary.
  static let entries: [(word: String, sense: WordSense)] =
    months.flatMap { value, words in
      words.split(separator: " ").map {
        (String($0), WordSense(classes: .month, value: value))
      }
    }
    + weekdays.split(separator: " ").map {
      (String($0), WordSense(classes: .weekday, value: nil))
    }
}
