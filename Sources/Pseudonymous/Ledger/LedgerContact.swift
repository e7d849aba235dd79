import Classification
import Pseudonymisation

/// A contact as the ledger takes it in.
public struct LedgerContact: Sendable {
  /// The pseudonym of the contact's id.
  public let token: String
  /// A keyed digest of the raw content: tells a duplicate from a conflict.
  public let digest: [UInt8]
  /// When it began.
  public let quarter: Quarter
  /// Orders a visitor's contacts within a quarter: larger is later.
  public let ordinal: Int
  /// The codebook's code of the channel.
  public let channel: String
  /// From first to last message, in whole minutes.
  public let minutes: Int
  /// How many messages there are.
  public let messages: Int
  /// The tokens that tell the visitor again, encrypted by the caller; empty where there is none.
  public let encryptedLinks: [UInt8]
  /// What the contact says, with who set each code.
  public let assignments: [CodedContact.Assignment]

  /// Makes an entry from what stands behind the first wall.
  ///
  /// - Parameters:
  ///   - contact: The contact without identifying details.
  ///   - coded: Its codes; must be of the same contact.
  ///   - digest: A keyed digest of the raw content.
  ///   - ordinal: Orders contacts within a quarter, such as day of the quarter and place in the
  ///     input; no clock time is needed.
  ///   - encryptedLinks: The link tokens, as encrypted bytes that mean nothing here.
  public init(
    contact: SanitizedContact,
    coded: CodedContact,
    digest: [UInt8],
    ordinal: Int,
    encryptedLinks: [UInt8]
  ) {
    self.init(
      token: coded.token,
      digest: digest,
      quarter: contact.quarter,
      ordinal: ordinal,
      channel: contact.channel,
      minutes: contact.durationMinutes,
      messages: contact.messages.count,
      encryptedLinks: encryptedLinks,
      assignments: coded.assignments
    )
  }

  /// Makes an entry from its parts, as the ledger does when it reads itself.
  public init(
    token: String,
    digest: [UInt8],
    quarter: Quarter,
    ordinal: Int,
    channel: String,
    minutes: Int,
    messages: Int,
    encryptedLinks: [UInt8],
    assignments: [CodedContact.Assignment]
  ) {
    self.token = token
    self.digest = digest
    self.quarter = quarter
    self.ordinal = ordinal
    self.channel = channel
    self.minutes = minutes
    self.messages = messages
    self.encryptedLinks = encryptedLinks
    self.assignments = assignments
  }
}
