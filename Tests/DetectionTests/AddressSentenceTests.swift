import Testing

@testable import Detection

/// Streets, house numbers and other places to live, as chatters, letters and strangers write them.
@Suite struct AddressSentenceTests {
  @Test(arguments: [
    // Words of the dictionary that are streets where somebody is on or in them.
    Marked("hij wacht in de [[ADDRESS|stationsstraat]]"),
    Marked("we zitten op de [[ADDRESS|kanaaldijk 118]]"),
    Marked("ze werkt aan de [[ADDRESS|havenweg]]"),
    // Numbers with additions, in words, behind "nummer".
    Marked("ik woon [[ADDRESS|oude haven 12-hs]]"),
    Marked("het is [[ADDRESS|kerkweg 3 bis]]"), Marked("t is [[ADDRESS|Beukenkamp 14/2]]"),
    Marked("hij zit [[ADDRESS|berkenlaan nummer 7 b]]"),
    Marked("ik woon op de [[ADDRESS|grote werf 12]]"),
    // No house, but an address.
    Marked("stuur het naar [[ADDRESS|postbus 2140]]"),
    Marked("wij slapen in [[ADDRESS|caravan 18]]"),
    Marked("ik zit in [[ADDRESS|chalet 77]]"),
    // Other countries.
    Marked("zij woont [[ADDRESS|ulica Polna 4]]"),
    Marked("een huis in de [[ADDRESS|rue de la Station 15]]"),
    Marked("ik kom van [[ADDRESS|Strada Mihai Viteazu 22]]"),
    Marked("my brother lives at [[ADDRESS|12 Elm Road]]"),
    // A street that is torn.
    Marked("iets met [[ADDRESS|bloemenveld straat]] [[ADDRESS|6]]"),
    // Answers.
    Marked("en op welk huisnummer?", "[[ADDRESS|veertig]]"),
    Marked("wat is uw adres?", "[[ADDRESS|Meeuwenlaan 3]]", "[[LOCATION|delft]]"),
  ])
  func `an address is covered as a whole`(row: Marked) throws {
    let found = row.found(by: try Self.detector.get())
    for stretch in row.expected {
      let isCovered = stretch.range.allSatisfy { byte in
        found.contains { $0.message == stretch.message && $0.range.contains(byte) }
          || Array(row.texts[stretch.message].utf8)[byte] == 0x20
      }
      #expect(isCovered, "\(stretch.range)")
    }
  }

  @Test(arguments: [
    Marked("we stonden op de snelweg en toen op de ringweg"),
    Marked("ik stond op straat te wachten op de bus"),
    Marked("hij zit op kamer 14"), Marked("ik woon hier 3 maanden"),
    Marked("ik woon in een huis met 4 mensen"), Marked("ze woont bij oma sinds groep 6"),
    Marked("dat is een doodlopende weg"), Marked("ik zoek een bijbaan"),
  ])
  func `roads, rooms and counts are no address`(row: Marked) throws {
    #expect(row.found(by: try Self.detector.get()).isEmpty)
  }

  private static let detector = Result {
    try Detector(lexicons: Lexicons.open(directory: LexiconFolder.path))
  }
}
