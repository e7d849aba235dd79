import ChatLogs
import Detection
import Keys

/// What of an identifier may stand in the ledger: tokens, under every key that was ever used there.
public struct IdentifierTokens: Sendable {
  /// The pseudonyms of a contact whose id it is.
  public let contacts: Set<String>
  /// The link tokens of a visitor whose account, nickname, number or address it is.
  public let links: Set<String>
}

extension Pseudonymiser {
  /// Makes every token that a bare identifier can have: nobody says what kind it is.
  ///
  /// - Parameter identifier: A contact id, account, nickname, telephone number or mail address.
  /// - Returns: The tokens.
  /// - Throws: `PseudonymisationError`.
  public func tokens(ofIdentifier identifier: Withheld) throws(PseudonymisationError)
    -> IdentifierTokens
  {
    let id = identifier.bytes
    var links: [String] = []
    for candidate in VisitorIdentifier.candidates(for: id[...], mail: mail) {
      links += try tokens { keyring throws(KeyringError) in
        try keyring.linkTokens(kind: candidate.kind, value: candidate.value.span)
      }
    }
    let contacts = try tokens { keyring throws(KeyringError) in
      try keyring.contactTokens(of: id.span)
    }
    return IdentifierTokens(contacts: Set(contacts), links: Set(links))
  }

  // MARK: Marks

  /// Makes the marks that are left for an identifier that somebody gave, sorted.
  ///
  /// - Parameters:
  ///   - identifier: A contact id, account, nickname, telephone number or mail address.
  ///   - barring: Why its contacts are kept out.
  /// - Returns: The marks; at least one.
  /// - Throws: `PseudonymisationError`.
  public func marks(ofIdentifier identifier: Withheld, _ barring: Barring)
    throws(PseudonymisationError) -> [String]
  {
    try marks(
      VisitorIdentifier.candidates(for: identifier.bytes[...], mail: mail),
      contact: identifier,
      barring
    ) { keyring, kind, value throws(KeyringError) in
      [try keyring.tombstone(kind: kind, value: value.span)]
    }
  }

  /// Makes the marks that are left for a contact of the ledger, whose raw id is not there: as long
  /// as contact and link keys are what they are, the contact and its visitor stay out.
  ///
  /// - Parameters:
  ///   - token: The pseudonym of its id.
  ///   - links: Tokens of what is one person's; never of a nickname.
  ///   - barring: Why it is kept out.
  /// - Returns: The marks.
  /// - Throws: `PseudonymisationError`.
  public func marks(ofToken token: String, links: [String], _ barring: Barring)
    throws(PseudonymisationError) -> [String]
  {
    var marks: [String] = []
    for (kind, text) in [("token.contact", token)] + links.map({ ("token.link", $0) }) {
      let value = Array(text.utf8)
      marks += try tokens { keyring throws(KeyringError) in
        [try keyring.tombstone(kind: barring.kind(kind), value: value.span)]
      }
    }
    return marks
  }

  /// Makes every mark by which a contact may be known as one to keep out.
  ///
  /// Of its id, its account, mail address and number, of what the visitor calls their own in the
  /// text, of the nickname; and of the tokens that these have in the ledger. Only marks of what
  /// somebody gave are ever left, so a nickname keeps out contacts only where it was given.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - findings: What `Detection` found in it.
  ///   - barring: Why it would be kept out.
  /// - Returns: The marks, under every key that has bytes; at least one.
  /// - Throws: `PseudonymisationError`.
  public func marks(of contact: RawContact, findings: [Finding], _ barring: Barring)
    throws(PseudonymisationError) -> [String]
  {
    let id = contact.id.bytes
    let all = VisitorIdentifier.all(of: contact, findings: findings, mail: mail)
    var marks = try marks(all, contact: contact.id, barring) {
      keyring,
      kind,
      value throws(KeyringError) in
      try keyring.tombstones(kind: kind, value: value.span)
    }
    var made = try tokens { keyring throws(KeyringError) in
      try keyring.contactTokens(of: id.span)
    }.map { ("token.contact", $0) }
    for identifier in all where identifier.strength == .strong {
      made += try tokens { keyring throws(KeyringError) in
        try keyring.linkTokens(kind: identifier.kind, value: identifier.value.span)
      }.map { ("token.link", $0) }
    }
    for (kind, text) in made {
      let value = Array(text.utf8)
      marks += try tokens { keyring throws(KeyringError) in
        try keyring.tombstones(kind: barring.kind(kind), value: value.span)
      }
    }
    return marks
  }

  private func marks(
    _ identifiers: [VisitorIdentifier],
    contact: Withheld,
    _ barring: Barring,
    _ mark: (Keyring, String, [UInt8]) throws(KeyringError) -> [String]
  ) throws(PseudonymisationError) -> [String] {
    var marks: [String] = []
    for (kind, value) in [("contact_id", contact.bytes)] + identifiers.map({ ($0.kind, $0.value) })
    {
      marks += try tokens { keyring throws(KeyringError) in
        try mark(keyring, barring.kind(kind), value)
      }
    }
    return marks.sorted()
  }
}

extension Barring {
  /// The label of a mark: an erased and an opted-out visitor's marks are told apart by it.
  fileprivate func kind(_ kind: String) -> String { self == .erased ? kind : "\(rawValue).\(kind)" }
}
