import Testing

@testable import Detection

/// What a span keeps of what the model marks.
struct SpanTrimTests {
  /// Sentences in which braces show the marked words and brackets what is left of them.
  @Test(
    arguments: [
      // The sentence goes on behind the name.
      ("ik ken {[Ella Groothuis] en} haar", .person), ("{[Ella Groothuis] van} hiernaast", .person),
      ("dat is {[bakkerij Kardelen] is} dicht", .organization),
      // A title, a preposition or a noun leads to it.
      ("we zagen {pastor [Emmanuel]} daar", .person), ("dat is {van [Anouk]} hoor", .person),
      ("bij {station van [Emmen]} dus", .location),
      // Names that begin or end so stay whole.
      ("bel {[Piet van der Laan]} maar", .person), ("bij {[van der Laan]} thuis", .person),
      ("ik ga naar {[den helder]} morgen", .location),
      // No name at all.
      ("naar de {winkel} toe", .organization), ("op {de camping} dus", .organization),
      ("in {grote winkel} daar", .organization), ("no club, {I} sleep", .person),
      ("HIJ {STAAT} BUITEN", .person),
      ("mijn {BSN} weet ik", .person), ("{Moe} en bang", .person),
      ("ik heb {4 weken} gewacht", .address),
    ] as [(String, EntityKind)]
  )
  func `a span is cut to the name it holds`(marked: String, kind: EntityKind) throws {
    let table = try #require(try Lexicons.lists(directory: LexiconFolder.path).table)
    let plain = marked.filter { !"{}[]".contains($0) }
    let scene = NameScene(PreparedConversation(Conversation([plain])), table, findings: [])
    let span = try #require(Self.words(of: marked, from: "{", to: "}"))
    let name = Self.words(of: marked, from: "[", to: "]")
    #expect(SpanTrim.parts(span, kind, in: scene) == (name.map { [$0] } ?? []))
  }

  /// The words between two signs, counted at blanks.
  private static func words(
    of marked: String,
    from open: Character,
    to close: Character
  ) -> Range<Int>? {
    let words = marked.split(separator: " ")
    guard let first = words.firstIndex(where: { $0.contains(open) }),
      let last = words.firstIndex(where: { $0.contains(close) })
    else { return nil }
    return first..<last + 1
  }
}
