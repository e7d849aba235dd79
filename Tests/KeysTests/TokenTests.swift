import Cryptography
import Keys
import Testing

@Suite struct TokenTests {
  @Test func `tokens are equal in a scope and unequal between scopes`() throws {
    let keyring = Keyring.ephemeral()
    let first = try keyring.name("zoe", contact: "a")
    #expect(try keyring.name("zoe", contact: "a") == first)
    #expect(try keyring.name("zoe", contact: "b") != first)
    #expect(try keyring.name("zoe", period: "2021-Q4", contact: "a") != first)
    #expect(try Keyring.ephemeral().name("zoe", contact: "a") != first)
  }

  @Test func `a contact's id can't imitate another label`() throws {
    let keyring = Keyring.ephemeral()
    let bytes = Array("zoe".utf8)
    let first = try keyring.textTokens(period: "p", contact: Array("a|PERSON".utf8), identities: 1)
      .token(kind: "DATE", value: bytes.span)
    let second = try keyring.textTokens(period: "p", contact: Array("a".utf8), identities: 1)
      .token(kind: "PERSON|DATE", value: bytes.span)
    // The kinds are the program's own and hold no bar; were it otherwise, these would be equal.
    #expect(first == second)
    #expect(KeyPurpose.allCases.allSatisfy { !$0.rawValue.contains("|") })
  }

  /// HKDF and HMAC by hand: the label of the architecture, computed with Python's `hmac` from the
  /// root 0x00...0x1f; see RFC 5869 for both steps.
  @Test func `a token is HMAC under the key of its label`() throws {
    // prk = HMAC(32 zero bytes, root); key = HMAC(prk, "luwte/v1|text|c-1|PERSON" || 0x01).
    let root = (0..<32).map { UInt8($0) }
    let zeros = [UInt8](repeating: 0, count: 32)
    let zero = try SecureBytes(copying: zeros.span)
    let pseudorandom = try HMACSHA256.tag(of: root.span, key: zero).bytes
    let label = Array("luwte/v1|text|c-1|PERSON".utf8) + [1]
    let key = try HMACSHA256.tag(of: label.span, key: SecureBytes(copying: pseudorandom.span)).bytes
    let name = Array("zoe".utf8)
    let tag = try HMACSHA256.tag(of: name.span, key: SecureBytes(copying: key.span))
    let fields: [UInt8] = ["text-A", "text", "2021-Q3", "", "active", ""]
      .flatMap { Array($0.utf8) + [0] }
    let share = Array("luwte-keys/v1\n".utf8) + fields + root
    let keyring = try Keyring(share: SecureBytes(copying: share.span))
    #expect(try keyring.name("zoe") == Crockford.encode(tag, characters: 8))
  }

  @Test(arguments: [
    (0, 8), (1, 8), (1_000, 8), (1_482, 8), (1_483, 9), (8_388, 9), (8_389, 10), (1_000_000, 12),
  ])
  func `a token is as long as its scope needs`(identities: Int, characters: Int) {
    #expect(TokenLength.inText(identities: identities) == characters)
    let bound = TokenLength.collisionBound(identities: identities, characters: characters)
    #expect(bound <= TokenLength.bound)
  }

  /// n²/2^(b+1), by hand: 10^6 identities and 130 bits give 10^12 / 2^131 = 3.7e-28.
  @Test func `the collision bound is the birthday bound`() {
    let bound = TokenLength.collisionBound(identities: 1_000_000, characters: TokenLength.wide)
    #expect(abs(bound / 3.673e-28 - 1) < 0.001)
    #expect(TokenLength.collisionBound(identities: 2, characters: 1) == 0.0625)
  }

  @Test func `wide tokens have 26 characters of base 32`() throws {
    let keyring = Keyring.ephemeral()
    for token in [
      try keyring.contact("c-1"), try keyring.link("a@b.nl"),
      try keyring.row("p", recipient: "r", release: "1"),
    ] {
      #expect(token.utf8.count == 26)
      #expect(token.utf8.allSatisfy(Crockford.isCharacter))
    }
  }

  @Test func `record, pattern and sampling numbers of a plan and period are their own`() throws {
    let keyring = Keyring.ephemeral()
    let person: [UInt8] = [1, 2, 3]
    let numbers = [
      try keyring.recordKeys(plan: "a", period: "2021").number(of: person.span),
      try keyring.recordKeys(plan: "b", period: "2021").number(of: person.span),
      try keyring.recordKeys(plan: "a", period: "2022").number(of: person.span),
      try keyring.patternNumbers(plan: "a", period: "2021").number(of: person.span),
      try keyring.samplingNumbers(plan: "a", period: "2021").number(of: person.span),
    ]
    #expect(Set(numbers).count == 5)
    let key = try keyring.recordKey(plan: "a", period: "2021", person: person.span)
    #expect(key == UInt32(numbers[0] >> 32))
  }

  @Test func `a test's keyring follows from its seed`() throws {
    #expect(
      try Keyring.fixed(testSeed: "x").contact("c-1") == Keyring.fixed(testSeed: "x").contact("c-1")
    )
    #expect(
      try Keyring.fixed(testSeed: "x").contact("c-1") != Keyring.fixed(testSeed: "y").contact("c-1")
    )
    #expect(try Keyring.fixed(testSeed: "x").isTestOnly)
  }

  @Test func `a keyring prints its count of roots and nothing else`() throws {
    let keyring = Keyring.ephemeral()
    _ = try keyring.contact("c-1")
    var dumped = ""
    dump(keyring, to: &dumped)
    for text in ["\(keyring)", String(reflecting: keyring), dumped] {
      #expect(text.contains("Keyring(1 roots, withheld)"))
    }
    #expect(Mirror(reflecting: keyring).children.isEmpty)
  }
}
