/// A pattern over words, as a steward writes it in a coding rule.
///
/// `moet* ..4 (stelen|jatten)` reads: a word that begins with "moet", at most four other words, then
/// "stelen" or "jatten". `@steal` stands for a word list, `<AGE>` for a token, `<NUMBER>` for any
/// whole number, `^` for the start of a message, `word?` for a word that may be left out; an alternative
/// may have several words: `(geen geld|niets)`. Sides joined by ` & ` stand near each other in any
/// order.
public struct Phrase: Equatable, Sendable {
  /// What one word must be.
  public enum Word: Hashable, Sendable {
    /// Exactly this word.
    case exactly(String)
    /// A word that begins so.
    case prefix(String)
    /// A word that ends so.
    case suffix(String)
    /// A word of a list.
    case list(String)
    /// This whole number, in digits.
    case number(Int)
    /// A token of a kind, by Presidio's name, or `NUMBER`.
    case kind(String)
  }

  /// A part of a side.
  public enum Element: Equatable, Sendable {
    /// One word, any of the alternatives.
    case word([Word])
    /// At most so many words of any kind.
    case gap(Int)
    /// The start of a message.
    case start
  }

  /// Elements that follow each other.
  public typealias Side = [Element]

  /// The text as written.
  public let text: String
  /// Sides that all stand near each other, each with the ways to read it.
  ///
  /// A word that may be left out and an alternative of several words make more ways.
  public let sides: [[Side]]

  /// Every element of every way.
  public var elements: FlattenSequence<FlattenSequence<[[Side]]>> { sides.joined().joined() }
}

/// Why a phrase cannot be read.
public enum PhraseError: Error, Equatable, Sendable {
  /// It has no word.
  case empty
  /// A bracket, angle or star is out of place, at this part.
  case malformed(part: String)
  /// There are more than 200 ways to read a side.
  case tooManyOptions
}

extension Phrase {
  /// Reads a phrase.
  ///
  /// - Parameter text: The phrase as written.
  /// - Throws: `PhraseError`.
  public init(_ text: String) throws(PhraseError) {
    self.text = text
    var sides: [[Side]] = []
    for part in text.split(separator: "&", omittingEmptySubsequences: false) {
      sides.append(try Self.ways(of: part).map { way throws(PhraseError) in try Self.tidied(way) })
    }
    self.sides = sides
  }

  /// The ways to read a text without ` & `.
  private static func ways(of text: Substring) throws(PhraseError) -> [Side] {
    var ways: [Side] = [[]]
    for part in split(text, at: " ") {
      let isOptional = part.last == "?"
      let choices = try choices(isOptional ? part.dropLast() : part)
      let with = ways.flatMap { way in choices.map { way + $0 } }
      ways = isOptional ? with + ways : with
      guard ways.count <= 200 else { throw .tooManyOptions }
    }
    return ways
  }

  /// The parts between separators that stand outside brackets; empty parts drop.
  private static func split(_ text: Substring, at separator: Character) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var depth = 0
    for place in text.indices {
      switch text[place] {
      case separator where depth == 0:
        if start < place { parts.append(text[start..<place]) }
        start = text.index(after: place)
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
    }
    if start < text.endIndex { parts.append(text[start...]) }
    return parts
  }

  /// A way without gaps that skip nothing: at its ends, or next to another gap.
  private static func tidied(_ way: Side) throws(PhraseError) -> Side {
    var tidied: Side = []
    for element in way {
      switch (element, tidied.last) {
      case (.gap, nil): break
      case (.gap(let more), .gap(let most)): tidied[tidied.count - 1] = .gap(most + more)
      case (.start, .some): throw .malformed(part: "^")
      default: tidied.append(element)
      }
    }
    if case .gap = tidied.last { tidied.removeLast() }
    let hasWord = tidied.contains { if case .word = $0 { true } else { false } }
    guard hasWord else { throw .empty }
    return tidied
  }

  /// The ways to read a part: one element, or several where an alternative has several words.
  private static func choices(_ part: Substring) throws(PhraseError) -> [[Element]] {
    if part == "^" { return [[.start]] }
    if part.hasPrefix("..") { return [[try gap(part)]] }
    guard part.first == "(" else { return [[.word([try word(part)])]] }
    guard part.last == ")" else { throw .malformed(part: String(part)) }
    var words: [Word] = []
    var longer: [[Element]] = []
    for alternative in Self.split(part.dropFirst().dropLast(), at: "|") {
      let pieces = Self.split(alternative, at: " ")
      if pieces.count == 1, pieces[0].first != "(", pieces[0].last != "?" {
        words.append(try word(pieces[0]))
      } else {
        longer += try ways(of: alternative)
      }
    }
    guard !words.isEmpty || !longer.isEmpty else { throw .malformed(part: String(part)) }
    return (words.isEmpty ? [] : [[.word(words)]]) + longer
  }

  private static func gap(_ part: Substring) throws(PhraseError) -> Element {
    let digits = part.dropFirst(2)
    guard let most = digits.isEmpty ? 3 : Int(digits), 1...30 ~= most else {
      throw .malformed(part: String(part))
    }
    return .gap(most)
  }

  /// Reads one word: `stelen`, `steel*`, `*geld`, `@list` or `<KIND>`.
  public static func word(_ part: Substring) throws(PhraseError) -> Word {
    if part.first == "@", part.count > 1 { return .list(String(part.dropFirst())) }
    if part.first == "<" {
      guard part.last == ">", part.count > 2 else { throw .malformed(part: String(part)) }
      return .kind(String(part.dropFirst().dropLast()))
    }
    if let number = Int(part), number >= 0 { return .number(number) }
    let starts = part.first == "*"
    let ends = part.last == "*"
    let letters = part.drop { $0 == "*" }.prefix { $0 != "*" }
    guard !letters.isEmpty, starts != ends || !starts,
      letters.count + (starts ? 1 : 0) + (ends ? 1 : 0) == part.count,
      letters.allSatisfy({ $0.isLetter || $0 == "'" })
    else { throw .malformed(part: String(part)) }
    if starts { return .suffix(String(letters)) }
    return ends ? .prefix(String(letters)) : .exactly(String(letters))
  }
}
