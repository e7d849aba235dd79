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
}
