import Testing

@testable import Detection

struct DateRecogniserTests {
  @Test(arguments: [
    Marked("op [[DATE|3 mei]] was het"), Marked("ze is geboren in [[DATE|2005]]"),
    Marked("[[DATE|03-05-2008]]"), Marked("[[DATE|3-5-2008]]"),
    Marked("[[DATE|3/5/08]]"),
    Marked("geb. [[DATE|03.05.2008]]"), Marked("geboren [[DATE|03-05-08]]"),
    Marked("[[DATE|2008-05-03]]"),
    Marked("op [[DATE|3e van mei]]"), Marked("[[DATE|elf november]] vorig jaar"),
    Marked("[[DATE|mei 2020]]"),
    Marked("sinds [[DATE|mei '20]]"), Marked("[[DATE|3 mei 2020]]"), Marked("[[DATE|3 mei '20]]"),
    Marked("[[DATE|3 okt.]] was t"),
    Marked("[[DATE|eenentwintigste september]]"), Marked("[[DATE|1 feb 2019]]"),
    Marked("op [[DATE|12-3]] om 4 uur"),
    Marked("zitting [[DATE|23/11]]"), Marked("[[DATE|7-XI-1988]]"),
    Marked("geboortedatum [[DATE|03052008]]"),
    Marked("ben jarig op [[DATE|14 juli]]"), Marked("[[DATE|May 3rd, 2020]]"),
    Marked("[[DATE|3rd of May]]"), Marked("[[DATE|3mei]]"),
    Marked("[[DATE|05-2019]]"), Marked("tussen [[DATE|3 en 5 mei]]"), Marked("[[DATE|3-5 mei]]"),
    Marked("[[DATE|12 maja]] w domu"),
    Marked("[[DATE|3 de mayo]]"), Marked("[[DATE|vijf mei tweeduizendacht]]"),
    Marked("wo [[DATE|17-01-'24]]"),
    Marked("op [[DATE|1 januari]] en [[DATE|2 februari]]"), Marked("[[DATE|03 05 2008]]"),
    Marked("[[DATE|1e augustus]]"),
    Marked("vandaag is het [[DATE|9/3]]"), Marked("[[DATE|31-12-2019]] om 23:59"),
    Marked("verjaardag is [[DATE|30/1]]"),
  ])
  func `a calendar day or a month with its year is found`(row: Marked) { expectStructured(row) }

  @Test(arguments: [
    Marked("24/7 bereikbaar"), Marked("nee 3-1 verloren"), Marked("gisteren of dinsdag"),
    Marked("in mei"),
    Marked("sinds 2019"), Marked("2-3 keer"),
    Marked("we wonnen met 3-1"), Marked("1/2 liter"), Marked("3-4 dagen"), Marked("met kerst"),
    Marked("een 7 voor wiskunde"),
    Marked("om 10.30 uur"), Marked("kost 12.50"), Marked("5-10 minuten"), Marked("50/50"),
    Marked("artikel 3.5"), Marked("van 9-5 werken"),
    Marked("16-17 jaar"), Marked("begin mei"), Marked("drie maanden"), Marked("2/3 van de tijd"),
    Marked("versie 2.1.3"),
  ])
  func `weekdays, ranges, scores and fractions stay`(row: Marked) { expectStructured(row) }
}
