import Testing

@testable import Detection

/// Plates: one invented registration of each series of the RDW, and of other countries' forms.
struct LicensePlateRecogniserTests {
  @Test(arguments: [
    "GB-12-34", "12-34-GB", "12-GB-34", "GB-12-HD", "GB-HD-12", "12-GB-HD", "12-GBD-3", "1-GBD-23",
    "GB-123-H", "G-123-HD", "GBD-12-H", "G-12-HBD", "1-GB-234", "123-GB-4",
  ])
  func `each Dutch series is found with dashes, in any case, and in capitals`(plate: String) {
    let spaced = plate.split(separator: "-").joined(separator: " ")
    for text in [plate, plate.lowercased(), spaced] {
      expectStructured(Marked("ik zag [[LICENSE_PLATE|\(text)]] staan"))
    }
    let glued = plate.split(separator: "-").joined().lowercased()
    expectStructured(Marked("auto met kenteken [[LICENSE_PLATE|\(glued)]] staat er"))
  }

  @Test(arguments: [
    Marked("Belg [[LICENSE_PLATE|1-ABC-234]]"), Marked("kenteken [[LICENSE_PLATE|ABC-234]]"),
    Marked("witte bus [[LICENSE_PLATE|WGM 12345]]"),
    Marked("duitse auto [[LICENSE_PLATE|K-AB 1234]]"),
    Marked("[[LICENSE_PLATE|AC-HD 123]] duitser"),
    Marked("[[LICENSE_PLATE|B 123 ABC]] uit roemenië"),
    Marked("auto [[LICENSE_PLATE|CB 1234 TM]]"), Marked("bulgaarse bus [[LICENSE_PLATE|ca1234xh]]"),
    Marked("[[LICENSE_PLATE|AB-123-CD]] frans"),
    Marked("hij rijdt in een golf, [[LICENSE_PLATE|KZT 226]]"),
    Marked("kenteken is [[LICENSE_PLATE|KIM-99]]"),
    Marked("kenteken weet ik: [[LICENSE_PLATE|gb 123 h]]"),
    Marked("zwarte audi [[LICENSE_PLATE|gb123h]] voor de deur"),
  ])
  func `a foreign or loosely written plate is found where a vehicle is named`(row: Marked) {
    expectStructured(row)
  }

  @Test(arguments: [
    Marked("in een audi a3 met 4 deuren"), Marked("bus 15 naar huis"),
    Marked("een golf 7 gti"), Marked("we zijn met 2 in 1 auto"),
    Marked("bmw x5 of e46"), Marked("hij rijdt 120 km op de a12"), Marked("vmbo-t 3"),
    Marked("de bus van 8 uur"),
  ])
  func `roads, models and counts are no plate`(row: Marked) { expectStructured(row) }
}
