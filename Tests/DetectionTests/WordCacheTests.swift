import Testing

@testable import Detection

@Suite struct WordCacheTests {
  /// Words of one to sixteen bytes, from a fixed generator.
  private static let words: [[UInt8]] = {
    var state: UInt64 = 5
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    return (0..<400).map { _ in
      (0..<Int(1 + next() % 16)).map { _ in UInt8(1 + next() % 255) }
    }
  }()

  @Test func `a packed word has the hash of its bytes, before and after each edit`() {
    for word in Self.words {
      let packed = PackedWord(word)
      #expect(packed.count == word.count)
      #expect(packed.hash == WordHash.reference(word))
      let framed = [7, 7, 7] + word + [9]
      #expect(PackedWord(framed, 3..<3 + word.count).hash == WordHash.reference(word))
      for place in word.indices where word.count > 1 {
        var shorter = word
        shorter.remove(at: place)
        #expect(packed.removing(place).hash == WordHash.reference(shorter))
      }
      for place in word.indices.dropFirst() {
        var swapped = word
        swapped.swapAt(place - 1, place)
        #expect(packed.swapping(place).hash == WordHash.reference(swapped))
      }
      if word.count < 16 {
        #expect(packed.appending(200).hash == WordHash.reference(word + [200]))
      }
    }
  }

  @Test func `a cache answers as the table does, whatever was asked before`() throws {
    let lexicons = try #require(try Lexicons.lists(directory: LexiconFolder.path).table)
    let cache = WordCache()
    let words = Self.words + ["de", "emma", "vries", "utrecht", "zzqx"].map { Array($0.utf8) }
    // Beside each word one that shares the slot: all but the bits that choose it differ.
    var hashes: [UInt64] = [0, 0]
    for word in words {
      let hash = WordHash.hash(word)
      hashes += [hash, hash ^ 0xFF]
    }
    let expected = hashes.map { lexicons.entry($0) }
    for _ in 0..<2 { #expect(cache.entries(hashes, in: lexicons) == expected) }
  }

  @Test func `a verdict is read once, and anew after another word took the place`() throws {
    let lexicons = try #require(try Lexicons.lists(directory: LexiconFolder.path).table)
    let cache = WordCache()
    var reads = 0
    func read() -> UInt8 {
      reads += 1
      return 3
    }
    let hash = WordHash.hash(Array("lieke".utf8))
    #expect(cache.verdict(.form, hash, in: lexicons, read) == 3)
    #expect(cache.verdict(.form, hash, in: lexicons, read) == 3)
    #expect(reads == 1)
    _ = cache.entries([hash ^ 1], in: lexicons)
    #expect(cache.verdict(.form, hash, in: lexicons, read) == 3)
    #expect(reads == 2)
  }

  @Test func `verdicts of a word are kept apart, and from those of a word read meanwhile`() throws {
    let lexicons = try #require(try Lexicons.lists(directory: LexiconFolder.path).table)
    let cache = WordCache()
    let hash = WordHash.hash(Array("lieke".utf8))
    let other = hash ^ 1
    let first = cache.verdict(.kind, hash, in: lexicons) {
      cache.verdict(.kind, other, in: lexicons) { 7 } - 6
    }
    #expect(first == 1)
    #expect(cache.verdict(.kind, hash, in: lexicons) { 9 } == 1)
    #expect(cache.verdict(.form, hash, in: lexicons) { 2 } == 2)
    #expect(cache.verdict(.isOrdinary, hash, in: lexicons) { 0 } == 0)
    #expect(cache.verdict(.kind, hash, in: lexicons) { 9 } == 1)
    #expect(cache.verdict(.kind, other, in: lexicons) { 5 } == 5)
  }

  @Test func `a detector finds the same in a contact whatever it saw before`() throws {
    let lexicons = try Lexicons.open(directory: LexiconFolder.path)
    let texts = [
      "hoi ik ben ruvano en ik woon in de kerkstraat in ede", "mijn juf heet mevrouw Bakker",
      "slapennn jongen ikke wete niks meer van stien", "liekee zegt dat jorrit uit gent komt",
    ]
    for policy in [DetectionPolicy.balanced, .strict] {
      let warm = try Detector(lexicons: lexicons, policy: policy)
      for _ in 0..<2 {
        for text in texts {
          let cold = try Detector(lexicons: lexicons, policy: policy)
          let conversation = Conversation([text])
          #expect(warm.findings(in: conversation) == cold.findings(in: conversation))
        }
      }
    }
  }

  @Test func `known values give the same words in ASCII as in other letters`() throws {
    let lexicons = try Lexicons.open(directory: LexiconFolder.path)
    let detector = try Detector(lexicons: lexicons)
    let plain = Conversation(
      ["die quorvin van hiernaast"],
      known: [KnownValue(kind: .person, bytes: Array("x Quorvin99 QUORVIN_1".utf8), field: "f")]
    )
    let accented = Conversation(
      ["die quorvin van hiernaast"],
      known: [KnownValue(kind: .person, bytes: Array("é Quorvin99 QUORVÍN_1".utf8), field: "f")]
    )
    let found = detector.findings(in: plain)
    #expect(found.map(\.kind) == [.person])
    #expect(found == detector.findings(in: accented))
  }
}
