// Table: what came of the contact.

extension Phrases {
  static let counsellorOffersReturn: [String] = [
    "Zullen we volgende week verder praten?", "Wil je nog eens terugkomen in de chat?",
    "Ik ben er donderdag weer. Schrijf je dan?",
  ]
  static let visitorReturns: [String] = [
    "ja dat wil ik wel, ik kom terug", "donderdag ben ik er weer", "goed, dan praten we verder",
    "ok volgende week zelfde tijd",
  ]
  static let counsellorOffersReferral: [String] = [
    "Ik kan je in contact brengen met iemand van {verwijzing}. Wat vind je daarvan?",
    "Mag ik je aanmelden bij {verwijzing}?",
    "Bij {verwijzing} weten ze hier veel van. Zal ik je voorstellen?",
  ]
  static let visitorAccepts: [String] = [
    "ja doe maar, meld me aan", "dat is goed, ik wil het proberen", "oke ik ga erheen",
    "ja graag, geef mijn nummer maar door",
  ]
  static let meetingHeld: [String] = [
    "ik heb {begeleider} gisteren gezien, we hebben een uur gewandeld",
    "die afspraak met {begeleider} was fijn, we zaten gewoon in een cafe",
    "ik ben dinsdag bij {begeleider} op kantoor geweest",
    "het gesprek in het echt is geweest, {begeleider} was aardig",
  ]
  static let policeAccompanied: [String] = [
    "{begeleider} ging met me mee naar het bureau, ik had het alleen nooit gekund",
    "we zijn samen naar de politie geweest, {begeleider} zat naast me",
    "vandaag naar de recherche, {begeleider} is de hele tijd bij me gebleven",
  ]
  /// What a referral is called in a chat, by its code.
  static let referrals: [String: [String]] = [
    "fier_care": ["Fier"], "zorgcoordinator": ["de zorgcoördinator"],
    "veilig_thuis": ["Veilig Thuis"],
    "youth_care": ["de jeugdhulp"], "gp": ["de huisarts"], "csg": ["het Centrum Seksueel Geweld"],
  ]
}
