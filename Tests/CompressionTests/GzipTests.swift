import Compression
import Testing

struct GzipTests {
  /// Made by `printf 'hallo\n' | gzip -n -9` (gzip 1.12): an oracle from outside.
  static let hallo: [UInt8] = [
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xcb, 0x48, 0xcc, 0xc9, 0xc9, 0xe7,
    0x02, 0x00, 0xe0, 0x96, 0xba, 0xc3, 0x06, 0x00, 0x00, 0x00,
  ]

  @Test func `a member made by gzip reads back`() throws {
    #expect(try Gzip.decompress(Self.hallo) == Array("hallo\n".utf8))
  }

  /// A member with extra field, name, comment and checksum of the header, put together by hand from
  /// RFC 1952; Python's zlib accepts it and refuses it with any of these bytes changed.
  static let decorated: [UInt8] = [
    0x1f, 0x8b, 0x08, 0x1e, 1, 2, 3, 4, 0, 3, 3, 0, 0x61, 0x62, 0x63, 0x6e, 0x2e, 0x74, 0, 0x63, 0,
    0x03, 0xfb, 0xcb, 0x48, 0xcc, 0xc9, 0xc9, 0xe7, 0x02, 0x00, 0xe0, 0x96, 0xba, 0xc3, 0x06, 0x00,
    0x00, 0x00,
  ]

  @Test func `a header with all its optional parts is read, and checked`() throws {
    #expect(try Gzip.decompress(Self.decorated) == Array("hallo\n".utf8))
    #expect(try Gzip.decompress(Self.decorated + Self.hallo).count == 12)
    for index in 4..<23 {
      var changed = Self.decorated
      changed[index] ^= 0x40
      #expect(throws: CompressionError.self) { try Gzip.decompress(changed) }
    }
    for count in 2..<Self.decorated.count {
      #expect(throws: CompressionError.truncated(offset: count)) {
        try Gzip.decompress(Array(Self.decorated[..<count]))
      }
    }
  }

  @Test func `members that follow each other read as one`() throws {
    var bytes = Self.hallo
    bytes += try Gzip.compress([])
    bytes += try Gzip.compress(Array("dag\n".utf8), effort: .fast)
    bytes += Self.hallo
    #expect(try Gzip.decompress(bytes) == Array("hallo\ndag\nhallo\n".utf8))
  }

  @Test func `what is written has time 0, no name and the same bytes every time`() throws {
    let text = Self.noise(300_000, seed: 7).map { $0 & 0x3F }
    let bytes = try Gzip.compress(text)
    #expect(bytes[..<8].elementsEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]))
    #expect(try bytes == Gzip.compress(text))
    #expect(try Gzip.decompress(bytes) == text)
  }

  @Test func `every cut of a stream of two members is noticed, but for the cut between them`()
    throws
  {
    let first = try Gzip.compress(Self.noise(900, seed: 1))
    let bytes = try first + Gzip.compress(Self.noise(90, seed: 2))
    for count in 2..<bytes.count where count != first.count {
      let result = Result { try Gzip.decompress(Array(bytes[..<count])) }
      // One byte of the second member is not enough to be told from a broken header.
      #expect(throws: CompressionError.truncated(offset: count)) { try result.get() }
    }
    #expect(try Gzip.decompress(Array(bytes[..<first.count])).count == 900)
  }

  @Test func `every flipped bit of a member is noticed, or changes nothing of its text`() throws {
    let text = Self.noise(200, seed: 3)
    let bytes = try Gzip.compress(text)
    for index in 2..<bytes.count {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        // Time, extra flags, system and the bits that fill the last byte are under no checksum.
        guard let result = try? Gzip.decompress(changed) else { continue }
        #expect(result == text)
      }
    }
  }

  @Test func `bytes behind a member that are no member are noticed`() {
    #expect(throws: CompressionError.self) { try Gzip.decompress(Self.hallo + [1, 2, 3]) }
  }

  @Test func `bytes without the mark of gzip come back as they are`() throws {
    for text in ["", "h", "hallo"] {
      #expect(try Gzip.decompress(Array(text.utf8)) == Array(text.utf8))
    }
  }

  @Test func `random bytes behind the mark never crash`() {
    for seed in 0..<300 {
      let bytes = [0x1f, 0x8b, 8, 0] + Self.noise(200, seed: UInt64(seed))
      _ = try? Gzip.decompress(bytes)
    }
  }

  /// Bytes of a fixed linear congruential generator (Knuth, MMIX).
  static func noise(_ count: Int, seed: UInt64) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }
}

/// RFC 1952's CRC-32 of bytes that are not compressed.
@Suite struct ChecksumTests {
  /// The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms (Williams
  /// 1993): the nine digits.
  @Test(arguments: [0..<9, 0..<0, 9..<9, 0..<1, 4..<9])
  func `the checksum is the catalogue's, in one part or in two`(first: Range<Int>) {
    let digits = Array("123456789".utf8)
    var sum = Checksum()
    sum.append(digits, in: 0..<first.lowerBound)
    sum.append(digits, in: first)
    sum.append(digits, in: first.upperBound..<9)
    #expect(sum.value == 0xCBF4_3926)
  }

  @Test func `no bytes have the checksum zero`() {
    var sum = Checksum()
    sum.append([], in: 0..<0)
    #expect(sum.value == 0)
  }
}
