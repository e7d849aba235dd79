/// The recognisers, in the order they run.
enum RecogniserCatalogue {
  /// Those of structured kinds, without lists of words.
  static let structured: [any Recogniser] = structured(lexicons: .empty)

  /// Those of structured kinds.
  static func structured(lexicons: Lexicons) -> [any Recogniser] {
    [
      BSNRecogniser(),
      IBANRecogniser(),
      CreditCardRecogniser(),
      PhoneRecogniser(),
      IPAddressRecogniser(),
      MACAddressRecogniser(),
      TornCodeRecogniser(),
      LongNumberRecogniser(),
      EmailRecogniser(),
      SpokenEmailRecogniser(),
      URLRecogniser(),
      UsernameRecogniser(lexicons: lexicons),
      PostcodeRecogniser(),
      LicensePlateRecogniser(),
      DocumentNumberRecogniser(),
      MixedCodeRecogniser(),
      DateRecogniser(),
      AgeRecogniser(lexicons: lexicons),
      CoordinatesRecogniser(),
    ]
  }

  /// All, for one policy.
  static func recognisers(lexicons: Lexicons, policy: DetectionPolicy) -> [any Recogniser] {
    structured(lexicons: lexicons) + NameRecognisers.all(lexicons: lexicons, policy: policy)
      + [PlacePostcodeRecogniser(lexicons: lexicons)]
  }
}
