import Testing

@testable import Detection

/// Accounts: the examples of the ISO 13616 registry (SWIFT, IBAN Registry, release 99).
struct IBANRecogniserTests {
  @Test(arguments: [
    Marked("stort op [[IBAN_CODE|NL91ABNA0417164300]] aub"),
    Marked("rekening [[IBAN_CODE|NL91 ABNA 0417 1643 00]] van mij"),
    Marked("[[IBAN_CODE|nl91abna0417164300]]"),
    Marked("naar [[IBAN_CODE|nl91 abna 0417 1643 00]] dus"),
    Marked("[[IBAN_CODE|NL91.ABNA.0417.1643.00]]"), Marked("[[IBAN_CODE|NL91-ABNA-0417-1643-00]]"),
    Marked("[[IBAN_CODE|NL 91 ABNA 0417 1643 00]] tnv mij"),
    Marked("[[IBAN_CODE|BE68 5390 0754 7034]] in belgië"),
    Marked("[[IBAN_CODE|DE89370400440532013000]]"),
    Marked("[[IBAN_CODE|GB29 NWBK 6016 1331 9268 19]]"),
    Marked("[[IBAN_CODE|PL61 1090 1014 0000 0712 1981 2874]]"),
    Marked("[[IBAN_CODE|RO49 AAAA 1B31 0075 9384 0000]]"),
    Marked("[[IBAN_CODE|BG80 BNBG 9661 1020 3456 78]]"),
    Marked("[[IBAN_CODE|TR33 0006 1005 1978 6457 8413 26]]"),
    Marked("[[IBAN_CODE|HU42 1177 3016 1111 1018 0000 0000]]"),
    Marked("[[IBAN_CODE|FR14 2004 1010 0505 0001 3M02 606]]"),
    // One figure wrong.
    Marked("op [[IBAN_CODE|NL91ABNA0417164301]]"),
    Marked("giro [[IBAN_CODE|1234567]] van vroeger"),
    Marked("rekeningnr is [[IBAN_CODE|41.71.64.300]]"),
    Marked("mijn rekening: [[IBAN_CODE|417164300]]"),
    Marked("NL９１ is geen iban maar [[IBAN_CODE|NL９１ABNA０４１７１６４３００]] wel"),
  ])
  func `an account is found in any grouping and case`(row: Marked) { expectStructured(row) }

  @Test(arguments: [
    Marked("er staat 500 euro op mijn rekening"), Marked("rekening houden met 3 mensen"),
    Marked("zijn iban begint met NL"), Marked("be12 is niks"),
  ])
  func `other texts are no account`(row: Marked) { expectStructured(row) }
}
