// Table: since when, whether it goes on, who knows, what holds the visitor back.

extension Phrases {
  static let counsellorAsksDuration: [String] = [
    "Hoe lang is dit al zo?", "Wanneer is het begonnen?", "Speelt dit al lang?",
    "Sinds wanneer gaat dit zo?",
  ]
  static let duration: [String: [String]] = [
    "lt_1m": [
      "het is pas twee weken bezig", "nog maar een week of drie geleden begonnen",
      "vorige week was de eerste keer", "sinds een dag of tien gaat het zo",
      "twee weken terug moest het voor het eerst",
    ],
    "1_6m": [
      "een maand of drie nu", "vier maanden is het aan de gang", "sinds {datum}",
      "ongeveer twaalf weken", "al vijf maanden lang", "het loopt sinds {maand}",
    ],
    "6_12m": [
      "acht maanden bijna", "ruim een half jaar moet ik dit nu", "negen maanden geleden begon dit",
      "het loopt sinds {maand}", "tien maanden is het nu, ik heb geteld",
      "sinds {datum} moet ik dit",
    ],
    "1_2y": [
      "anderhalf jaar al", "iets meer dan een jaar moet dit van {hem}", "dit gaat zo sinds {maand}",
      "ongeveer zestien maanden", "een jaar en een paar maanden",
    ],
    "2_5y": [
      "al drie jaar", "drie en een half jaar is dit mijn leven", "dit gebeurt sinds {maand}",
      "vier jaar al, haast niet te geloven", "al dik drie jaar doe ik wat {hij} {zegt|zeggen}",
    ],
    "5plus": [
      "al meer dan vijf jaar", "zes jaar. zes!", "dit duurt al zeven jaar",
      "sinds {maand}, reken maar uit", "al zo lang ik het me herinner, jaren en jaren, zeker zes",
    ],
  ]
  /// For those whose age is told: `{begin}` is the age at which it began.
  static let sinceAge: [String] = [
    "het is begonnen toen ik {begin} was", "ik was {begin} de eerste keer",
    "vanaf mijn {begin}e moet dit al",
  ]

  static let counsellorAsksNow: [String] = [
    "Is dat nu nog zo?", "Zit je er nu nog in?", "Gebeurt het nog steeds?", "Hoe is het nu?",
  ]
  static let situation: [String: [String]] = [
    "ongoing": [
      "ja het gaat gewoon door", "ik zit er nog middenin", "morgen moet ik weer",
      "het is niet gestopt nee", "elke week opnieuw, ook nu", "ik kom er niet uit", "gisteren nog",
      "het houdt maar niet op",
    ],
    "ended": [
      "het is nu voorbij, ik ben er weg", "ik ben eruit gestapt, maar ik droom er nog van",
      "nee het is gestopt, ik woon nu ergens anders",
      "dat is achter de rug, alleen in mijn hoofd niet",
      "sinds ik verhuisd ben gebeurt het niet meer", "het ligt achter me, gelukkig",
    ],
  ]

  static let counsellorAsksView: [String] = [
    "Weet er iemand van?", "Heb je dit eerder aan iemand verteld?",
    "Is er iemand in je buurt die dit weet?", "Wie weten hiervan?",
  ]
  static let inView: [String: [String]] = [
    "none": [
      "niemand weet dit, jij bent de eerste", "ik heb het nog nooit verteld aan wie dan ook",
      "nee. geen mens", "dit is de allereerste keer dat ik het zeg",
      "alleen jij nu, verder niemand", "er is niemand die het weet",
      "ik heb hier nooit iets over losgelaten",
    ],
    "care": [
      "mijn psycholoog weet ervan", "ik heb het bij mijn therapeut verteld, die is ermee bezig",
      "ja, mijn maatschappelijk werkster kent het hele verhaal",
      "mijn begeleidster van de ggz weet wat er speelt",
    ],
    "police": [
      "de politie weet het, er loopt iets", "ik heb al met een rechercheur gesproken",
      "ja de politie, ik heb daar aangifte van gedaan destijds",
    ],
  ]

  static let counsellorAsksBarrier: [String] = [
    "Wat houdt je tegen om hulp te zoeken?", "Waarom is het zo moeilijk om het iemand te zeggen?",
    "Wat maakt dat je nog bij niemand bent geweest?", "Waar ben je bang voor als je het vertelt?",
  ]
  static let reasons: [String: [String]] = [
    "distrust_care": [
      "van hulpverleners moet ik niks hebben, ze praten alleen over je",
      "ik geloof niet in hulpverlening, die laten je toch vallen",
      "instanties en zo, ik vertrouw ze voor geen meter",
      "al die zorgmensen luisteren niet echt, daar begin ik niet meer aan",
    ],
    "fear_reprisal": [
      "als {hij} erachter {komt|komen} dan maken ze me kapot",
      "ik ben bang voor wat {hij} dan {doet|doen}",
      "wie praat wordt gepakt, dat {heeft|hebben} {hij} laten zien",
      "{hij} {neemt|nemen} wraak als ik naar iemand toe stap",
    ],
    "fear_blame": [
      "ze gaan zeggen dat het mijn eigen schuld is",
      "mensen zullen vragen waarom ik er dan zelf naartoe ging",
      "ik krijg vast te horen dat ik het heb uitgelokt", "mijn familie zal mij de schuld geven",
    ],
    "shame": [
      "ik schaam me er zo voor", "de schaamte, ik kan niemand aankijken",
      "ik voel me vies en ik schaam me dood", "het is te beschamend om hardop te zeggen",
    ],
  ]
}
