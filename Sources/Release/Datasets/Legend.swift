import Codebook

/// What the signs in a table mean, as Statistics Netherlands (CBS) uses them.
public enum Legend {
  /// Of `.`.
  public static let withheld = Label(
    nl: "geheim, of te onzeker om te noemen",
    en: "secret, or too uncertain to say"
  )
  /// Of an empty cell.
  public static let impossible = Label(nl: "kan niet voorkomen", en: "cannot occur")
  /// Of a table in which a person may stand in several lines.
  public static let multi = Label(
    nl: "meer antwoorden per persoon mogelijk: de regels tellen op tot meer dan 100 %",
    en: "a person may have several answers: the lines add up to more than 100 %"
  )

  /// Of the smallest number shown.
  public static func threshold(_ threshold: Int) -> Label {
    Label(
      nl: "een aantal van minder dan \(threshold) personen wordt niet getoond",
      en: "a number of fewer than \(threshold) persons is not shown"
    )
  }
}
