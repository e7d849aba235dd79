// Table: who the visitor is and where.

extension Phrases {
  static let names: [String] = [
    "ik heet {naam}", "noem me maar {naam}", "mijn naam is {naam}", "zeg maar {naam}",
    "{naam} trouwens",
    "ik ben {naam} {achternaam}", "voor de duidelijkheid, ik ben {naam}", "je mag {naam} zeggen",
    "iedereen noemt me {naam}",
    "mijn volledige naam is {naam} {achternaam}, maar gebruik die niet", "met {naam}",
  ]

  static let girlsWithAge: [String] = [
    "ik ben een meisje van {leeftijd}", "{leeftijd} jaar, meisje", "meisje van {leeftijd} hier",
    "ben een meid en {leeftijd} jaar oud",
    "ik ben {leeftijd}, gewoon een meisje", "ik ben de oudste dochter hier thuis, {leeftijd} jaar",
    "ik word door iedereen 'dat meisje' genoemd en ik ben {leeftijd}",
  ]
  static let womenWithAge: [String] = [
    "ik ben een vrouw van {leeftijd}", "vrouw, {leeftijd} jaar",
    "ik ben {leeftijd} en moeder van een kleintje",
    "{leeftijd} ben ik, een jonge vrouw zeggen ze dan",
    "als vrouw van {leeftijd} had ik beter moeten weten zeggen ze",
    "een vrouw van {leeftijd} jaar, meer hoef je niet te weten",
  ]
  static let boysWithAge: [String] = [
    "ik ben een jongen van {leeftijd}", "jongen, {leeftijd} jaar", "ik ben een gast van {leeftijd}",
    "ja ik ben dus een jongen he, {leeftijd}",
    "ik ben {leeftijd} en hun zoon",
  ]
  static let menWithAge: [String] = [
    "ik ben een man van {leeftijd}", "man, {leeftijd} jaar oud",
    "een man van {leeftijd}, ja, dat bestaat ook", "ik ben {leeftijd} en vader van twee kinderen",
  ]
  static let ageOnly: [String] = [
    "ik ben {leeftijd}", "{leeftijd} jaar ben ik", "leeftijd: {leeftijd}",
    "ik ben net {leeftijd} geworden", "over mijn leeftijd: {leeftijd} jaar",
    "ik ben {leeftijd} jaar oud",
  ]
  static let femaleOnly: [String] = [
    "ik ben een vrouw trouwens", "ik ben een meid, meer vertel ik niet over mezelf",
    "ik schrijf als vrouw", "ik ben geen man, voor alle duidelijkheid ben ik een vrouw",
  ]
  static let maleOnly: [String] = [
    "ik ben een man, dat vinden mensen vaak gek hierbij",
    "ik ben een jongen, dus dan denkt niemand eraan", "ik schrijf als man",
  ]

  static let counsellorAsksAge: [String] = [
    "Mag ik vragen hoe oud je bent?", "Wil je zeggen met wie ik praat, en je leeftijd?",
    "Wat is je leeftijd, als je dat kwijt wilt?",
    "Kun je iets over jezelf vertellen?",
  ]

  static let addresses: [String] = [
    "ik woon in de {straat} {nummer}", "ze weten waar ik woon, {straat} {nummer} in {plaats}",
    "het is aan de {straat}, bij {plaats}",
    "ons adres is {straat} {nummer}, {postcode} {plaats}", "wij zitten op {straat} {nummer}",
    "ik zit nu in {plaats}",
    "het huis staat in de {straat} in {plaats}",
    "de postcode is {postcode} als je wilt kijken hoe ver het is", "ik kom uit {plaats}",
    "dat is in {plaats}, vlak bij de {straat}",
  ]
  static let phones: [String] = [
    "mijn nummer is {tel}", "je kunt me bereiken op {tel}", "{tel}, maar alleen overdag",
    "app anders naar {tel}", "ik heb een nieuw nummer: {tel}",
    "voor als de chat wegvalt: {tel}", "bel {tel} en hang op als een ander opneemt",
  ]
  static let handles: [String] = [
    "mijn snap is {handle}", "op insta heet ik {handle}",
    "{hij} {heeft|hebben} mijn insta ook, {handle}", "je vindt me als {handle} op tiktok",
    "ze hebben een nepaccount gemaakt, snap {handle}",
  ]
  static let mails: [String] = [
    "mailen kan naar {mail}", "mijn mail is {mail}",
    "stuur het naar {mail}, die leest niemand anders", "liever per mail: {mail}",
  ]
  static let schools: [String] = [
    "ik zit op {school}", "op {school} merken ze niks",
    "mijn mentor op {school} is aardig maar druk", "ik ga nog wel naar {school}",
  ]
  static let friends: [String] = [
    "{vriend} zit bij mij in de klas en ziet alleen dat ik moe ben",
    "ik wou dat ik {vriend} was, die heeft een gewoon leven",
    "ik hang de laatste tijd veel bij {vriend}",
    "{vriend} denkt dat ik een bijbaan heb", "ik zeg altijd dat ik bij {vriend} slaap",
  ]
  static let plates: [String] = [
    "de auto heeft kenteken {kenteken}", "ze komen met een zwarte auto, {kenteken}",
    "ik heb de nummerplaat onthouden: {kenteken}",
  ]
  static let birthdays: [String] = [
    "ik ben geboren op {geboren}",
    "mijn verjaardag is {geboren}, dan {wil|willen} {hij} altijd iets groots doen",
    "geboortedatum {geboren}",
  ]
}
