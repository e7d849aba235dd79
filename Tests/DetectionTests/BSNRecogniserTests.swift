import Testing

@testable import Detection

/// Numbers: 111222333 is the example of the RvIG; the others were worked by hand with the 11-test.
struct BSNRecogniserTests {
  @Test(arguments: [
    Marked("mijn bsn is [[NL_BSN|111222333]]"),
    Marked("bsn: [[NL_BSN|111 222 333]] ok?"),
    Marked("burgerservicenummer [[NL_BSN|111.222.333]]"),
    Marked("BSN [[NL_BSN|1112.22.333]]"),
    Marked("mn bsn nr is [[NL_BSN|1 1 1 2 2 2 3 3 3]]"),
    Marked("hij heeft [[NL_BSN|111222333]] doorgestuurd"),
    Marked("wat is je bsn?", "[[NL_BSN|111222333]]"),
    // A typing error behind the keyword identifies nearly as well.
    Marked("sofinummer [[NL_BSN|111222334]]"),
    Marked("bsn [[NL_BSN|12345672]]"),
  ])
  func `a citizen service number is found in any grouping`(row: Marked) { expectStructured(row) }

  @Test(arguments: [
    Marked("bsn zeg ik niet hoor 123"), Marked("het kost 111222333 euro"),
    Marked("mijn bsn weet ik niet, bel 0800-2000"),
  ])
  func `other numbers are no citizen service number`(row: Marked) { expectStructured(row) }

  @Test(arguments: [
    ("111222333", true), ("123456782", true), ("12345672", true), ("111222334", false),
    ("000000000", false), ("11122233", false), ("1112223330", false),
  ])
  func `the 11-test holds for the examples`(number: String, passes: Bool) {
    #expect(CheckDigits.isBSN(number.utf8.map { $0 - 0x30 }) == passes)
  }
}
