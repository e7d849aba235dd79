import Testing

@testable import Pseudonymisation

@Suite struct WordSetTests {
  @Test func `a list of words holds its words and no part of them`() {
    let words = WordSet("van der burgerservicenummer\nmijn")
    for word in ["van", "der", "burgerservicenummer", "mijn"] {
      #expect(words.contains(Array(word.utf8)[...]))
    }
    for word in ["", "va", "vander", "burgerservicenumme", "Mijn"] {
      #expect(!words.contains(Array(word.utf8)[...]))
    }
  }
}
