/// How many contacts went in and what became of them.
public struct Fates: Equatable, Sendable {
  /// Contacts that were coded and kept.
  public var coded = 0
  /// Contacts that went to quarantine.
  public var quarantined = 0
  /// Contacts that came before with the same content.
  public var duplicates = 0
  /// Contacts whose visitor opted out.
  public var optedOut = 0
  /// Contacts that were erased before and came again.
  public var erased = 0

  /// No contact yet.
  public init() {}

  /// Every contact that went in.
  public var total: Int { coded + quarantined + duplicates + optedOut + erased }

  /// Adds up two counts.
  public static func + (left: Fates, right: Fates) -> Fates {
    var sum = left
    sum.coded += right.coded
    sum.quarantined += right.quarantined
    sum.duplicates += right.duplicates
    sum.optedOut += right.optedOut
    sum.erased += right.erased
    return sum
  }
}
