import Cryptography
import Testing

struct HMACVector: Sendable {
  let key: String
  let message: String
  let tag: String
}

@Suite struct HMACTests {
  /// RFC 4231, sections 4.2 to 4.8 (4.6 truncates to 128 bits).
  static let rfc4231 = [
    HMACVector(
      key: String(repeating: "0b", count: 20),
      message: "4869205468657265",
      tag: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    HMACVector(
      key: "4a656665",
      message: "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
      tag: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    HMACVector(
      key: String(repeating: "aa", count: 20),
      message: String(repeating: "dd", count: 50),
      tag: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    HMACVector(
      key: "0102030405060708090a0b0c0d0e0f10111213141516171819",
      message: String(repeating: "cd", count: 50),
      tag: "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    HMACVector(
      key: String(repeating: "0c", count: 20),
      message: "546573742057697468205472756e636174696f6e",
      tag: "a3b6167473100ee06e0c796c2955552b"
    ),
    HMACVector(
      key: String(repeating: "aa", count: 131),
      message: """
        54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a
        65204b6579202d2048617368204b6579204669727374
        """,
      tag: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    HMACVector(
      key: String(repeating: "aa", count: 131),
      message: """
        5468697320697320612074657374207573696e672061206c6172676572207468
        616e20626c6f636b2d73697a65206b657920616e642061206c61726765722074
        68616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565
        647320746f20626520686173686564206265666f7265206265696e6720757365
        642062792074686520484d414320616c676f726974686d2e
        """,
      tag: "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ]

  @Test(arguments: rfc4231)
  func `the tag is the one of RFC 4231`(vector: HMACVector) throws {
    let message = try bytes(vector.message)
    let authenticator = try HMACSHA256(key: secret(vector.key))
    for _ in 0..<2 {
      let tag = try authenticator.tag(of: message.span)
      #expect(tag.hexadecimal.hasPrefix(vector.tag))
    }
  }

  /// The bytes 0, 1, 2 and on as key, around the block of 64 bytes; by Python 3.11's `hmac`.
  @Test(arguments: [
    (0, "86b142db3cfd1f70e0ba0d7ce3bddf20cbba010f736775f04cd23fbb9637d0c5"),
    (1, "86b142db3cfd1f70e0ba0d7ce3bddf20cbba010f736775f04cd23fbb9637d0c5"),
    (63, "0949b54547cf8148201998f5a67061f9455ec5032b7a60fc9b25195e607c842b"),
    (64, "04e822874d7cd640ff499f511e288276dac1c0fd843b01480206ea76fdbf8728"),
    (65, "df207b62418b4992add71c7804d072844a173021898c3034ab2211577250a4d9"),
    (128, "8a707f7f7a30ef2429c87557b8a793c682e2d71f1f2a1d60db8c53950dc07738"),
  ])
  func `a key of any length makes the tag that another program makes`(
    length: Int,
    tag: String
  ) throws {
    let bytes = (0..<length).map { UInt8($0) }
    let key = try SecureBytes(copying: bytes.span)
    let message = Array("luwte".utf8)
    #expect(try HMACSHA256(key: key).tag(of: message.span).hexadecimal == tag)
    #expect(try HMACSHA256.tag(of: message.span, key: key).hexadecimal == tag)
  }

  @Test func `one message leaves no trace in the next`() throws {
    let authenticator = try HMACSHA256(key: secret("4a656665"))
    let long = [UInt8](repeating: 7, count: 1_000)
    let short: [UInt8] = [1, 2, 3]
    let nothing: [UInt8] = []
    _ = try authenticator.tag(of: long.span)
    for message in [short, nothing] {
      let fresh = try HMACSHA256.tag(of: message.span, key: secret("4a656665"))
      #expect(try authenticator.tag(of: message.span) == fresh)
    }
  }
}
