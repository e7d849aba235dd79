import Testing

@testable import Cryptography

@Suite struct CrockfordTests {
  /// The 32 values 0...31 in order, five bits each, packed by hand into 160 bits.
  @Test func `five bits a character, highest first, in Crockford's order`() throws {
    let packed = try bytes("00443214c74254b635cf84653a56d7c675be77df000000000000000000000000")
    var words: [UInt64] = []
    for start in stride(from: 0, to: 32, by: 8) {
      words.append(packed[start..<(start + 8)].reduce(0) { $0 << 8 | UInt64($1) })
    }
    let digest = Digest(words: (words[0], words[1], words[2], words[3]))
    #expect(digest.bytes == packed)
    #expect(Crockford.encode(digest, characters: 32) == "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    #expect(Crockford.encode(digest, characters: 1) == "0")
    #expect(Crockford.encode(digest, characters: 51).hasSuffix("XYZ0000000000000000000"))
  }

  @Test func `the letters that are mistaken for digits are no characters`() {
    let characters = (UInt8.min...UInt8.max).filter(Crockford.isCharacter)
    #expect(String(decoding: characters, as: UTF8.self) == "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    #expect(Crockford.alphabet == characters)
  }
}
