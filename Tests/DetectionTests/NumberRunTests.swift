import Testing

@testable import Detection

@Suite struct NumberRunTests {
  @Test func `an article before a word with a digit is no crash`() {
    for text in ["een 3b", "een 4k tv", "een 1e keer", "een 2x", "een", "één 5g", "een dubbel een"]
    {
      let prepared = PreparedConversation(Conversation([text]))
      #expect(prepared.messages.count == 1)
    }
  }
}
