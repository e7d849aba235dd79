import Testing

@testable import Detection

/// Cards: the published test numbers of the schemes (Visa, Mastercard, Amex, Diners, JCB, Maestro).
struct CreditCardRecogniserTests {
  @Test(arguments: [
    Marked("[[CREDIT_CARD|4111111111111111]]"),
    Marked("met [[CREDIT_CARD|4111 1111 1111 1111]] betaald"),
    Marked("[[CREDIT_CARD|5555-5555-5555-4444]]"), Marked("[[CREDIT_CARD|378282246310005]] amex"),
    Marked("amex [[CREDIT_CARD|3782 822463 10005]]"), Marked("[[CREDIT_CARD|30569309025904]]"),
    Marked("[[CREDIT_CARD|3530111333300000]]"), Marked("[[CREDIT_CARD|6304000000000000]]"),
    Marked("[[CREDIT_CARD|2223003122003222]]"), Marked("[[CREDIT_CARD|6011111111111117]]"),
    Marked("creditcard [[CREDIT_CARD|4111 1111 1111 1112]]"),
    Marked(
      "kaart [[CREDIT_CARD|4111 1111 1111 1111]] geldig tot [[DATE|09/27]] cvc [[CREDIT_CARD|123]]"
    ),
  ])
  func `a payment card is found`(row: Marked) { expectStructured(row) }

  @Test(arguments: [("4111111111111111", true), ("79927398713", true), ("79927398710", false)])
  func `Luhn holds for the examples`(number: String, passes: Bool) {
    #expect(CheckDigits.isLuhn(number.utf8.map { $0 - 0x30 }) == passes)
  }
}
