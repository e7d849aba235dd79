import Testing

@testable import Detection

/// Where the repository keeps its lexicons.
enum LexiconFolder {
  static let path =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/Lexicons"
}

@Suite struct LexiconTests {
  @Test func `the committed lexicon is what the lists compile to`() throws {
    let compiled = try LexiconSource.compile(directory: LexiconFolder.path)
    let committed = try MappedFile(path: LexiconFolder.path + "/" + Lexicons.fileName).copy()
    #expect(compiled == committed, "run: swift run -c release lexicon-compiler")
  }

  @Test func `a word is found in its lists, whatever its case and accents`() throws {
    let lexicons = try Lexicons.open(directory: LexiconFolder.path)
    let rows: [(String, LexiconEntry.Lists)] = [
      ("Annelies", .firstName), ("ANNELIES", .firstName), ("annélies", .firstName),
      ("Mohammed", .firstName), ("Jansen", .surname), ("van", .prefix), ("fiets", .dutch),
      ("Amersfoort", .place), ("Bergen op Zoom", .place), ("bergen-op-zoom", .place),
      ("Warschau", .worldCity), ("Marokko", .kept), ("Veilig Thuis", .publicBody),
      ("because", .english), ("ofzo", .slang), ("basisschool", .organisationHead),
      ("roos", .nameAndWord), ("Kanaleneiland", .neighbourhood),
    ]
    for (word, lists) in rows {
      #expect(lexicons.entry(of: word).lists.isSuperset(of: lists), "\(word)")
    }
    #expect(lexicons.entry(of: "xqzzkw") == .unknown)
    #expect(lexicons.entry(of: "") == .unknown)
    #expect(lexicons.entry(of: "telefoonnummer").isIn(.firstName) == false)
  }

  @Test func `a place gives its province, an ambiguous one none`() throws {
    let lexicons = try Lexicons.open(directory: LexiconFolder.path)
    #expect(lexicons.province(ofPlace: "Meppel") == "NL-DR")
    #expect(lexicons.province(ofPlace: "den haag") == "NL-ZH")
    #expect(lexicons.province(ofPlace: "Brugge") == "BE-VLG")
    #expect(lexicons.province(ofPlace: "Jansen") == nil)
  }

  @Test func `the hash kernel agrees with its plain form`() {
    var state: UInt64 = 7
    for length in 0..<70 {
      var word: [UInt8] = []
      for _ in 0..<length {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        word.append(UInt8(truncatingIfNeeded: state >> 33))
      }
      #expect(WordHash.hash(word) == WordHash.reference(word))
    }
  }

  @Test func `a word has its hash wherever it stands, also at the very end of the text`() {
    var state: UInt64 = 11
    let text = (0..<40).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    var wrong: [Range<Int>] = []
    for end in text.indices {
      let bytes = Array(text[...end])
      for start in 0...bytes.count {
        for stop in start...bytes.count {
          let expected = WordHash.reference(Array(bytes[start..<stop]))
          if WordHash.hash(of: start..<stop, in: bytes) != expected { wrong.append(start..<stop) }
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `files that are no lexicon are refused`() {
    #expect(throws: LexiconError.self) {
      try Lexicons.open(directory: LexiconFolder.path + "/none")
    }
    #expect(throws: LexiconError.malformed(file: #filePath)) {
      try LexiconTable(MappedFile(path: #filePath), path: #filePath)
    }
  }

  @Test func `the same words compile to the same bytes`() throws {
    var builder = LexiconBuilder()
    builder.add(Array("anna".utf8), LexiconEntry(lists: .firstName))
    let bytes = builder.compiled()
    #expect(bytes.count % 8 == 0)
    #expect(builder.compiled() == bytes)
  }
}
