import Keys
import Testing

@Suite struct QuarantineTests {
  @Test func `what is sealed opens again, and only where it was sealed`() throws {
    let keyring = Keyring.ephemeral()
    for count in [0, 1, 100_000] {
      let bytes = [UInt8](repeating: 7, count: count)
      let box = try keyring.sealForQuarantine(bytes.span)
      #expect(try keyring.openFromQuarantine(box.span) == bytes)
      #expect(throws: KeyringError.notOurs) { try keyring.openFromColumn(box.span) }
      #expect(throws: KeyringError.notOurs) {
        try Keyring.ephemeral().openFromQuarantine(box.span)
      }
    }
  }

  @Test func `a changed or foreign box is refused`() throws {
    let keyring = Keyring.ephemeral()
    let bytes: [UInt8] = [1, 2, 3]
    let box = try keyring.sealForQuarantine(bytes.span)
    for place in box.indices {
      var changed = box
      changed[place] ^= 1
      #expect(throws: KeyringError.self) { try keyring.openFromQuarantine(changed.span) }
    }
    let none: [UInt8] = []
    #expect(throws: KeyringError.notOurs) { try keyring.openFromQuarantine(none.span) }
  }
}
