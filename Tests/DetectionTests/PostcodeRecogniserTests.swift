import Testing

@testable import Detection

struct PostcodeRecogniserTests {
  @Test(arguments: [
    Marked("[[POSTAL_CODE|1234 AB]]"), Marked("[[POSTAL_CODE|1234AB]]"),
    Marked("ik woon op [[POSTAL_CODE|1234ab]]"),
    Marked("[[POSTAL_CODE|1234 ab]] 12"), Marked("[[POSTAL_CODE|1234-AB]]"),
    Marked("postcode [[POSTAL_CODE|1234]]"),
    Marked("Kerkstraat 12, [[POSTAL_CODE|2440]] Geel"),
    Marked("Kerkstraat 12 bus 3, [[POSTAL_CODE|2440]] Geel"),
    Marked("[[POSTAL_CODE|B-2440]]"), Marked("in [[POSTAL_CODE|8620]] Nieuwpoort"),
    Marked("De Panne ([[POSTAL_CODE|8660]])"),
    Marked("[[POSTAL_CODE|D-52062]] Aken"), Marked("[[POSTAL_CODE|１２３４ＡＢ]]"),
    Marked("pc is [[POSTAL_CODE|1234 xy]] ofzo"),
    Marked("kerkstraat 12 [[POSTAL_CODE|1234 na]]"),
  ])
  func `a postal code is found`(row: Marked) { expectStructured(row) }

  @Test(arguments: [
    Marked("1234 SA"), Marked("1234ss"), Marked("in 2020 en 2021"), Marked("1500 eu per maand"),
    Marked("2000 km"),
    Marked("1000kb"), Marked("sinds 2019 is het mis"), Marked("1800 of 1900"),
    Marked("voor 2500 ja"),
    Marked("ik kreeg 1200 in de maand"), Marked("0123 AB"),
  ])
  func `years, amounts and the excluded letters stay`(row: Marked) { expectStructured(row) }
}
