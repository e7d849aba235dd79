/// What the lexicons know about a word or phrase, in one machine word.
public struct LexiconEntry: Equatable, Hashable, Sendable {
  /// The lists that hold the word.
  public struct Lists: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt32

    /// Makes a set of its bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A first name.
    public static let firstName = Lists(rawValue: 1 << 0)
    /// A surname.
    public static let surname = Lists(rawValue: 1 << 1)
    /// A surname prefix such as `van`.
    public static let prefix = Lists(rawValue: 1 << 2)
    /// A street of the register.
    public static let street = Lists(rawValue: 1 << 3)
    /// A place in the Netherlands or Belgium.
    public static let place = Lists(rawValue: 1 << 4)
    /// A city of the world.
    public static let worldCity = Lists(rawValue: 1 << 5)
    /// A country, people, language or national body, which stays in the text.
    public static let kept = Lists(rawValue: 1 << 6)
    /// An ordinary Dutch word.
    public static let dutch = Lists(rawValue: 1 << 7)
    /// An ordinary English word.
    public static let english = Lists(rawValue: 1 << 8)
    /// A word of chat language.
    public static let slang = Lists(rawValue: 1 << 9)
    /// A word that heads the name of an organisation.
    public static let organisationHead = Lists(rawValue: 1 << 10)
    /// A capitalised headword of the Dutch dictionary.
    public static let properNoun = Lists(rawValue: 1 << 11)
    /// A first name that is also an ordinary word.
    public static let nameAndWord = Lists(rawValue: 1 << 12)
    /// A neighbourhood, region or named venue.
    public static let neighbourhood = Lists(rawValue: 1 << 13)
    /// The first word of a phrase in the lexicon.
    public static let beginsPhrase = Lists(rawValue: 1 << 14)
    /// The second word of a phrase in the lexicon.
    public static let continuesPhrase = Lists(rawValue: 1 << 16)
    /// The first word of a place of several words.
    public static let beginsPlace = Lists(rawValue: 1 << 17)
    /// The second word of a place of several words.
    public static let continuesPlace = Lists(rawValue: 1 << 18)
    /// One of the commonest words of Dutch or English.
    public static let common = Lists(rawValue: 1 << 19)
    /// A common word of another language.
    public static let foreign = Lists(rawValue: 1 << 20)
    /// A foreign word that begins the name of a street: `rue`, `ulica`.
    public static let streetHead = Lists(rawValue: 1 << 21)
    /// A street's name that the dictionary holds as a word, such as `stationsstraat`.
    public static let streetWord = Lists(rawValue: 1 << 22)
    /// A national body, help line, platform or brand.
    public static let publicBody = Lists(rawValue: 1 << 15)
  }

  /// The packed value: lists in the low half, classes above.
  public let packed: UInt64

  init(packed: UInt64) { self.packed = packed }

  /// Packs an entry; each class is cut to its width.
  init(
    lists: Lists,
    surnameClass: Int = 0,
    frequencyClass: Int = 0,
    streetClass: Int = 0,
    province: Int = 0,
    organisation: Int = 0,
    phraseLength: Int = 0,
    cue: Int = 0,
    populationClass: Int = 0
  ) {
    func field(_ value: Int, _ width: Int, _ shift: Int) -> UInt64 {
      UInt64(min(max(value, 0), 1 << width - 1)) << UInt64(shift)
    }
    packed =
      UInt64(lists.rawValue) | field(surnameClass, 4, 32) | field(frequencyClass, 4, 36)
      | field(streetClass, 4, 40) | field(province, 5, 44) | field(organisation, 3, 49)
      | field(phraseLength, 3, 52) | field(cue, 5, 55)
      | field(populationClass, 4, 60)
  }

  private func field(_ width: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: packed &>> shift & (1 &<< width &- 1))
  }

  /// The entry of a word that no list holds.
  public static let unknown = LexiconEntry(packed: 0)

  /// The lists that hold the word.
  public var lists: Lists { Lists(rawValue: UInt32(truncatingIfNeeded: packed)) }
  /// The binary logarithm of the surname's bearers, 0 to 15.
  public var surnameClass: Int { field(4, 32) }
  /// Twice the decimal logarithm of occurrences per 10^9 words, less 1, 0 to 15; 0 when rare.
  public var frequencyClass: Int { field(4, 36) }
  /// The binary logarithm of the number of streets of that name, 0 to 15.
  public var streetClass: Int { field(4, 40) }
  /// The longest phrase that begins with the word, in words; 0 when none does.
  public var phraseLength: Int { field(3, 52) }
  /// What kind of organisation the word heads.
  public var organisation: OrganisationHead? { OrganisationHead(rawValue: field(3, 49)) }
  /// The word's part in telling what a neighbour is.
  public var cue: Cue? {
    let number = field(5, 55)
    return number == 0 ? nil : Cue(rawValue: number)
  }
  /// The binary logarithm of a place's inhabitants in units of 500, 0 to 15.
  public var populationClass: Int { field(4, 60) }
  var provinceNumber: Int { field(5, 44) }
  /// The province or region (ISO 3166-2) of a place; nil where none or ambiguous.
  public var province: String? {
    let index = provinceNumber
    return index == 0 ? nil : Province.codes[index - 1]
  }

  /// Says whether the word is in one of the lists.
  @inline(__always)
  public func isIn(_ wanted: Lists) -> Bool {
    UInt32(truncatingIfNeeded: packed) & wanted.rawValue != 0
  }
}

/// What kind of organisation a head word names.
public enum OrganisationHead: Int, CaseIterable, Sendable {
  /// A school, from crèche to university.
  case school = 1
  /// A hospital, practice, shelter or care home.
  case care
  /// A shop, workshop or employer.
  case work
  /// A sports or other club.
  case club
  /// A church, mosque or other community of faith.
  case worship
  /// An office or foundation.
  case office
  /// A hotel, café or camp site: as a venue a place.
  case lodging

  var name: String { String(describing: self) }
}

/// The provinces and regions that a place can lie in.
enum Province {
  /// ISO 3166-2:NL and ISO 3166-2:BE codes, in the order of the file format.
  static let codes = [
    "NL-DR", "NL-FL", "NL-FR", "NL-GE", "NL-GR", "NL-LI", "NL-NB", "NL-NH", "NL-OV", "NL-UT",
    "NL-ZE", "NL-ZH", "BE-VLG", "BE-WAL", "BE-BRU",
  ]
}
