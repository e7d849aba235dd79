import Codebook

/// What a release says of itself.
public struct ReleaseDescription: Equatable, Sendable {
  /// The release's name, such as `2021-research-centre`.
  public let name: String
  /// Its title for people.
  public let title: Label
  /// The period.
  public let period: String
  /// The recipient's id.
  public let recipient: String
  /// The codebook's id and version.
  public let codebook: String
  /// The program and its version.
  public let program: String
  /// The audit's verdict, `pass` or `review`.
  public let verdict: String
  /// What a reader must know before all else, such as that the data are invented; may be absent.
  public let notice: Label?
  /// How far two readers agree, by variable; empty where too little was coded twice.
  public let agreement: [DatasetAgreement]
  /// The first quarter of which the line has contacts, such as `2019-Q1`; empty where unknown.
  public let firstQuarter: String

  /// Describes a release.
  public init(
    name: String,
    title: Label,
    period: String,
    recipient: String,
    codebook: String,
    program: String,
    verdict: String,
    notice: Label? = nil,
    agreement: [DatasetAgreement] = [],
    firstQuarter: String = ""
  ) {
    self.name = name
    self.title = title
    self.period = period
    self.recipient = recipient
    self.codebook = codebook
    self.program = program
    self.verdict = verdict
    self.notice = notice
    self.agreement = agreement
    self.firstQuarter = firstQuarter
  }
}
