/// The ends of words that name an organisation: `emmacollege`, `Wijkzorg`, `Holding`.
///
/// Head words of `organisation-heads.tsv` that form compounds, and words that firms end with.
enum OrganisationSuffix {
  /// Says whether a folded word ends in one.
  static func ends(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    all.length(bytes, range) != nil
  }

  private static let all = WordEndings([
    "college", "lyceum", "school", "gymnasium", "academie", "academy", "kerk", "moskee", "camii",
    "praktijk", "bedrijf", "bakkerij", "slagerij", "kwekerij", "boerderij", "kliniek", "zorg",
    "ziekenhuis", "groep", "group", "stichting", "vereniging", "centrum", "uitzend",
    "uitzendbureau",
    "logistics", "logistiek", "services", "service", "holding", "gym", "wellness", "salon",
    "studio",
    "transport", "personeel", "facilitair", "payroll", "cleaning", "agency", "crewing", "workforce",
    "tweewielers", "bouw", "techniek", "makelaardij", "advocaten", "notarissen", "kapsalon",
    "kapper", "garage", "flowers", "foods", "food", "plants", "greenhouse", "seafood", "staffing",
    "recruitment", "jobs", "werk", "consultancy", "beheer", "vastgoed", "hoeve", "hof", "huis",
    "schakel", "church", "ministries", "tabernacle", "masjid", "gemeente", "boys", "united",
    "taxi", "pflegedienst", "gmbh", "ltd", "bvba", "nv", "bv", "vof", "llc", "spzoo",
  ])
}
