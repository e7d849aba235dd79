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
    Marked("mijn iban", "NL91 ABNA", "0417 1643 01"), Marked("ja hoor", "GB", "004", "X"),
    // A keyword three messages before, and a code of five pieces.
    Marked("mijn bsn", "wacht even", "ik zoek het op", "1112", "22333"),
    Marked("mijn iban", "NL91", "ABNA", "0417", "1643", "00"),
  ])
  func `short messages with figures are left alone`(row: Marked) {
    #expect(row.found(by: [TornCodeRecogniser()]).isEmpty)
  }

  /// The registry's example, its second half by the same sender or by another.
  @Test(arguments: [
    ([Speaker.visitor, .counsellor, .visitor], ["NL91 ABNA", "ja?", "0417 1643 00"], [0, 2]),
    ([.visitor, .counsellor], ["NL91 ABNA", "0417 1643 00"], []),
    ([.visitor, .counsellor, .visitor], ["NL91 ABNA", "0417", "1643 00"], []),
  ])
  func `the pieces of one sender alone are put together`(
    speakers: [Speaker],
    texts: [String],
    messages: [Int]
  ) {
    let whole = Conversation(texts)
    let conversation = Conversation(
      text: whole.text,
      messages: zip(whole.messages, speakers).map {
        Conversation.Message(index: $0.index, bytes: $0.bytes, speaker: $1)
      }
    )
    var found: [Finding] = []
    TornCodeRecogniser().recognise(PreparedConversation(conversation), into: &found)
    #expect(found.map(\.message) == messages)
  }
}
