import Codebook
import Testing

@testable import Classification

struct FactTests {
  static let coder = Result { Coder(codebook: try Invented.codebook()) }

  static func codes(_ lines: String, _ variable: String) throws -> [String] {
    try coder.get().code(Invented.contact(lines)).codes(of: variable)
  }

  @Test(
    arguments: [
      ("ik ben {age 15} en zit in de derde", "15"),
      (">Hoe oud ben je?\n{age 15}", "15"),
      (">Mag ik vragen hoe oud je bent?\nbijna {age 17}", "16"),
      ("v/{age 16} hier", "16"),
      ("ik ben 15 jaar oud", "15"),
      ("ben {birth 19} geboren dus", "19"),
      ("mijn vriend is {age 24} en ik ben {age 15}", "15"),
      ("hij is {age 24}", nil),
      ("een man van {age 45} stuurt me steeds berichten", nil),
      ("ik ben een meisje van {age 16}", "16"),
      ("ben een vrouw en {age 31}", "31"),
      ("meisje van {age 13} hier", "13"),
      ("ik ben met een meisje van {age 16}", nil),
      ("ik ken een meisje van {age 16}", nil),
      ("het gaat om mijn zusje van {age 14}, ze moet stelen van haar vriend van {age 20}", "14"),
      ("ik zit met een vriendin\nze is {age 15} net als ik", "15"),
      (">How old are you?\nI am {age 24} years", "24"),
      ("toen ik {age 12} was begon het, nu {age 16}", "16"),
      ("dat kost 15 euro", nil),
      (">Hoe oud ben je?\n{age 14}.. nee wacht {age 15}", "15"),
      ("ik ben {age 16}, word over een maand {age 17}", "16"),
      ("het gaat om mijn zusje\nze wordt in juni {age 19}", "18"),
      ("ik man uit Ghana {age 34} jaar, ik werk in een fabriek", "34"),
      ("straks krijg ik als jongen van {age 19} een strafblad", "19"),
      ("als jongen van {age 12} moest ik al stelen, nu ben ik {age 20}", "20"),
      ("ik ben bij een man van {age 30}", nil),
      ("ik ben {age 33}\n>Hoe lang is dat al zo?\nzeven jaar", "33"),
    ] as [(String, String?)]
  )
  func `an age is read with its owner`(lines: String, years: String?) throws {
    #expect(try Self.codes(lines, "age_years") == (years.map { [$0] } ?? []))
  }

  @Test(
    arguments: [
      ("toen ik {age 12} was begon het, nu ben ik {age 16}", "2_5y"),
      (">Hoe lang is dit al gaande?\nhalf jaar", "6_12m"),
      (">Hoe lang gaat dit al zo?\nal 3 jaar", "2_5y"),
      (">Hoe lang speelt dit?\nanderhalf jaar denk ik", "1_2y"),
      (">Hoe lang moet je dat al doen?\neen maand of 4", "1_6m"),
      (">Hoe lang duurt dit al?\npaar weken", "lt_1m"),
      (">Hoe lang duurt dit al?\neen jaar", "1_2y"),
      (">Hoe lang duurt dit al?\n2,5 jaar", "2_5y"),
      ("het begon {ago 400} al", "1_2y"),
      ("dit gaat al zo zolang ik me kan herinneren", "5plus"),
      ("ik ben {age 16}, het is begonnen in groep 8", "2_5y"),
      ("het begon in de zomer van 2019", "2_5y"),
      ("het was van mijn {age 19}e tot mijn {age 23}e, ik ben nu {age 26}", "2_5y"),
      ("het begon rond de herfstvakantie en nu is het februari", "1_6m"),
      (">Sinds wanneer zit u daar?\nnegen maanden nu", "6_12m"),
      ("we hebben nu 3 jaar verkering", "unknown"),
      ("ik woon hier 2 jaar", "unknown"),
      ("3 jaar geleden ben ik verhuisd", "unknown"),
    ] as [(String, String)]
  )
  func `a length of exploitation is computed, one of a relationship is not`(
    lines: String,
    code: String
  ) throws {
    let exploitation = "\nik moet van hem stelen bij de drogist"
    #expect(try Self.codes(lines + exploitation, "exploit_duration") == [code])
  }

  @Test(
    arguments: [
      ("mijn oom dwingt mij om te stelen", ["other_family"]),
      ("ik moet stelen van mijn vader. als mijn moeder dit weet wordt ze boos", ["father"]),
      ("heb sinds kort een vriend. hij laat me stelen in winkels", ["partner"]),
      ("de vriend van mijn moeder laat me stelen", ["stepparent"]),
      ("ik moet van iemand stelen", ["unknown"]),
    ] as [(String, [String])]
  )
  func `the exploiter is who acts, not who may not know`(
    lines: String,
    codes: [String]
  ) throws {
    #expect(try Self.codes(lines, "exploiter_relation") == codes)
  }

  @Test(arguments: [1, 40])
  func `who is named over and over is who was named once`(times: Int) throws {
    let piece = "mijn oom dwingt mij om te stelen en hij laat me niet gaan, me moeder weet niets. "
    let codes = try Self.codes(String(repeating: piece, count: times), "exploiter_relation")
    #expect(codes == ["other_family"])
  }

  @Test(arguments: [
    ("hoi ik wil graag hulp want ik weet het niet meer", "nl"),
    ("hello I need help with my boss", "en"),
    ("bonjour je suis ici pour mon amie", "other"),
    ("ok little dutch. ik niet goed in nederlands", "nl"),
    ("👋", "nl"),
  ])
  func `the language is the visitor's, mixed Dutch is Dutch`(lines: String, code: String) throws {
    #expect(try Self.codes(lines, "language") == [code])
  }
}
