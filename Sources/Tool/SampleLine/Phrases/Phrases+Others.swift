// Table: contacts that are not about the visitor's own exploitation.

extension Phrases {
  static let relativesReport: [String] = [
    "ik schrijf over mijn vriendin {vriend}, zij is in verkeerde handen",
    "het gaat om een meisje in mijn straat, {vriend}",
    "mijn buurmeisje {vriend} wordt steeds opgehaald door andere auto's",
    "een vriendin van mij, {vriend}, heeft opeens veel geld en blauwe plekken",
    "ik ben bang dat {vriend} voor iemand moet werken",
    "mijn nichtje {vriend} zegt zelf dat er niks is, maar wij zien het",
  ]
  static let parentsReport: [String] = [
    "ik ben de moeder van {vriend} en ik maak me zorgen om mijn dochter",
    "het gaat over onze dochter {vriend}, zij is de helft van de week weg",
    "ik ben vader van {vriend}. zij heeft een vriend die niet deugt",
    "mijn dochter {vriend} heeft twee telefoons en liegt over alles",
  ]
  static let professionalsReport: [String] = [
    "ik werk als leerkracht op {school} en heb een vraag over een leerlinge, {vriend}",
    "ik ben jongerenwerker in {plaats} en zie een meisje afglijden",
    "als wijkverpleegkundige kom ik bij een gezin waar iets niet klopt",
    "ik bel namens {school}, wij hebben zorgen over {vriend}",
  ]
  static let signals: [String] = [
    "zij wordt gebracht en gehaald en heeft geen eigen geld",
    "zij komt met dure kleren thuis en huilt 's nachts", "er hangen oudere mannen om haar heen",
    "zij zegt dat ze schulden heeft bij iemand",
    "zij moet steeds haar locatie sturen", "op haar telefoon stonden adressen en bedragen",
  ]
  static let otherTopics: [String] = [
    "ik word gepest op {school} en weet niet meer wat ik moet",
    "mijn verkering is uit en ik kan niet stoppen met huilen",
    "ik heb ruzie met mijn ouders over hoe laat ik thuis moet zijn",
    "ik voel me zo alleen de laatste tijd",
    "ik moet een werkstuk maken over jullie werk, mag ik wat vragen?",
    "mijn opa is overleden en niemand praat erover",
    "ik denk dat ik op meisjes val en weet niet hoe ik dat thuis zeg",
    "mijn fiets is gestolen en nu ben ik boos op alles",
    "ik slaap al weken slecht door de toetsen", "mijn huisbaas wil me eruit zetten",
    "ik ben gestopt met mijn studie en durf het niet te vertellen",
    "ik kreeg een rekening die niet van mij is",
    "ik zoek het nummer van de tandarts, ben ik hier goed?",
    "mijn beste vriendin {vriend} praat niet meer met me", "ik heb last van paniek in de trein",
  ]
  static let possibleTopics: [String] = [
    "iemand wil dat ik een pakje aanneem voor honderd euro, is dat raar?",
    "een jongen online vraagt steeds om foto's en zegt dat ik er geld mee kan verdienen",
    "ik heb werk aangeboden gekregen in een ander land, maar ze willen mijn paspoort eerst",
    "mijn vriend {dadernaam} leent steeds geld en zegt dat ik dat wel kan verdienen, hij bedoelt iets maar ik weet niet wat",
  ]
  static let hoaxes: [String] = [
    "haha jullie zijn gek", "mag ik een pizza bestellen", "ik ben de koning en ik wil klagen",
    "lalalalala", "hoeveel kost een gesprek met een robot",
  ]
  static let tests: [String] = [
    "test test", "dit is een proefbericht van de beheerder",
    "controle van de koppeling, negeer dit",
  ]
  static let counsellorElsewhere: [String] = [
    "Daar zijn wij niet het beste adres voor, maar ik denk graag even mee.",
    "Voor dit soort vragen is er de Kindertelefoon, 0800-0432.",
    "Wat rot. Heb je iemand met wie je daarover kunt praten?",
    "Je mentor of huisarts kan je hierbij verder helpen.",
  ]
  static let counsellorAdvisesReporter: [String] = [
    "Goed dat u dit ziet. Blijf in gesprek met haar, zonder te dringen.",
    "U kunt Veilig Thuis om advies vragen, dag en nacht.",
    "Schrijf op wat u ziet, met tijd en plaats.", "Vraag haar open: hoe gaat het echt met je?",
  ]
}
