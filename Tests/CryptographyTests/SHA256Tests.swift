import Cryptography
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-2 appendix B and NIST's "SHA-256 examples".
  static let examples = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test(arguments: examples)
  func `the digest is the one of FIPS 180`(message: String, digest: String) throws {
    let bytes = Array(message.utf8)
    #expect(try SHA256.digest(of: bytes.span).hexadecimal == digest)
    var hash = try SHA256()
    for start in stride(from: 0, to: bytes.count, by: 999) {
      try hash.update(bytes.span.extracting(start..<min(start + 999, bytes.count)))
    }
    #expect(try hash.finish().hexadecimal == digest)
    #expect(try hash.finish().hexadecimal == Self.examples[0].1)
  }
}
