/// A kind of identifying detail, named as in Presidio where Presidio has it.
public enum EntityKind: String, CaseIterable, Sendable {
  /// Names, nicknames, initials, diminutives of people.
  case person = "PERSON"
  /// A place smaller than or equal to a province; a named venue or station.
  case location = "LOCATION"
  /// A street with or without number, "hoek van", a flat, a caravan, a bare house number.
  case address = "ADDRESS"
  /// A Dutch or Belgian postal code.
  case postalCode = "POSTAL_CODE"
  /// A school, employer, club, church or local institution that places a person.
  case organization = "ORGANIZATION"
  /// A personal telephone number, in any notation.
  case phoneNumber = "PHONE_NUMBER"
  /// An e-mail address, also when spoken out.
  case emailAddress = "EMAIL_ADDRESS"
  /// A web address, whole with parameters.
  case url = "URL"
  /// A handle or game tag.
  case username = "USERNAME"
  /// An IPv4 or IPv6 address.
  case ipAddress = "IP_ADDRESS"
  /// An International Bank Account Number (ISO 13616).
  case ibanCode = "IBAN_CODE"
  /// A payment card number or expiry.
  case creditCard = "CREDIT_CARD"
  /// A Dutch citizen service number.
  case nlBSN = "NL_BSN"
  /// Passport, licence, V-, client, case, order, booking, register number.
  case idNumber = "ID_NUMBER"
  /// A vehicle registration.
  case licensePlate = "LICENSE_PLATE"
  /// A calendar day, a month with a year, a birth date.
  case date = "DATE"
  /// The number or number word of an age.
  case age = "AGE"
  /// Strict policy: a word that nothing vouches for.
  case unknown = "UNKNOWN"

  /// All kinds, made once: their place says which goes first.
  public static let ordered = allCases

  /// The place among all kinds, from 0.
  public var place: Int {
    var place = 0
    while Self.ordered[place] != self { place += 1 }
    return place
  }
}
