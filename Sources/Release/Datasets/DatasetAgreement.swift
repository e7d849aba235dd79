import Codebook
import DisclosureControl

/// How far two readers agree on a variable, as a release holds it.
public struct DatasetAgreement: Equatable, Sendable {
  /// The variable's id.
  public let variable: String
  /// The variable's name for people.
  public let label: Label
  /// How many contacts were coded twice, rounded down to tens.
  public let contactsAtLeast: Int
  /// The tenth in which Cohen's kappa lies: 8 is 0.8 to 0.9, -1 is below nought.
  public let kappaTenths: Int

  init(variable: String, label: Label, contactsAtLeast: Int, kappaTenths: Int) {
    self.variable = variable
    self.label = label
    self.contactsAtLeast = contactsAtLeast
    self.kappaTenths = kappaTenths
  }

  /// Makes the form that is written of what may be said.
  public init(_ agreement: ReleasableAgreement) {
    self.init(
      variable: agreement.variable,
      label: agreement.label,
      contactsAtLeast: agreement.contactsAtLeast,
      kappaTenths: agreement.kappaTenths
    )
  }

  /// Such as `0.8..0.9`; `..0.0` below nought.
  var kappa: String {
    kappaTenths < 0 ? "..0.0" : "0.\(kappaTenths)..\(Self.tenth(kappaTenths + 1, mark: "."))"
  }

  /// The band of a text as `kappa` gives it; `nil` for another.
  static func tenths(of kappa: String) -> Int? { (-1...9).first { band($0) == kappa } }

  private static func band(_ tenths: Int) -> String {
    DatasetAgreement(
      variable: "",
      label: Label(nl: "", en: ""),
      contactsAtLeast: 0,
      kappaTenths: tenths
    ).kappa
  }

  private static func tenth(_ tenths: Int, mark: String) -> String {
    "\(tenths / 10)\(mark)\(tenths % 10)"
  }

  /// The band in words.
  private func words(_ language: Language) -> String {
    let mark = language == .nl ? "," : "."
    if kappaTenths < 0 { return language == .nl ? "onder 0" : "below 0" }
    let ends = [kappaTenths, kappaTenths + 1].map { Self.tenth($0, mark: mark) }
    return ends.joined(separator: language == .nl ? " tot " : " to ")
  }
}

extension DatasetAgreement {
  /// What the report says of the codes' reliability, a line a variable.
  static func lines(_ agreements: [DatasetAgreement], _ language: Language) -> [String] {
    guard !agreements.isEmpty else {
      return [
        language == .nl
          ? "Te weinig contacten zijn door een tweede lezer gecodeerd om iets over de overeenstemming te zeggen zonder codes te verraden."
          : "Too few contacts were coded by a second reader to say how far two readers agree without giving codes away."
      ]
    }
    let head =
      language == .nl
      ? "Overeenstemming van twee lezers (Cohens kappa; 1 is volledig, 0 is toeval):"
      : "Agreement of two readers (Cohen's kappa; 1 is complete, 0 is chance):"
    return [head]
      + agreements.map { agreement in
        let contacts = language == .nl ? "contacten of meer" : "contacts or more"
        return "\(agreement.label[language]): \(agreement.words(language)) "
          + "(\(agreement.contactsAtLeast) \(contacts))"
      }
  }
}
