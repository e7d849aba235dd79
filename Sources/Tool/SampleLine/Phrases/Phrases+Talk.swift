// Table: how a conversation opens, goes on and ends.

extension Phrases {
  static let openings: [String] = [
    "hallo", "hoi", "heey", "goedenavond", "goedeavond, is daar iemand?", "hi // ben je er?",
    "dag", "hoi hoi", "eh hallo, doet deze chat het?", "goedenacht",
    "hallo // sorry dat ik zo laat ben",
    "hoi, ik zag jullie op een poster in de wc van school", "hee, kan ik hier gewoon typen?",
    "dag mevrouw of meneer", "hallo daar", "hoi ik vind dit best eng",
    "hey // ik twijfel al een uur of ik dit scherm zal openen",
    "goedenavond, ik kreeg jullie site van een kennis",
    "hallo, ik weet niet of ik bij jullie moet zijn",
    "hoi // ik heb maar een half uurtje", "hi, is dit de hulplijn?", "hallo, mag ik iets vragen?",
  ]

  static let anonymity: [String] = [
    "kan iemand zien dat ik hier ben?", "wordt dit opgeslagen?", "wie leest er mee?",
    "moet ik mijn naam zeggen of hoeft dat niet", "zien jullie mijn nummer?",
    "praten jullie hierover met anderen?",
    "als ik wegklik is alles dan weg?", "blijft dit onder ons?",
    "ik wil niet dat dit ergens terechtkomt",
    "staat mijn naam nu ergens?", "bellen jullie mijn huis op?", "wat doen jullie met wat ik typ",
  ]

  static let counsellorHello: [String] = [
    "Hoi, welkom. Ik ben {medewerker}.", "Dag, je spreekt met {medewerker}. Fijn dat je er bent.",
    "Hallo! {medewerker} hier. Waar wil je het over hebben?",
    "Goedenavond, mijn naam is {medewerker}.",
    "Welkom in de chat. Ik heet {medewerker} en ik lees met je mee.",
    "Hoi, goed dat je schrijft. {medewerker} is de naam.",
    "Dag! Neem de tijd, ik ben {medewerker}.",
    "Hallo, hier {medewerker}. Zeg maar wat je kwijt wilt.",
  ]

  static let counsellorAnonymity: [String] = [
    "Je hoeft hier niets van jezelf prijs te geven.",
    "Wij slaan je naam niet op. Jij bepaalt wat je vertelt.",
    "Alleen ik lees dit. Je mag altijd stoppen.",
    "Niemand krijgt dit te zien zonder dat wij het er samen over hebben.",
    "Gebruik gerust een andere naam. Alles wat je wilt is goed.",
    "Nee hoor, je staat hier nergens met naam.",
  ]

  static let counsellorNods: [String] = [
    "Dank je wel dat je dat vertelt.", "Wat naar voor je.", "Dat klinkt zwaar.",
    "Ik ben blij dat je dit deelt.",
    "Goed dat je het opschrijft.", "Neem gerust de tijd.", "Je doet het goed.",
    "Dat had nooit mogen gebeuren.",
    "Ik schrik ervan, maar ik loop niet weg.", "Heftig.", "Jij hebt hier niet om gevraagd.",
    "Ik lees het rustig na.",
    "Hm, dat is veel tegelijk.", "Dat vraagt moed.", "Ik snap dat dit lastig is.",
    "Je hoeft het niet netjes te vertellen.",
    "Ik geloof je.", "Dat moet eenzaam zijn.", "Fijn dat je blijft schrijven.",
    "Poeh. Dat draag je al een tijd met je mee dus.",
  ]

  static let counsellorQuestions: [String] = [
    "Kun je daar iets meer over zeggen?", "Hoe gaat dat in zijn werk?", "Wat gebeurt er dan?",
    "Hoe is dat voor jou?",
    "Wil je vertellen hoe het zo gekomen is?",
    "Is er iets waar je je nu het meest zorgen over maakt?",
    "Wat zou je zelf het liefst willen?", "Wie zijn er allemaal bij?",
    "Hoe ziet zo'n dag er voor je uit?",
    "En daarna?", "Hoe kom je daar dan?", "Mag ik vragen wat je bedoelt?",
    "Hoe lang loop je hier al mee?",
    "Zijn er momenten dat het rustig is?", "Wat maakt dat je juist vanavond schrijft?",
  ]

  static let fillers: [String] = [
    "wacht even", "sorry ik typ langzaam", "ben er weer", "ik moest even weg van het scherm", "pff",
    "ik weet niet hoe ik dit moet uitleggen",
    "mijn hoofd zit vol", "het is een lang verhaal", "ik heb koud handen haha",
    "even mijn deur dicht doen", "de hond moest eruit, ik ben terug",
    "ik lees het nog een keer terug en denk, is dit echt mijn leven", "ik ben moe",
    "raar om het zo te zien staan",
    "mijn batterij is bijna leeg dus ik typ snel", "ok", "ja", "precies", "ik weet het niet hoor",
    "snap je?", "dus ja",
    "ik kan niet slapen", "er hangt hier een klok en die tikt zo hard", "ik drink even wat water",
    "sorry voor mijn spelling", "ik huil een beetje maar het gaat", "mag ik even niks zeggen",
    "zo, dat is eruit",
    "de buren hebben muziek aan, gek hoe alles gewoon doorgaat", "ik had het me anders voorgesteld",
    "morgen heb ik een toets ook nog",
    "ik hoop dat dit ergens over gaat", "weet je wat gek is, ik moest net lachen om een filmpje",
  ]

  static let closingsPlain: [String] = [
    "ik ga stoppen, bedankt voor het lezen", "oke ik moet weg // dag", "ik weet genoeg denk ik",
    "dank je, ik ga erover nadenken",
    "er komt iemand aan // doei", "het luchtte wel op", "ik klik het nu weg",
    "nou, fijne nacht nog", "ik laat het hierbij",
    "merci. ik sluit af", "bedankt voor de moeite", "ik wil het hier voor nu bij houden",
  ]

  static let counsellorClosings: [String] = [
    "Pas goed op jezelf.", "Je kunt ons iedere avond vinden.", "Dank je voor je vertrouwen. Dag!",
    "Sterkte, en tot ziens misschien.",
    "Onthoud: jij bent niet degene die iets fout deed.",
    "Slaap lekker straks, voor zover dat lukt.", "Deze chat is nu leeg aan jouw kant. Dag!",
  ]

  static let followUpOpenings: [String] = [
    "hoi ik ben er weer", "hallo, we hebben laatst geschreven", "daar ben ik nog eens",
    "hoi, is {medewerker} er?",
    "ik zou terugkomen dus hier ben ik", "goedenavond, nog even over vorige keer", "hey weer ik",
    "dag, u weet misschien nog wie ik ben",
    "hoi, wij schreven pas ook al", "hallo, het vervolg van mijn verhaal",
  ]

  static let followUpNews: [String] = [
    "het is nog steeds hetzelfde", "ik heb deze week veel nagedacht",
    "{hij} {was|waren} een paar dagen weg, dat gaf rust",
    "ik heb een schriftje gekocht waar ik dingen in zet",
    "ik slaap iets beter sinds ik het verteld heb",
    "{vriend} vraagt steeds wat er is, ik draai eromheen",
    "vandaag was een rotdag", "ik heb jullie tip geprobeerd met die telefoon",
    "gisteren {deed|deden} {hij} ineens lief en dan snap ik er niks meer van",
    "ik was in {plaats} en toen dacht ik aan wat je zei",
    "ik heb mijn haar geknipt, klinkt stom maar dat was iets van mezelf",
    "het gaat op en neer", "ik heb de tas gepakt en weer uitgepakt",
    "ik ben bij een kennis langs geweest, maar heb niks gezegd",
    "ik ben weer naar {school} gegaan", "er is ruzie geweest en nu is het stil",
    "ik moest vandaag weer, maar ik zei dat ik ziek was",
  ]

  static let returnYearOpenings: [String] = [
    "lang geleden dat ik hier was", "hoi, ik schreef vorig jaar ook met jullie",
    "ik had niet gedacht dat ik nog eens terug zou komen",
    "dag, het is een tijd terug, maar ik ben er weer", "hallo, oud geval hier haha",
  ]
}
