import Testing

@testable import Detection

/// Streets of ordinary words and of other countries, by their rules alone.
struct StreetRuleTests {
  private static func scene(_ text: String) throws -> NameScene {
    let table = try #require(try Lexicons.lists(directory: LexiconFolder.path).table)
    return NameScene(PreparedConversation(Conversation([text])), table, findings: [])
  }

  /// The street's words before the number, which is the first of the sentence.
  @Test(
    arguments: [
      ("ik woon op de oude werf 12", "oude werf"), ("mijn adres is lange hei 4 bis", "lange hei"),
      ("hij woont aan de oude zolder 3 hoog", "oude zolder"), ("ik woon op de hei 7", "hei"),
      // What is counted, what numbers something else, and no verb of living.
      ("ik woon op de oude zolder 3 maanden", nil), ("ik woon in een schuur 2 jaar", nil),
      ("hij woont op de grote afdeling 4", nil), ("ze woont op de derde etage 5", nil),
      ("ik speel op de oude werf 12", nil), ("ik woon samen 4", nil), ("woon met zus 4", nil),
      ("ik woon op de oude werf, 12", nil),
    ] as [(String, String?)]
  )
  func `ordinary words are a street where somebody lives and a house number follows`(
    sentence: String,
    street: String?
  ) throws {
    let scene = try Self.scene(sentence)
    let number = Int(try #require(scene.text.digitWords.first))
    let first = DwellingRule.first(before: number, scene.text, scene.entries)
    #expect(first.map { Self.text($0..<number, scene) } == street)
  }

  @Test(
    arguments: [
      ("zij woont ulica Polna 4", "ulica", "ulica polna 4"),
      ("in de rue de la Gare 15", "rue", "rue de la gare 15"),
      ("lives at 12 Elm Road", "road", "12 elm road"),
      ("istiklal caddesi 5", "caddesi", "istiklal caddesi 5"),
      ("ulica blomzend", "ulica", "ulica blomzend"),
      // A short or a Dutch or English head needs a number or a capital.
      ("het was in een rue blomzend", "rue", nil),
      ("we liepen over een piazza en weg", "piazza", nil),
      ("a long road home", "road", nil), ("ik zag een ulica", "ulica", nil),
    ] as [(String, String, String?)]
  )
  func `a street of another country is its head, its name and its number`(
    sentence: String,
    head: String,
    street: String?
  ) throws {
    let scene = try Self.scene(sentence)
    let place = try #require(
      scene.text.words.indices.first { Self.text($0..<$0 + 1, scene) == head }
    )
    #expect(ForeignStreet.words(at: place, in: scene).map { Self.text($0, scene) } == street)
  }

  private static func text(_ words: Range<Int>, _ scene: NameScene) -> String {
    words.map { String(decoding: scene.text.folded[scene.text.words[$0].range], as: UTF8.self) }
      .joined(separator: " ")
  }
}
