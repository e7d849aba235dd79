import Foundation
import Testing

@testable import Cryptography

/// Vectors of NIST and Wycheproof; `Tests/Fixtures/cryptography/README.md` names where from.
struct PublishedVectors: Decodable {
  struct Box: Decodable {
    let source: String
    let key: String
    let nonce: String
    let context: String
    let message: String
    let ciphertext: String
    let tag: String
    let valid: Bool
  }
  struct Derivation: Decodable {
    let source: String
    let material: String
    let salt: String
    let info: String
    let count: Int
    let output: String
  }
  struct Tag: Decodable {
    let source: String
    let key: String
    let message: String
    let tag: String
    let valid: Bool
  }

  let gcm: [Box]
  let hkdf: [Derivation]
  let hmac: [Tag]

  static func read() throws -> PublishedVectors {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/cryptography/vectors.json")
    return try JSONDecoder().decode(PublishedVectors.self, from: Data(contentsOf: file))
  }
}

@Suite struct PublishedVectorTests {
  @Test func `AES-256-GCM seals and opens as NIST and Wycheproof say, and refuses as they say`()
    throws
  {
    let vectors = try PublishedVectors.read().gcm
    #expect(vectors.count > 100)
    #expect(vectors.contains { !$0.valid })
    for vector in vectors {
      let (context, nonce) = (try bytes(vector.context), try bytes(vector.nonce))
      let box = nonce + (try bytes(vector.ciphertext)) + (try bytes(vector.tag))
      let key = try secret(vector.key)
      guard vector.valid else {
        #expect(throws: CryptographyError.notAuthentic, "\(vector.source)") {
          try AESGCM.open(box.span, key: key, context: context.span)
        }
        continue
      }
      let message = try bytes(vector.message)
      let sealed = try AESGCM.seal(message.span, key: key, nonce: nonce, context: context.span)
      #expect(sealed == box, "\(vector.source)")
      let opened = try AESGCM.open(box.span, key: key, context: context.span)
      #expect(opened == message, "\(vector.source)")
    }
  }

  @Test func `HKDF-SHA-256 derives as Wycheproof says`() throws {
    for vector in try PublishedVectors.read().hkdf {
      let (salt, info) = (try bytes(vector.salt), try bytes(vector.info))
      let key = try HKDFSHA256.extract(from: secret(vector.material), salt: salt.span)
      let output = try HKDFSHA256.expand(key, info: info.span, count: vector.count)
      #expect(shown(output) == vector.output, "\(vector.source)")
    }
  }

  @Test func `HMAC-SHA-256 tags as Wycheproof says, and changed tags are others`() throws {
    for vector in try PublishedVectors.read().hmac {
      let message = try bytes(vector.message)
      let tag = try HMACSHA256.tag(of: message.span, key: secret(vector.key))
      #expect((tag.hexadecimal == vector.tag) == vector.valid, "\(vector.source)")
    }
  }
}
