import Testing
import UnicodeText

@testable import Pseudonymisation

@Suite struct IdentifierTextTests {
  /// The quick way for ASCII against the rule for all text.
  @Test func `ASCII folds as any text does`() {
    var generator = SplitMix(state: 3)
    for _ in 0..<500 {
      let bytes = (0..<generator.next(0...40)).map { _ in UInt8(generator.next(1...127)) }
      #expect(IdentifierText(bytes[...]).folded == Normalisation.folded(bytes))
    }
    for byte in UInt8(1)...127 {
      #expect(IdentifierText([byte]).folded == Normalisation.folded([byte]))
    }
  }

  @Test func `words are runs of letters and digits`() {
    let text = IdentifierText(Array("Anna-Zoë, 12a (x)".utf8)[...])
    #expect(text.words.map { String(decoding: $0, as: UTF8.self) } == ["anna", "zoe", "12a", "x"])
    #expect(String(decoding: text.alphanumerics, as: UTF8.self) == "annazoe12ax")
    #expect(String(decoding: IdentifierText.joined(text.words), as: UTF8.self) == "anna zoe 12a x")
    #expect(IdentifierText.joined([]).isEmpty)
  }
}
