import ChatLogs
import Detection
import Keys

/// The link tokens of a contact's visitor.
public struct VisitorLinks: Equatable, Sendable {
  /// Tokens of what is one person's: two contacts that share one are one visitor's.
  public let strong: [String]
  /// Tokens of nicknames: two contacts that share one may be one visitor's.
  ///
  /// The count of persons when these link too is kept beside the strict count; thresholds use the
  /// lower.
  public let weak: [String]

  /// Makes links.
  init(strong: [String], weak: [String]) {
    self.strong = strong
    self.weak = weak
  }
}

extension Pseudonymiser {
  /// Makes the link tokens of a contact's visitor, each list sorted.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - findings: What `Detection` found in it.
  /// - Returns: The tokens; empty where nothing tells the visitor apart.
  /// - Throws: `PseudonymisationError`.
  public func links(of contact: RawContact, findings: [Finding]) throws(PseudonymisationError)
    -> VisitorLinks
  {
    let all = VisitorIdentifier.all(of: contact, findings: findings, mail: mail)
    return try links(all)
  }

  /// Makes the link tokens of everything that a bare identifier may be, for erasure and opt-out.
  ///
  /// - Parameter identifier: A contact id, account, nickname, telephone number or mail address.
  /// - Returns: The tokens, or marks, sorted.
  /// - Throws: `PseudonymisationError`.
  public func links(ofIdentifier identifier: Withheld) throws(PseudonymisationError)
    -> VisitorLinks
  {
    try links(VisitorIdentifier.candidates(for: identifier.bytes[...], mail: mail))
  }

  private func links(_ identifiers: [VisitorIdentifier]) throws(PseudonymisationError)
    -> VisitorLinks
  {
    var strong: [String] = []
    var weak: [String] = []
    for identifier in identifiers {
      let token = try token { keyring throws(KeyringError) in
        try keyring.linkToken(kind: identifier.kind, value: identifier.value.span)
      }
      if identifier.strength == .strong { strong.append(token) } else { weak.append(token) }
    }
    return VisitorLinks(strong: strong.sorted(), weak: weak.sorted())
  }

  // MARK: Erasure and opt-out

  /// Makes the marks by which an erased or opted-out visitor's contact is known again, sorted.
  ///
  /// Marks of the contact's id and of what tells the visitor apart, the nickname included. Only the
  /// marks of the identifier that somebody gave are kept (`tombstones(ofIdentifier:)`), so a nickname
  /// blocks contacts only where the nickname was given.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - findings: What `Detection` found in it.
  /// - Returns: The marks; at least one.
  /// - Throws: `PseudonymisationError`.
  public func tombstones(of contact: RawContact, findings: [Finding])
    throws(PseudonymisationError) -> [String]
  {
    let all = VisitorIdentifier.all(of: contact, findings: findings, mail: mail)
    return try tombstones(all, contact: contact.id)
  }

  /// Makes the marks of everything that a bare identifier may be, sorted.
  ///
  /// - Parameter identifier: A contact id, account, nickname, telephone number or mail address.
  /// - Returns: The tokens, or marks, sorted.
  /// - Throws: `PseudonymisationError`.
  public func tombstones(ofIdentifier identifier: Withheld) throws(PseudonymisationError)
    -> [String]
  {
    try tombstones(
      VisitorIdentifier.candidates(for: identifier.bytes[...], mail: mail),
      contact: identifier
    )
  }

  private func tombstones(_ identifiers: [VisitorIdentifier], contact: Withheld)
    throws(PseudonymisationError) -> [String]
  {
    let id = contact.bytes
    var marks = [
      try token { keyring throws(KeyringError) in
        try keyring.tombstone(kind: "contact_id", value: id.span)
      }
    ]
    for identifier in identifiers {
      marks.append(
        try token { keyring throws(KeyringError) in
          try keyring.tombstone(kind: identifier.kind, value: identifier.value.span)
        }
      )
    }
    return marks.sorted()
  }
}
