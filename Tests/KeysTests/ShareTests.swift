import Cryptography
import Keys
import Testing

@Suite struct ShareTests {
  @Test func `a worker's share makes the same tokens for its periods and no others`() throws {
    let keyring = Keyring.ephemeral()
    let worker = try Keyring(share: keyring.share(periods: ["2021-Q3", "2021-Q4"]))
    #expect(try worker.contact("c-1") == keyring.contact("c-1"))
    #expect(try worker.link("a@b.nl") == keyring.link("a@b.nl"))
    for period in ["2021-Q3", "2021-Q4"] {
      #expect(try worker.name("zoe", period: period) == keyring.name("zoe", period: period))
    }
    #expect(throws: KeyringError.missing(purpose: .text, scope: "2022-Q1")) {
      try worker.name("zoe", period: "2022-Q1")
    }
    let value: [UInt8] = [1]
    #expect(throws: KeyringError.missing(purpose: .quarantine, scope: "line")) {
      try worker.sealForQuarantine(value.span)
    }
  }

  @Test func `what is no share is refused`() throws {
    let share = try Keyring.ephemeral().share(periods: [])
    for damaged in [
      try share.slice(0..<(share.count - 1)), try share.slice(1..<share.count),
      try SecureBytes(random: 100), try SecureBytes(random: 0),
    ] {
      #expect(throws: KeyringError.damaged(path: "", reason: "not a share of keys")) {
        try Keyring(share: damaged)
      }
    }
  }
}
