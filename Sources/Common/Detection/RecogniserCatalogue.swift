/// The recognisers, in the order they run.
enum RecogniserCatalogue {
  /// Those of structured kinds.
  static let structured: [any Recogniser] = [
    BSNRecogniser(),
    IBANRecogniser(),
    CreditCardRecogniser(),
    PhoneRecogniser(),
    IPAddressRecogniser(),
    MACAddressRecogniser(),
    LongNumberRecogniser(),
    EmailRecogniser(),
    SpokenEmailRecogniser(),
    URLRecogniser(),
    UsernameRecogniser(),
    PostcodeRecogniser(),
    LicensePlateRecogniser(),
    DocumentNumberRecogniser(),
    MixedCodeRecogniser(),
    DateRecogniser(),
    AgeRecogniser(),
  ]

  /// All, for one policy.
  static func recognisers(lexicons: Lexicons, policy: DetectionPolicy) -> [any Recogniser] {
    structured + NameRecognisers.all(lexicons: lexicons, policy: policy)
  }
}
