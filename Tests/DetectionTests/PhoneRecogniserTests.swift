import Testing

@testable import Detection

/// Numbers: from the ranges that regulators set aside for films and examples where they have one
/// (Ofcom, Arcep, BNetzA), else invented in the plan's form.
struct PhoneRecogniserTests {
  @Test(arguments: [
    Marked("bel [[PHONE_NUMBER|0612345678]]"), Marked("[[PHONE_NUMBER|06-12345678]]"),
    Marked("[[PHONE_NUMBER|06 12 34 56 78]] ok"), Marked("[[PHONE_NUMBER|06.12.34.56.78]]."),
    Marked("[[PHONE_NUMBER|06 - 123 456 78]]"), Marked("[[PHONE_NUMBER|06/12345678]]"),
    Marked("[[PHONE_NUMBER|+31612345678]]"), Marked("[[PHONE_NUMBER|+31 6 12345678]]"),
    Marked("[[PHONE_NUMBER|+31 (0)6 12345678]]"), Marked("[[PHONE_NUMBER|+31(0)6-12345678]]"),
    Marked("[[PHONE_NUMBER|0031 6 12345678]]"), Marked("[[PHONE_NUMBER|(+31) 6 1234 5678]]"),
    Marked("[[PHONE_NUMBER|0 6 1 2 3 4 5 6 7 8]]"), Marked("[[PHONE_NUMBER|020-1234567]]"),
    Marked("[[PHONE_NUMBER|(020) 123 45 67]]"), Marked("[[PHONE_NUMBER|0113 123456]]"),
    Marked("[[PHONE_NUMBER|085 1234567]]"), Marked("[[PHONE_NUMBER|088 123 45 67]]"),
    Marked("[[PHONE_NUMBER|+32 470 12 34 56]]"), Marked("[[PHONE_NUMBER|0470/12.34.56]]"),
    Marked("[[PHONE_NUMBER|03 123 45 67]]"), Marked("[[PHONE_NUMBER|+48 512 345 678]]"),
    Marked("bel [[PHONE_NUMBER|plus 32 478 11 22 33]] dan"),
    Marked("[[PHONE_NUMBER|+40 712 345 678]]"), Marked("[[PHONE_NUMBER|+359 88 123 4567]]"),
    Marked("[[PHONE_NUMBER|+36 20 123 4567]]"), Marked("[[PHONE_NUMBER|+49 30 23125 123]]"),
    Marked("[[PHONE_NUMBER|0049 171 3920012]]"), Marked("[[PHONE_NUMBER|+44 7700 900123]]"),
    Marked("[[PHONE_NUMBER|+33 6 39 98 12 34]]"), Marked("[[PHONE_NUMBER|+212 612 345 678]]"),
    Marked("[[PHONE_NUMBER|+90 532 123 45 67]]"), Marked("[[PHONE_NUMBER|+597 812-3456]]"),
    Marked("[[PHONE_NUMBER|+5999 512 3456]]"), Marked("[[PHONE_NUMBER|+297 560 1234]]"),
    Marked("[[PHONE_NUMBER|+963 944 123 456]]"), Marked("[[PHONE_NUMBER|+291 7 123 456]]"),
    Marked("[[PHONE_NUMBER|+234 803 123 4567]]"), Marked("[[PHONE_NUMBER|+380 67 123 45 67]]"),
    Marked("[[PHONE_NUMBER|+84 91 234 56 78]]"), Marked("[[PHONE_NUMBER|+63 917 123 4567]]"),
    Marked("[[PHONE_NUMBER|+62 812-3456-7890]]"), Marked("[[PHONE_NUMBER|+34 612 34 56 78]]"),
    Marked("whatsapp [[PHONE_NUMBER|612345678]]"), Marked("app me op [[PHONE_NUMBER|31612345678]]"),
    Marked("polska nummer [[PHONE_NUMBER|512 345 678]]"),
    Marked("me nr is [[PHONE_NUMBER|o6 12345678]]"), Marked("[[PHONE_NUMBER|O612345678]]"),
    Marked("[[PHONE_NUMBER|0６１２３４５６７８]]"), Marked("[[PHONE_NUMBER|0️⃣6️⃣ 12345678]]"),
    Marked("[[PHONE_NUMBER|06\u{200B}12345678]]"),
    Marked("bel [[PHONE_NUMBER|0612345678]] of [[PHONE_NUMBER|0687654321]]"),
    Marked("doorkiesnummer [[PHONE_NUMBER|020 1234567]] toestel [[PHONE_NUMBER|214]]"),
  ])
  func `a number of a person is found in any notation`(row: Marked) { expectStructured(row) }

  @Test(arguments: [
    Marked("[[PHONE_NUMBER|nul zes een twee drie vier vijf zes zeven acht]]"),
    Marked(
      "mn nummer is [[PHONE_NUMBER|nul zes, twaalf, vierendertig, zesenvijftig, achtenzeventig]]"
    ),
    Marked("[[PHONE_NUMBER|nul zes dubbel vier een twee drie vijf zes zeven]] bel maar"),
    Marked("[[PHONE_NUMBER|06 twaalf vierendertig 56 78]]"),
    Marked("[[PHONE_NUMBER|zes een twee drie vier vijf zes zeven acht]]"),
    Marked("[[PHONE_NUMBER|06 12 34 56 zeven acht]]"),
  ])
  func `a number in words is found`(row: Marked) { expectStructured(row) }

  @Test(arguments: [
    Marked("[[PHONE_NUMBER|06]]", "[[PHONE_NUMBER|12 34]]", "[[PHONE_NUMBER|56 78]]"),
    Marked("ok mn nr [[PHONE_NUMBER|0612]]", "[[PHONE_NUMBER|345]]", "[[PHONE_NUMBER|678]]"),
    Marked(
      "[[PHONE_NUMBER|nul zes]]",
      "[[PHONE_NUMBER|een twee drie vier]]",
      "[[PHONE_NUMBER|vijf zes zeven acht]]"
    ),
    Marked("[[PHONE_NUMBER|+31 6]]", "[[PHONE_NUMBER|12345678]]"),
  ])
  func `the pieces of a number over several messages are found`(row: Marked) {
    expectStructured(row)
  }

  @Test(arguments: [
    Marked("bel 112"), Marked("bel 0800-0432 gratis"), Marked("0900-8844"), Marked("0900 88 44"),
    Marked("14 020"), Marked("de kindertelefoon 0800 0432"), Marked("CoMensha 033-4481186"),
    Marked("luisterlijn: 088 0767 000"), Marked("116 111"), Marked("bel 113"),
    Marked("twee of drie keer"), Marked("een twee drie"), Marked("ik heb 06 gebeld"),
    Marked("om 06:30 uur"), Marked("van 2019 2020 2021"), Marked("1.250.000 euro"),
  ])
  func `public numbers and other counts stay`(row: Marked) { expectStructured(row) }
}
