import Testing

@testable import Cryptography

struct GCMVector: Sendable {
  let key: String
  let nonce: String
  let context: String
  let plaintext: String
  let ciphertext: String
  let tag: String
}

@Suite struct AESGCMTests {
  private static let feed = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"
  private static let zero = String(repeating: "00", count: 32)

  /// McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B, test cases 13 to 16:
  /// the AES-256 vectors that NIST adopted with SP 800-38D.
  static let vectors = [
    GCMVector(
      key: zero,
      nonce: String(repeating: "00", count: 12),
      context: "",
      plaintext: "",
      ciphertext: "",
      tag: "530f8afbc74536b9a963b4f1c4cb738b"
    ),
    GCMVector(
      key: zero,
      nonce: String(repeating: "00", count: 12),
      context: "",
      plaintext: String(repeating: "00", count: 16),
      ciphertext: "cea7403d4d606b6e074ec5d3baf39d18",
      tag: "d0d1c8a799996bf0265b98b5d48ab919"
    ),
    GCMVector(
      key: feed,
      nonce: "cafebabefacedbaddecaf888",
      context: "",
      plaintext: """
        d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72
        1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255
        """,
      ciphertext: """
        522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa
        8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad
        """,
      tag: "b094dac5d93471bdec1a502270e3cc6c"
    ),
    GCMVector(
      key: feed,
      nonce: "cafebabefacedbaddecaf888",
      context: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
      plaintext: """
        d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72
        1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39
        """,
      ciphertext: """
        522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa
        8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662
        """,
      tag: "76fc6ece0f4e1768cddf8853bb2d551b"
    ),
  ]

  @Test(arguments: vectors)
  func `boxes are those of the GCM vectors`(vector: GCMVector) throws {
    let context = try bytes(vector.context)
    let plaintext = try bytes(vector.plaintext)
    let box = try AESGCM.seal(
      plaintext.span,
      key: secret(vector.key),
      nonce: bytes(vector.nonce),
      context: context.span
    )
    #expect(try box == bytes(vector.nonce + vector.ciphertext + vector.tag))
    #expect(try AESGCM.open(box.span, key: secret(vector.key), context: context.span) == plaintext)
  }

  @Test func `any changed bit, another key or another context opens nothing`() throws {
    let key = try SecureBytes(random: 32)
    let context: [UInt8] = [1, 2, 3]
    let plaintext = Array("een test".utf8)
    let box = try AESGCM.seal(plaintext.span, key: key, context: context.span)
    for bit in 0..<(box.count * 8) {
      var changed = box
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: CryptographyError.notAuthentic) {
        try AESGCM.open(changed.span, key: key, context: context.span)
      }
    }
    let other: [UInt8] = [1, 2]
    #expect(throws: CryptographyError.notAuthentic) {
      try AESGCM.open(box.span, key: key, context: other.span)
    }
    #expect(throws: CryptographyError.notAuthentic) {
      try AESGCM.open(box.span, key: SecureBytes(random: 32), context: context.span)
    }
  }

  @Test func `a box too short and a key of another length are refused`() throws {
    let short = [UInt8](repeating: 0, count: 27)
    let none: [UInt8] = []
    #expect(throws: CryptographyError.sealedBoxTooShort(bytes: 27)) {
      try AESGCM.open(short.span, key: SecureBytes(random: 32), context: none.span)
    }
    #expect(throws: CryptographyError.keyLength(found: 16, wanted: 32)) {
      try AESGCM.seal(short.span, key: SecureBytes(random: 16), context: none.span)
    }
  }

  @Test func `the same bytes never make the same box`() throws {
    let key = try SecureBytes(random: 32)
    let none: [UInt8] = []
    let boxes = try (0..<100).map { _ in try AESGCM.seal(none.span, key: key, context: none.span) }
    #expect(Set(boxes).count == 100)
  }
}
