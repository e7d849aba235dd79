import Codebook
import DisclosureControl

/// How far two readers agree on a variable, as a release holds it.
public struct DatasetAgreement: Equatable, Sendable {
  /// The variable's id.
  public let variable: String
  /// The variable's name for people.
  public let label: Label
  /// How many contacts were coded twice.
  public let contacts: Int
  /// Cohen's kappa in hundredths.
  public let kappaHundredths: Int

  init(variable: String, label: Label, contacts: Int, kappaHundredths: Int) {
    self.variable = variable
    self.label = label
    self.contacts = contacts
    self.kappaHundredths = kappaHundredths
  }

  /// Makes the form that is written of what may be said.
  public init(_ agreement: ReleasableAgreement) {
    self.init(
      variable: agreement.variable,
      label: agreement.label,
      contacts: agreement.contacts,
      kappaHundredths: agreement.kappaHundredths
    )
  }

  /// Such as `0.85`, with the decimal mark of a language.
  func kappa(mark: String) -> String {
    let size = abs(kappaHundredths)
    let decimals = size % 100
    let sign = kappaHundredths < 0 ? "-" : ""
    return "\(sign)\(size / 100)\(mark)\(decimals < 10 ? "0" : "")\(decimals)"
  }
}

extension DatasetAgreement {
  /// What the report says of the codes' reliability, a line a variable.
  static func lines(_ agreements: [DatasetAgreement], _ language: Language) -> [String] {
    guard !agreements.isEmpty else {
      return [
        language == .nl
          ? "Te weinig contacten zijn door een tweede lezer gecodeerd om iets over de overeenstemming te zeggen."
          : "Too few contacts were coded by a second reader to say how far two readers agree."
      ]
    }
    let head =
      language == .nl
      ? "Overeenstemming van twee lezers (Cohens kappa; 1 is volledig, 0 is toeval):"
      : "Agreement of two readers (Cohen's kappa; 1 is complete, 0 is chance):"
    return [head]
      + agreements.map { agreement in
        let kappa = agreement.kappa(mark: language == .nl ? "," : ".")
        let contacts = language == .nl ? "contacten" : "contacts"
        return "\(agreement.label[language]): \(kappa) (\(agreement.contacts) \(contacts))"
      }
  }
}
