/// The months by their folded names: Dutch, English, German, French, and three-letter forms.
enum MonthNames {
  private static let names = [
    "januari january januar janvier jan",
    "februari february februar fevrier feb febr",
    "maart march marz mars mrt mar",
    "april avril apr",
    "mei may mai",
    "juni june juin jun",
    "juli july juillet jul",
    "augustus august aout aug",
    "september septembre sept sep",
    "oktober october octobre okt oct",
    "november novembre nov",
    "december dezember decembre dec dez",
  ]

  private static let months: [[UInt8]: Int] = {
    var months: [[UInt8]: Int] = [:]
    for (index, list) in names.enumerated() {
      for name in list.split(separator: " ") { months[Array(name.utf8)] = index + 1 }
    }
    return months
  }()

  /// The month, 1...12; `nil` where the word names none.
  static func month(_ folded: [UInt8]) -> Int? { months[folded] }
}
