import Testing

@testable import Detection

/// Numbers of documents by keyword and by shape; all invented.
struct DocumentNumberTests {
  @Test(arguments: [
    Marked("paspoort [[ID_NUMBER|NWR123456]]"), Marked("paspoortnr is [[ID_NUMBER|NX1234567]]"),
    Marked("id kaart nummer [[ID_NUMBER|IX12A34B5]]"),
    Marked("v-nummer [[ID_NUMBER|123.456.7890]]"), Marked("mijn vnr: [[ID_NUMBER|123-456-7890]]"),
    Marked("zaaknummer [[ID_NUMBER|PL0900-2021123456]]"),
    Marked("dossier [[ID_NUMBER|ZN-21-00456]]"), Marked("clientnr [[ID_NUMBER|4471902]]"),
    Marked("cliëntnummer is [[ID_NUMBER|12345]]"),
    Marked("order [[ID_NUMBER|NB-2023-11884]]"), Marked("kvk [[ID_NUMBER|12345678]]"),
    Marked("btw nr [[ID_NUMBER|NL123456789B01]]"),
    Marked("BIG [[ID_NUMBER|19012345678]]"), Marked("agb-code [[ID_NUMBER|01012345]]"),
    Marked("studentnr [[ID_NUMBER|s1234567]]"),
    Marked("parketnummer [[ID_NUMBER|05-123456-21]]"), Marked("rijbewijs [[ID_NUMBER|5123456789]]"),
    Marked("polisnummer: [[ID_NUMBER|P 123 456]]"),
    Marked("kenmerk [[ID_NUMBER|2021/KL/4456]]"),
    Marked("wallet [[ID_NUMBER|0x52908400098527886E0F7030069857D2E4169EE7]]"),
    Marked("stuur btc naar [[ID_NUMBER|1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa]]"),
    Marked("[[ID_NUMBER|bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4]]"),
    Marked("rijksregisternummer [[ID_NUMBER|85.07.30-033.28]]"),
    Marked("pesel [[ID_NUMBER|44051401359]]"), Marked("cnp [[ID_NUMBER|1800101221144]]"),
    Marked("[[ID_NUMBER|550e8400-e29b-41d4-a716-446655440000]]"),
    Marked("imei [[ID_NUMBER|490154203237518]]"),
    Marked("track en trace [[ID_NUMBER|3SABCD1234567]]"),
    Marked("boekingsnummer [[ID_NUMBER|QX7L2M]]"),
    Marked("wat is uw klantnummer?", "[[ID_NUMBER|00123456]]"),
    Marked("mijn personeelsnummer is [[ID_NUMBER|44-0177]]"),
    Marked("meldnr [[ID_NUMBER|1234]]"), Marked("aangifte nr. [[ID_NUMBER|2021123456]]"),
  ])
  func `a number behind its keyword, or a code by its shape, is found`(row: Marked) {
    expectStructured(row)
  }

  @Test(arguments: [
    Marked("mijn zaak is van 2019"), Marked("pas 2 weken"), Marked("order voor 2 personen"),
    Marked("covid19"), Marked("windows 10"),
    Marked("mp3 en mp4"), Marked("een case van 3 dagen"), Marked("1080p"), Marked("50euro"),
    Marked("id ja"), Marked("gta5"),
    Marked("in 2021/2022"), Marked("3x per week"), Marked("vmbo-k3"),
  ])
  func `years, products and counts are no document number`(row: Marked) { expectStructured(row) }
}
