/// The part of a closed-class word in telling what its neighbour is.
public enum Cue: Int, CaseIterable, Sendable {
  /// A relative, friend or other person: `mijn zus ...`.
  case kin = 1
  /// A form of address or function: `mevrouw ...`.
  case title
  /// A verb of naming: `heet ...`.
  case naming
  /// A noun of naming: `mijn naam is ...`.
  case nameNoun
  /// A preposition before a place: `in ...`.
  case placePreposition
  /// A verb of living or being somewhere: `ik woon ...`.
  case dwelling
  /// A noun that a place's name follows: `het dorp ...`.
  case placeNoun
  /// A word before a house number: `nummer ...`.
  case houseNumber
  /// An article, possessive or demonstrative.
  case determiner
  /// A personal pronoun.
  case pronoun
  /// A form of to be.
  case being
  /// A coordinating word: `en ...`.
  case and
  /// A verb of speaking or acting whose subject is a person: `zegt`.
  case acting
  /// A noun that an address follows: `adres`.
  case addressNoun
  /// A thing that is not a person, that `heet` may name: a firm, a school.
  case thing
  /// A greeting: `hoi ...`.
  case greeting
  /// An adjective that becomes part of a nickname: `lange ...`.
  case epithet
  /// What names a part of a place: `... noord`.
  case placePart
  /// What follows a house number: `... boven`.
  case houseAddition

  /// The name in `Lexicons/cues.tsv`.
  var name: String { String(describing: self) }
}
