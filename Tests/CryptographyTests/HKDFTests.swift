import Cryptography
import Testing

struct HKDFVector: Sendable {
  let material: String
  let salt: String
  let info: String
  let count: Int
  let pseudorandom: String
  let output: String
}

@Suite struct HKDFTests {
  /// RFC 5869, appendix A.1 to A.3.
  static let rfc5869 = [
    HKDFVector(
      material: String(repeating: "0b", count: 22),
      salt: "000102030405060708090a0b0c",
      info: "f0f1f2f3f4f5f6f7f8f9",
      count: 42,
      pseudorandom: "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
      output: """
        3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865
        """
    ),
    HKDFVector(
      material: HKDFTests.run(0x00...0x4f),
      salt: HKDFTests.run(0x60...0xaf),
      info: HKDFTests.run(0xb0...0xff),
      count: 82,
      pseudorandom: "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244",
      output: """
        b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c6
        5e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87
        """
    ),
    HKDFVector(
      material: String(repeating: "0b", count: 22),
      salt: "",
      info: "",
      count: 42,
      pseudorandom: "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04",
      output: """
        8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8
        """
    ),
  ]

  static func run(_ range: ClosedRange<UInt8>) -> String {
    let bytes = Array(range)
    return Hexadecimal.encode(bytes.span)
  }

  @Test(arguments: rfc5869)
  func `keys are those of RFC 5869`(vector: HKDFVector) throws {
    let salt = try bytes(vector.salt)
    let info = try bytes(vector.info)
    let pseudorandom = try HKDFSHA256.extract(from: secret(vector.material), salt: salt.span)
    #expect(shown(pseudorandom) == vector.pseudorandom)
    let output = try HKDFSHA256.expand(pseudorandom, info: info.span, count: vector.count)
    let expected = try bytes(vector.output)
    #expect(shown(output) == Hexadecimal.encode(expected.span))
  }

  @Test(arguments: rfc5869)
  func `a tag's key that is expanded is the key of RFC 5869`(vector: HKDFVector) throws {
    let info = try bytes(vector.info)
    let parent = try HMACSHA256(key: secret(vector.pseudorandom))
    let expanded = try HMACSHA256(expanding: parent, label: info)
    let output = try secret(String(vector.output.filter { !$0.isWhitespace }.prefix(64)))
    let message: [UInt8] = [1, 2, 3]
    #expect(try expanded.tag(of: message.span) == HMACSHA256.tag(of: message.span, key: output))
  }

  @Test(arguments: [0, 8_161, -1])
  func `an output beyond 255 blocks is refused`(count: Int) throws {
    let none: [UInt8] = []
    #expect(throws: CryptographyError.parameters("count")) {
      try HKDFSHA256.expand(secret("00"), info: none.span, count: count)
    }
  }
}
