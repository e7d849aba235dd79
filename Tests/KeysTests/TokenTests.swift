import Keys
import Testing

@Suite struct TokenTests {
  private func token(_ keyring: Keyring, period: String, contact: String, _ value: String) throws
    -> String
  {
    let tokens = try keyring.textTokens(
      period: period,
      contact: Array(contact.utf8),
      identities: 10
    )
    let bytes = Array(value.utf8)
    return try tokens.token(kind: "PERSON", value: bytes.span)
  }

  @Test func `tokens are equal in a scope and unequal between scopes`() throws {
    let keyring = Keyring.ephemeral()
    let first = try token(keyring, period: "2021-Q3", contact: "a", "zoe")
    #expect(try token(keyring, period: "2021-Q3", contact: "a", "zoe") == first)
    #expect(try token(keyring, period: "2021-Q3", contact: "b", "zoe") != first)
    #expect(try token(keyring, period: "2021-Q4", contact: "a", "zoe") != first)
    #expect(try token(Keyring.ephemeral(), period: "2021-Q3", contact: "a", "zoe") != first)
  }
}
