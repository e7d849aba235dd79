/// Number words, spelt out by rule where a language has one.
///
/// Sources: the Dutch rule is that of the Taalunie's "Schrijfwijze van getallen"; other languages
/// after CLDR's rule-based number formats (`spellout-cardinal`), folded as `FoldedText` folds.
enum NumberWords {
  private static let small = [
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
  ]
  private static let tens = [
    "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig",
  ]

  /// The Dutch cardinals 0 to 99.
  static let dutch: [String] =
    small
    + tens.flatMap { ten in
      [ten] + small[1...9].map { $0 + "en" + ten }
    }

  /// Dutch cardinals as people also write them.
  private static let misspelt: [(String, Int32)] = [
    ("null", 0), ("noel", 0), ("ene", 1), ("twe", 2), ("dri", 3), ("vijv", 5),
    ("vyf", 5), ("zess", 6), ("zeuven", 7), ("agt", 8), ("neegen", 9), ("tein", 10), ("elluf", 11),
    ("twaluf", 12), ("detien", 13), ("vertien", 14), ("viertien", 14), ("vijtien", 15),
    ("vijvtien", 15), ("zestein", 16), ("zesstien", 16), ("zeventein", 17), ("seventien", 17),
    ("achtien", 18), ("agtien", 18), ("achttein", 18), ("negentein", 19), ("neegentien", 19),
    ("twintich", 20), ("twinteg", 20), ("dertich", 30), ("viertig", 40), ("achtig", 80),
    ("vijfentwinteg", 25), ("driehontwintig", 23), ("zestiej", 16),
  ]

  /// The Dutch ordinal of a cardinal of `dutch`.
  static func ordinal(_ value: Int) -> String {
    switch value {
    case 1: "eerste"
    case 3: "derde"
    case 8: "achtste"
    case 0..<20: dutch[value] + "de"
    default: dutch[value] + "ste"
    }
  }

  private static let english = (
    small: """
    zero one two three four five six seven eight nine - eleven twelve thirteen fourteen \
    fifteen sixteen seventeen eighteen nineteen
    """,
    tens: "twenty thirty forty fifty sixty seventy eighty ninety"
  )

  private static let german = (
    small: """
    null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn \
    funfzehn sechzehn siebzehn achtzehn neunzehn
    """,
    tens: "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig"
  )

  /// Words from 10 on, in order; what a language builds of several words is found part by part.
  private static let foreign: [(from: Int32, step: Int32, words: String)] = [
    // French
    (5, 1, "cinq six sept huit neuf dix onze douze treize quatorze quinze seize"),
    (20, 10, "vingt trente quarante cinquante soixante"),
    // Spanish
    (
      5, 1,
      """
      cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete \
      dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco \
      veintiseis veintisiete veintiocho veintinueve treinta
      """
    ),
    // Portuguese
    (11, 1, "onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte"),
    (16, 1, "dezasseis dezassete dezoito dezanove"),
    // Italian
    (
      10, 1,
      """
      dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove \
      venti ventuno ventidue ventitre ventiquattro venticinque ventisei ventisette ventotto
      """
    ),
    // Polish
    (
      2, 1,
      """
      dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec jedenascie dwanascie trzynascie \
      czternascie pietnascie szesnascie siedemnascie osiemnascie dziewietnascie dwadziescia
      """
    ),
    (30, 10, "trzydziesci czterdziesci piecdziesiat szescdziesiat"),
    (1, 0, "jeden jedna"),
    // Turkish
    (
      3, 1,
      """
      uc dort bes alti yedi sekiz dokuz on onbir oniki onuc ondort onbes onalti onyedi onsekiz \
      ondokuz yirmi
      """
    ),
    (30, 10, "otuz kirk elli altmis"),
    // Romanian
    (
      3, 1,
      """
      trei patru cinci sase sapte opt noua zece unsprezece doisprezece treisprezece paisprezece \
      cincisprezece saisprezece saptesprezece optsprezece nouasprezece douazeci
      """
    ),
    // Bulgarian and Russian, Ukrainian, in Latin letters
    (
      11, 1,
      """
      edinadeset dvanadeset trinadeset chetirinadeset petnadeset shestnadeset sedemnadeset \
      osemnadeset devetnadeset dvadeset
      """
    ),
    (15, 1, "petnajset sestnajset sedemnajst osemnajst devetnajst"),
    (
      11, 1,
      """
      одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять \
      вісімнадцять дев'ятнадцять двадцять
      """
    ),
    (
      11, 1,
      """
      одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать \
      восемнадцать девятнадцать двадцать
      """
    ),
    // Hungarian
    (11, 1, "tizenegy tizenketto tizenharom tizennegy tizenot tizenhat tizenhet tizennyolc"),
    (19, 1, "tizenkilenc husz huszonegy huszonketto huszonharom huszonnegy huszonot"),
    // Papiamentu and Sranan
    (15, 1, "diesinku diesseis diesshete diesocho diesnuebe binti"),
    // Indonesian
    (11, 1, "sebelas"),
    // Frisian
    (
      11, 1, "alve tolve trettjin fjirtjin fyftjin sechstjin santjin achttjin njoggentjin tweintich"
    ),
  ]

  /// All entries of the vocabulary.
  static let entries: [(word: String, sense: WordSense)] = {
    var entries: [(word: String, sense: WordSense)] = []
    func add(_ word: String, _ classes: WordClasses, _ value: Int32) {
      entries.append((word, WordSense(classes: classes, value: value)))
    }
    for (value, word) in dutch.enumerated() {
      add(word, .number, Int32(value))
      if value > 0 {
        add(ordinal(value), .ordinal, Int32(value))
        add(word + "jarige", .ageCompound, Int32(value))
        add(word + "jarig", .ageCompound, Int32(value))
      }
    }
    for (word, value) in misspelt { add(word, .number, value) }
    for (value, word) in english.small.split(separator: " ").enumerated() {
      // "ten" is a Dutch word too.
      if word == "-" {
        add("ten", .foreignNumber, 10)
      } else {
        add(String(word), .number, Int32(value))
      }
    }
    for (index, word) in english.tens.split(separator: " ").enumerated() {
      add(String(word), .number, Int32(20 + 10 * index))
    }
    let german = (small: Self.german.small.split(separator: " "), tens: Self.german.tens)
    for (value, word) in german.small.enumerated() { add(String(word), .number, Int32(value)) }
    for (index, ten) in german.tens.split(separator: " ").enumerated() {
      add(String(ten), .number, Int32(20 + 10 * index))
      for unit in 1...9 {
        let head = unit == 1 ? "ein" : String(german.small[unit])
        add(head + "und" + ten, .number, Int32(20 + 10 * index + unit))
      }
    }
    for list in foreign {
      var value = list.from
      for word in list.words.split(separator: " ") {
        add(String(word), .foreignNumber, value)
        value += list.step
      }
    }
    for year in 1930...2040 {
      let rest = year % 100
      let tail = rest == 0 ? "" : dutch[rest]
      if year >= 2000 {
        add("tweeduizend" + tail, .yearWord, Int32(year))
        add("tweeduizenden" + tail, .yearWord, Int32(year))
      } else {
        add("negentien" + tail, .yearWord, Int32(year))
        add("negentienhonderd" + tail, .yearWord, Int32(year))
      }
    }
    return entries
  }()
}
