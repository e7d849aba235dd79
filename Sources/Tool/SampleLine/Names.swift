/// What the people, places and streets of the line are called: ordinary Dutch names of all
/// communities, put together at random; any likeness is chance.
enum Names {
  static let girls: [String] = [
    "Aaliyah", "Amber", "Anouk", "Aylin", "Bente", "Britt", "Chantal", "Chayenne", "Daphne", "Demi",
    "Dilara", "Elif", "Esmee",
    "Fatima", "Femke", "Fenna", "Floor", "Gwen", "Hafsa", "Hanneke", "Ikram", "Ilse", "Isabella",
    "Jamila", "Jasmijn", "Jill",
    "Joëlle", "Kaylee", "Kim", "Latisha", "Lieke", "Lisanne", "Lotte", "Maartje", "Maud", "Melissa",
    "Merel", "Mirthe", "Nadia",
    "Naomi", "Nienke", "Noor", "Oumaima", "Priscilla", "Quinty", "Rachida", "Romy", "Samira",
    "Sanne", "Selina", "Shanaya",
    "Sharona", "Silke", "Soraya", "Tamara", "Tess", "Vera", "Yara", "Yasmina", "Zeynep", "Zoë",
  ]
  static let boys: [String] = [
    "Achraf", "Ahmed", "Bart", "Bas", "Bilal", "Boaz", "Bram", "Cas", "Damian", "Daan", "Danilo",
    "Dean", "Diego", "Dylan", "Emre",
    "Erik", "Faisal", "Gijs", "Giovanni", "Hamza", "Hugo", "Ibrahim", "Ilias", "Jaden", "Jelle",
    "Jermaine", "Jesper", "Joris",
    "Justin", "Kevin", "Koen", "Lars", "Luuk", "Marlon", "Mehmet", "Mike", "Milan", "Mitchell",
    "Mohamed", "Niels", "Nordin",
    "Orlando", "Pieter", "Quincy", "Rachid", "Rico", "Robin", "Ruben", "Sander", "Sem", "Sjoerd",
    "Stefan", "Sven", "Thijs",
    "Tijn", "Tyrone", "Wesley", "Wouter", "Yassin", "Youssef", "Zakaria",
  ]
  static let surnames: [String] = [
    "Aalbers", "Achterberg", "Azzouzi", "Bakhuis", "van Beekum", "Blokhuis", "ter Braak",
    "Brouwers", "el Bouazzati", "Cetinkaya",
    "Dijkhof", "Doornbos", "van Duijvenbode", "Eikelboom", "Feenstra", "Gerritsma", "Goedhart",
    "van Haaren", "Heijblom",
    "Hoogendam", "Ibrahimi", "Jansma", "Karaca", "Kloosterman", "Koopmans", "de Kruijff",
    "Langendijk", "Lieverse", "Martina",
    "Meijerink", "Mulderij", "Nieuwenhof", "Ooms", "Ouwehand", "Pinas", "Ploegmakers",
    "Raaijmakers", "Ramdin", "Rietveld",
    "Roelofsen", "Scheltema", "Schuitema", "Slagter", "Steenbeek", "Tervoort", "Uitdehaag",
    "Veenstra", "Verhagen", "Visscher",
    "Wijnaldum", "Yildirim", "Zijlstra", "Zuidema",
  ]
  static let counsellors: [String] = [
    "Annemiek", "Bregje", "Carolien", "Doortje", "Eefje", "Geertje", "Hidde", "Jantine", "Karlijn",
    "Maaike", "Reinder", "Tineke",
    "Willemijn", "Ymke",
  ]
  static let towns: [String] = [
    "Alkmaar", "Almelo", "Amersfoort", "Apeldoorn", "Arnhem", "Assen", "Beverwijk", "Boxtel",
    "Breda", "Capelle aan den IJssel",
    "Delfzijl", "Deventer", "Doetinchem", "Dokkum", "Dordrecht", "Drachten", "Eindhoven", "Emmen",
    "Enschede", "Gorinchem", "Gouda",
    "Haarlem", "Harderwijk", "Heerenveen", "Heerlen", "Helmond", "Hengelo", "Hilversum", "Hoorn",
    "Kampen", "Leeuwarden", "Lelystad",
    "Maassluis", "Maastricht", "Middelburg", "Nieuwegein", "Nijmegen", "Oosterhout", "Purmerend",
    "Roermond", "Roosendaal",
    "Schiedam", "Sittard", "Sneek", "Spijkenisse", "Stadskanaal", "Tiel", "Tilburg", "Uden",
    "Utrecht", "Veenendaal", "Venlo",
    "Vlissingen", "Waalwijk", "Weert", "Zaandam", "Zeist", "Zoetermeer", "Zutphen", "Zwolle",
  ]
  static let streets: [String] = [
    "Aalscholverstraat", "Bazuinlaan", "Beukendreef", "Bizetstraat", "Boerhaavelaan",
    "Brederodestraat", "Cederhof", "Dahliastraat",
    "Eikenlaan", "Esdoornweg", "Fazantenkamp", "Gasthuisstraat", "Geraniumstraat",
    "Graaf Adolfstraat", "Haydnstraat", "Heideveldweg",
    "Iepenlaan", "IJsvogelstraat", "Jan Steenlaan", "Kamperfoeliestraat", "Karekietstraat",
    "Kastanjelaan", "Kievitsweg", "Kwartelstraat",
    "Leliestraat", "Lijsterbeslaan", "Magnoliastraat", "Merelhof", "Mozartlaan", "Narcissenstraat",
    "Nijverheidsweg", "Oranjesingel",
    "Orchideestraat", "Papaverweg", "Parelhoenstraat", "Populierenlaan", "Prinses Irenestraat",
    "Reigerstraat", "Rietgorsweg",
    "Rozemarijnstraat", "Schoolstraat", "Seringenlaan", "Spreeuwenpad", "Tulpenstraat", "Uiverweg",
    "Vermeerstraat", "Violierenstraat",
    "Vlierbesstraat", "Wilgenplein", "Wulpenlaan", "Zwanenkamp",
  ]
  static let schools: [String] = [
    "het Bergzicht Lyceum", "het Rietlanden College", "mavo De Wissel", "het Waterpoort College",
    "praktijkschool De Haven",
    "het Heuvelland Lyceum", "roc De Brug", "het Lindenborgh College",
    "basisschool De Kikkersprong", "het Vechtoever College",
  ]
  static let months = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]
  /// Numbers to twenty as words; above, by `words(_:)`.
  private static let units = [
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien",
    "vijftien", "zestien", "zeventien", "achttien", "negentien",
  ]

  /// A whole number below 100 in words, such as `drieëntwintig`.
  static func words(_ number: Int) -> String {
    guard number >= 20 else { return units[number] }
    let tens = [
      "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig",
    ][number / 10 - 2]
    let unit = number % 10
    if unit == 0 { return tens }
    return units[unit] + (unit == 2 || unit == 3 ? "ën" : "en") + tens
  }
}
