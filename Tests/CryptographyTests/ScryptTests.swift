import Cryptography
import Testing

@Suite struct ScryptTests {
  private func derive(_ passphrase: String, _ salt: String, n: Int, r: Int, p: Int) throws
    -> SecureBytes
  {
    let passphrase = Array(passphrase.utf8)
    let salt = Array(salt.utf8)
    return try Scrypt.key(
      from: SecureBytes(copying: passphrase.span),
      salt: salt.span,
      cost: Scrypt.Cost(n: n, r: r, p: p),
      count: 64
    )
  }

  @Test func `keys are those of RFC 7914 section 12`() throws {
    #expect(
      try shown(derive("", "", n: 16, r: 1, p: 1))
        == "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
        + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
    )
    #expect(
      try shown(derive("password", "NaCl", n: 1_024, r: 8, p: 16))
        == "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
    )
  }

  @Test(arguments: [
    (1, 8, 1, "n"), (1_000, 8, 1, "n"), (1 << 25, 8, 1, "n"), (16, 0, 1, "r"), (16, 1, 65, "p"),
    (1 << 24, 8, 1, "memory"),
  ])
  func `a cost that is none, or exhausts the machine, is refused`(
    n: Int,
    r: Int,
    p: Int,
    parameter: String
  ) throws {
    #expect(throws: CryptographyError.parameters(parameter)) {
      try derive("x", "y", n: n, r: r, p: p)
    }
  }
}
