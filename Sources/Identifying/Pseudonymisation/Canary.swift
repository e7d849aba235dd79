import Detection

/// An invented detail in a sentence of its own, planted in a copy of a contact.
///
/// A functional test of the whole line, not an estimate of recall: the sentences are plain.
public struct Canary: Equatable, Sendable {
  /// The kind of detail.
  public let kind: EntityKind
  /// What stands before the value.
  let before: String
  /// The value, invented.
  let value: String
  /// What stands behind the value.
  let after: String

  /// The sentence.
  var text: String { before + value + after }
}

/// Draws canaries; the same for the same seed.
struct CanaryGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The kinds that are planted: all but the strict policy's unknown words.
  static let kinds = EntityKind.allCases.filter { $0 != .unknown }

  /// Draws a canary of a kind.
  mutating func canary(_ kind: EntityKind) -> Canary {
    let frame = pick(Self.frames(kind))
    let value = value(kind)
    return Canary(kind: kind, before: frame.0, value: value, after: frame.1)
  }

  // MARK: Sentences, written for this project

  private static func frames(_ kind: EntityKind) -> [(String, String)] {
    switch kind {
    case .person:
      [("ik heet ", " en ik wil praten"), ("mijn vriendin heet ", ""), ("ik ben ", " hoor")]
    case .location: [("ik woon in ", ""), ("hij komt uit ", ""), ("we zaten toen in ", " ergens")]
    case .address: [("ik woon op de ", ""), ("het is bij de ", " denk ik")]
    case .postalCode: [("mijn postcode is ", ""), ("de postcode daar is ", " ")]
    case .organization: [("ik zit op het ", ""), ("ik ga naar het ", " hier")]
    case .phoneNumber: [("mijn nummer is ", ""), ("bel me op ", " graag"), ("hij belt met ", "")]
    case .emailAddress: [("mijn mail is ", ""), ("mail me op ", " aub")]
    case .url: [("het staat op ", ""), ("kijk maar op ", " daar")]
    case .username: [("mijn insta is ", ""), ("zijn snap is ", ""), ("op tiktok ben ik ", "")]
    case .ipAddress: [("mijn ip is ", ""), ("ingelogd vanaf ", " stond er")]
    case .ibanCode: [("mijn rekening is ", ""), ("het geld ging naar ", " steeds")]
    case .creditCard: [("mijn creditcard is ", ""), ("hij betaalde met kaart ", "")]
    case .nlBSN: [("mijn bsn is ", ""), ("bsn ", "")]
    case .idNumber: [("mijn paspoortnummer is ", ""), ("mijn dossiernummer is ", "")]
    case .licensePlate: [("zijn kenteken is ", ""), ("een auto met kenteken ", "")]
    case .date: [("het begon op ", ""), ("ik ben geboren op ", "")]
    case .age: [("ik ben ", " jaar"), ("mijn zusje is ", " jaar oud")]
    case .unknown: [("", "")]
    }
  }

  private static let names = [
    "Fatima", "Kevin", "Sanne", "Mohammed", "Lisa", "Daan", "Aleksandra", "Youssef", "Emma",
    "Precious", "Joost", "Nguyen", "Chantal", "Ibrahim", "Marieke", "Dewi",
  ]
  private static let places = [
    "Zwolle", "Roermond", "Purmerend", "Terneuzen", "Emmen", "Hoogeveen", "Oss", "Gouda",
  ]
  private static let streets = [
    "Kastanjelaan", "Schoolstraat", "Molenweg", "Dorpsstraat", "Parklaan",
  ]
  private static let schools = ["Lindelyceum", "Beekdalcollege", "Vechtcollege", "Berkenlyceum"]
  private static let months = [
    "januari", "maart", "mei", "juni", "augustus", "oktober", "december",
  ]

  private mutating func value(_ kind: EntityKind) -> String {
    switch kind {
    case .person: return pick(Self.names)
    case .location: return pick(Self.places)
    case .address: return "\(pick(Self.streets)) \(number(1...199))"
    case .postalCode: return "\(number(1_000...9_999)) \(letters(2, of: "BCDFGHJKLMNPRTVWXZ"))"
    case .organization: return pick(Self.schools)
    case .phoneNumber: return pick(["06", "+316", "06-"]) + digits(8, first: 1...5)
    case .emailAddress: return "\(letters(7, of: "bdfgklmnprt"))\(number(10...99))@example.nl"
    case .url: return "https://www.\(letters(8, of: "bdfgklmnprt")).example.nl/\(number(100...999))"
    case .username: return "@\(letters(6, of: "bdfgklmnprt"))_\(number(10...999))"
    case .ipAddress:
      return "\(number(11...99)).\(number(1...254)).\(number(1...254)).\(number(1...254))"
    case .ibanCode: return iban()
    case .creditCard: return card()
    case .nlBSN: return citizenNumber()
    case .idNumber: return "\(letters(2, of: "BCDFGHJKLMNPRSTV"))\(digits(7, first: 1...9))"
    case .licensePlate:
      return
        "\(letters(2, of: "GHJKLNPRSTXZ"))-\(number(100...999))-\(letters(1, of: "BDFGHJKLNPRST"))"
    case .date: return "\(number(1...28)) \(pick(Self.months)) \(number(2_003...2_019))"
    case .age: return "\(number(12...29))"
    case .unknown: return ""
    }
  }

  /// ISO 13616: the check digits make the number, letters as 10...35, 1 modulo 97.
  private mutating func iban() -> String {
    let account = digits(10, first: 1...9)
    // "LUWT" is no bank: L = 21, U = 30, W = 32, T = 29; then NL = 23 21 and 00.
    let check = 98 - Self.remainder("21303229" + account + "232100", by: 97)
    return "NL\(check < 10 ? "0" : "")\(check)LUWT\(account)"
  }

  /// ISO/IEC 7812: the last digit makes the Luhn sum a multiple of ten.
  private mutating func card() -> String {
    let body = "4" + digits(14, first: 0...9)
    var sum = 0
    for (place, digit) in body.utf8.reversed().enumerated() {
      let doubled = Int(digit - 0x30) * (place % 2 == 0 ? 2 : 1)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return body + String((10 - sum % 10) % 10)
  }

  /// The elfproef of the BSN: 9a + 8b + … + 2h - i is a multiple of eleven.
  private mutating func citizenNumber() -> String {
    while true {
      let body = digits(8, first: 1...2)
      var sum = 0
      for (place, digit) in body.utf8.enumerated() { sum += (9 - place) * Int(digit - 0x30) }
      if sum % 11 < 10 { return body + String(sum % 11) }
    }
  }

  private static func remainder(_ digits: String, by divisor: Int) -> Int {
    digits.utf8.reduce(0) { ($0 * 10 + Int($1 - 0x30)) % divisor }
  }

  // MARK: Drawing (SplitMix64: Steele, Lea and Flood, 2014)

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[number(0...(list.count - 1))]
  }

  private mutating func digits(_ count: Int, first: ClosedRange<Int>) -> String {
    var text = String(number(first))
    for _ in 1..<count { text += String(number(0...9)) }
    return text
  }

  private mutating func letters(_ count: Int, of alphabet: String) -> String {
    let letters = Array(alphabet)
    return String((0..<count).map { _ in pick(letters) })
  }
}
