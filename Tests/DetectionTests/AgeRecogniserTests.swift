import Testing

@testable import Detection

struct AgeRecogniserTests {
  @Test(arguments: [
    Marked("ik ben [[AGE|16]]"), Marked("ben [[AGE|16]] en woon bij mijn moeder"),
    Marked("Ik ben [[AGE|16]] jaar oud."),
    Marked("hij is [[AGE|22]] ofzo"), Marked("ze is [[AGE|zestien]]"),
    Marked("ik ben net [[AGE|18]] geworden"),
    Marked("word volgende maand [[AGE|17]]"), Marked("ben bijna [[AGE|18]]"), Marked("v[[AGE|16]]"),
    Marked("m[[AGE|15]] hier"),
    Marked("v/[[AGE|16]]"), Marked("[[AGE|16]]v"), Marked("meisje van [[AGE|14]]"),
    Marked("mijn zoon ([[AGE|9]])"),
    Marked("een jongen van [[AGE|vijftien]] jaar"), Marked("vanaf mijn [[AGE|twaalfde]]"),
    Marked("sinds me [[AGE|13e]]"),
    Marked("op haar [[AGE|15de]]"), Marked("een [[AGE|17]]-jarige"),
    Marked("een [[AGE|zeventienjarige]] jongen"),
    Marked("toen ik [[AGE|12]] was"), Marked("toen was ik [[AGE|14]]"),
    Marked("leeftijd: [[AGE|19]]"), Marked("lft [[AGE|19]]"),
    Marked("Lotte, [[AGE|22]], uit Ede"), Marked("ik [[AGE|17]] hij [[AGE|25]]"),
    Marked("hoe oud ben je?", "[[AGE|15]]"),
    Marked("Hoe oud ben je?", "bijna [[AGE|16]]"),
    Marked("wat is je leeftijd?", "[[AGE|zeventien]] jaar"),
    Marked("How old are you?", "i am [[AGE|nineteen]]"), Marked("i'm [[AGE|19]]"),
    Marked("she is [[AGE|twenty-one]]"),
    Marked("i am [[AGE|24]] years"), Marked("mam [[AGE|27]] lat"), Marked("ich bin [[AGE|17]]"),
    Marked("tengo [[AGE|20]] años"),
    Marked("j'ai [[AGE|16]] ans"), Marked("am [[AGE|14]] ani"), Marked("[[AGE|16]]jaar"),
    Marked("[[AGE|16]] jr"),
    Marked("ik denk [[AGE|16]]"), Marked("twee kinderen van [[AGE|4]] en [[AGE|7]]"),
    Marked("ik ben [[AGE|15]], mijn zusje [[AGE|12]]"),
    Marked("mijn vriend is [[AGE|24]], ik ben [[AGE|15]]"), Marked("ze wordt [[AGE|16]] in mei"),
    Marked("ik wordt [[AGE|17]]"),
    Marked("wij zijn [[AGE|16]] en [[AGE|17]]"), Marked("mijn dochter van [[AGE|13]] is weg"),
    Marked("patiënte van [[AGE|28]] vertelde"),
    Marked("[[AGE|16]] ben ik"), Marked("ik was [[AGE|dertien]] toen het begon"),
    Marked("zijn dochtertje van [[AGE|drie]]"),
    Marked("ben een meisje [[AGE|16]] jaar"), Marked("man [[AGE|45]], vrouw [[AGE|43]]"),
    Marked("de client ([[AGE|19]], vrouw)"),
    Marked("een cliënte, [[AGE|23]] jaar,"), Marked("mn broertje is pas [[AGE|8]]"),
    Marked("hij zei dat hij [[AGE|19]] was maar hij is [[AGE|27]]"),
    Marked("ben [[AGE|13]] btw"), Marked("zij nog klein, misschien [[AGE|11]]"),
    Marked("die wordt [[AGE|vijf]]"), Marked("ze is pas [[AGE|13]]"), Marked("k ben er [[AGE|16]]"),
    Marked("ik word over drie maanden [[AGE|achttien]]"),
    Marked("hij wordt [[DATE|4 juni]] [[AGE|negentien]]"),
    Marked("ik word in maart [[AGE|15]]"), Marked("eentje lijkt hooguit [[AGE|15]]"),
    Marked("hij is al lang, [[AGE|17]] ofzo"), Marked("wij zijn allebei [[AGE|14]]"),
    Marked("ben [[AGE|14]] waarom"), Marked("mijn dochter van bijna [[AGE|elf]] slaapt slecht"),
    Marked("hij schat me [[AGE|19]] ofzo"), Marked("hij is iets van [[AGE|45]]"),
    Marked("ze was rond de [[AGE|33]]"), Marked("volgende week [[AGE|17]]"),
    Marked("nog maar [[AGE|13]] dus"), Marked("ben van 2007 dus [[AGE|17]]"),
    Marked("kben [[AGE|16]] en"), Marked("ikben[[AGE|15]] dus"),
    Marked("mijn broertjes [[AGE|6]] en [[AGE|9]]"), Marked("ik ([[AGE|18]]) wil weg"),
    Marked("ik ben [[AGE|31]], ja. [[AGE|31]]"), Marked("she has [[AGE|trzydziesci jeden]] lat"),
    Marked("ik ben weduwnaar, [[AGE|achtenzeventig]], en"), Marked("vr, [[AGE|24]]"),
    Marked("hij bleek [[AGE|37]] te zijn"), Marked("word [[AGE|16]] over 3 weken"),
    Marked("kinderen: [[AGE|2]], [[AGE|5]] en [[AGE|8]]"),
    Marked("een vent van rond de [[AGE|40]]"),
    Marked("bijna jarig dan [[AGE|15]]"), Marked("ik vrouw [[AGE|27]] litouwen"),
    Marked("ik peins [[AGE|29]]"), Marked("de oudste is [[AGE|18]] de jongste [[AGE|10]]"),
  ])
  func `an age is found, and only its number`(row: Marked) { expectStructured(row) }

  @Test(arguments: [
    Marked("al 3 jaar samen"), Marked("2 jaar geleden"), Marked("sinds 4 jaar"),
    Marked("het is 16 euro"), Marked("bus 15 naar huis"),
    Marked("om 8 uur"), Marked("in 2 weken"), Marked("groep 7"), Marked("klas 3"),
    Marked("vanaf 18 jaar mag het"), Marked("onder de 18"),
    Marked("18+"), Marked("het is 5 voor 12"), Marked("ik heb 3 zussen"), Marked("wij zijn met 5"),
    Marked("lid 1 van artikel 273"),
    Marked("twee keer per week"), Marked("kreeg 6 jaar cel"), Marked("begin dertig"),
    Marked("mijn eerste vriend"), Marked("de derde keer"),
    Marked("24/7"), Marked("ik ben 3 kilo kwijt"), Marked("nog 2 jaar"),
    Marked("een 8 voor engels"), Marked("kamer 12"), Marked("ik ben om 4 uur thuis"),
    Marked("voor 50 euro"), Marked("hij is 1 meter 80"), Marked("ben je 24 uur per dag open"),
    Marked("een paar jaar"), Marked("halftien"),
    Marked("we zijn hier 4 jaar"), Marked("elke 3 maanden"), Marked("ik werk 40 uur"),
    Marked("hij moest 200 betalen"), Marked("dat wordt 25 per stuk"), Marked("ben 10 kilo kwijt"),
    Marked("hij is 12 dagen weg"), Marked("die kost misschien 20 euro"),
    Marked("gewonnen met 5-2"), Marked("je moet 18 zijn om dat te mogen"),
    Marked("ik wacht acht jaar op een huis"), Marked("volgende week 17 uur"),
    Marked("iets van 40 euro"), Marked("rond de 35 graden"),
    Marked("de opkomst was rond de 35"), Marked("toen kwamen er dan 17 binnen"),
    Marked("we hadden er dus 17"), Marked("we rijden met dan 16 mee"),
    Marked("hij gaf de kinderen 3 snoepjes"), Marked("moet je 18 zijn daarvoor"),
    Marked("hij is 12 jaar ouder dan ik"), Marked("van 2007 tot 17"),
  ])
  func `durations, prices, times, classes and bounds stay`(row: Marked) { expectStructured(row) }

  /// The phrase right before the only number of a sentence.
  @Test(
    arguments: [
      ("bijna jarig dan 17", "birthday"), ("jonger dan ik dus 14", "birthday"),
      ("hij is jarig en dan 17", "birthday"), ("we hadden er dus 17", nil),
      ("hij was jarig. dan 17", nil), ("bijna jarig 17", nil), ("kinderen: 2", "list"),
      ("mijn zonen, 12", "list"), ("voor kinderen 6", nil), ("vrouwen: 2", nil),
      ("hij is iets van 40", "around"), ("een man van rond de 35", "around"),
      ("zij was voorbij de 50", "around"), ("de opkomst was rond de 35", nil),
      ("ik was achter de 35", nil), ("hij is. rond de 35", nil),
    ] as [(String, String?)]
  )
  func `a phrase before a number leads to an age`(sentence: String, phrase: String?) throws {
    let text = PreparedConversation(Conversation([sentence]))
    let before = Surroundings(before: Int(try #require(text.digitWords.first)), text)
    let phrases = [
      ("birthday", (1...3).contains { AgePhrase.isBirthday(before, $0) }),
      ("list", AgePhrase.isList(before)), ("around", AgePhrase.isAround(before)),
    ]
    #expect(phrases.filter(\.1).map(\.0) == (phrase.map { [$0] } ?? []))
  }
}
