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
    Marked("sinds me [[AGE|13]]e"),
    Marked("op haar [[AGE|15]]de"), Marked("een [[AGE|17]]-jarige"),
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
    Marked("hij moest 200 betalen"),
  ])
  func `durations, prices, times, classes and bounds stay`(row: Marked) { expectStructured(row) }
}
