/// Whole numbers below a hundred as people write them in words.
///
/// Dutch and English are composed (eenentwintig, twenty-one). The other languages of the line have
/// the words for the ages that are told most, 10 to 25, from the numeral entries of the Unicode CLDR
/// spell-out rules (RBNF); accents are folded away.
enum NumberWords {
  private static let dutchUnits = [
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
  ]
  private static let dutchTens = [
    "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig",
  ]
  /// "vanaf mijn twaalfde": from the first to the nineteenth.
  private static let dutchOrdinals = [
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende",
    "tiende", "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende",
    "zeventiende", "achttiende", "negentiende",
  ]
  private static let englishUnits = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let englishTens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  /// From 10 to 25; a phrase has its spaces and hyphens taken out.
  private static let others = [
    // German
    "zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig "
      + "einundzwanzig zweiundzwanzig dreiundzwanzig vierundzwanzig funfundzwanzig",
    // French
    "dix onze douze treize quatorze quinze seize dixsept dixhuit dixneuf vingt vingtetun "
      + "vingtdeux vingttrois vingtquatre vingtcinq",
    // Spanish
    "diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte "
      + "veintiuno veintidos veintitres veinticuatro veinticinco",
    // Portuguese
    "dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove vinte vinteeum "
      + "vinteedois vinteetres vinteequatro vinteecinco",
    // Italian
    "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove "
      + "venti ventuno ventidue ventitre ventiquattro venticinque",
    // Polish
    "dziesiec jedenascie dwanascie trzynascie czternascie pietnascie szesnascie siedemnascie "
      + "osiemnascie dziewietnascie dwadziescia dwadziesciajeden dwadziesciadwa "
      + "dwadziesciatrzy dwadziesciacztery dwadziesciapiec",
    // Turkish
    "on onbir oniki onuc ondort onbes onalti onyedi onsekiz ondokuz yirmi yirmibir yirmiiki "
      + "yirmiuc yirmidort yirmibes",
    // Romanian
    "zece unsprezece doisprezece treisprezece paisprezece cincisprezece saisprezece "
      + "saptesprezece optsprezece nouasprezece douazeci douazecisiunu douazecisidoi "
      + "douazecisitrei douazecisipatru douazecisicinci",
    // Hungarian
    "tiz tizenegy tizenketto tizenharom tizennegy tizenot tizenhat tizenhet tizennyolc "
      + "tizenkilenc husz huszonegy huszonketto huszonharom huszonnegy huszonot",
  ]

  /// Every number below a hundred by its word, letters only.
  private static let numbers: [[UInt8]: Int] = {
    var numbers: [[UInt8]: Int] = [:]
    for list in others {
      for (index, word) in list.split(separator: " ").enumerated() {
        numbers[Array(word.utf8)] = 10 + index
      }
    }
    for (units, tens, isUnitFirst) in [
      (dutchUnits, dutchTens, true), (englishUnits, englishTens, false),
    ] {
      for (value, word) in units.enumerated() { numbers[Array(word.utf8)] = value }
      for (index, ten) in tens.enumerated() {
        numbers[Array(ten.utf8)] = (index + 2) * 10
        for unit in 1...9 {
          let word = isUnitFirst ? "\(units[unit])en\(ten)" : "\(ten)\(units[unit])"
          numbers[Array(word.utf8)] = (index + 2) * 10 + unit
        }
      }
    }
    for (index, word) in dutchOrdinals.enumerated() { numbers[Array(word.utf8)] = index + 1 }
    for (index, ten) in dutchTens.enumerated() {
      numbers[Array("\(ten)ste".utf8)] = (index + 2) * 10
    }
    numbers[Array("1".utf8)] = 1
    return numbers
  }()

  /// The number of a folded word or phrase; `nil` where it is none.
  static func value(_ folded: [UInt8]) -> Int? {
    numbers[folded.filter(IdentifierText.isLetter)]
  }
}
