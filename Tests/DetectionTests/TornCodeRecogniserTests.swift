import Testing

@testable import Detection

struct TornCodeRecogniserTests {
  @Test(arguments: [
    Marked("mijn iban", "[[IBAN_CODE|NL91 ABNA]]", "[[IBAN_CODE|0417 1643 00]]"),
    Marked("wat is je bsn?", "[[NL_BSN|1112]]", "[[NL_BSN|22333]]"),
    Marked(
      "wat is het kenteken?",
      "[[LICENSE_PLATE|GB]]",
      "[[LICENSE_PLATE|004]]",
      "[[LICENSE_PLATE|X]]"
    ),
  ])
  func `the pieces of an account, a citizen number and a plate are found`(row: Marked) {
    expectStructured(row)
  }

  @Test(arguments: [
    // The check fails, no keyword, or something else between.
    Marked("mijn bsn", "1112", "22334"), Marked("ja", "1112", "22333"),
    Marked("de auto", "ok", "004"), Marked("ik heb er", "2", "of 3"),
  ])
  func `short messages with figures are left alone`(row: Marked) { expectStructured(row) }
}
