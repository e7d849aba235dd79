import Codebook
import Testing

@testable import Classification

struct PhrasingTests {
  /// Phrasings that the rules do not read yet; a change either way turns this red.
  static let knownMisses: Set<String> = [
    "mama laat mannen bij mij komen en zij krijgt geld",
    "ik moet van hem stelen // hij zegt dat hij anders mijn zusje pakt",
    "ik moet van hem stelen // de politie gelooft me toch niet",
  ]

  @Test func `phrasings get the code of a careful reader, but for the known misses`() throws {
    let coder = Coder(codebook: try Invented.codebook())
    var misses: Set<String> = []
    for (expected, lines) in phrasings {
      let sides = expected.split(separator: "=")
      let contact = Invented.contact(lines.replacing(" // ", with: "\n"))
      let codes = sides[1].split(separator: "+").map(String.init)
      if coder.code(contact).codes(of: String(sides[0])) != codes {
        misses.insert(lines)
      }
    }
    #expect(misses == Self.knownMisses)
  }
}
