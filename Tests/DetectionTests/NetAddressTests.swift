import Testing

@testable import Detection

/// E-mail addresses, web addresses, network addresses.
struct NetAddressTests {
  @Test(arguments: [
    Marked("[[EMAIL_ADDRESS|jan.jansen@example.nl]]"),
    Marked("mail [[EMAIL_ADDRESS|Jan_J+x@mail.example.com]]."),
    Marked("([[EMAIL_ADDRESS|a@b.nl]])"), Marked("[[EMAIL_ADDRESS|jan @ example.nl]]"),
    Marked("[[EMAIL_ADDRESS|jan@example,nl]]"), Marked("[[EMAIL_ADDRESS|jan@hotmail]] ofzo"),
    Marked("[[EMAIL_ADDRESS|jаn@example.nl]]"), Marked("mailto:[[EMAIL_ADDRESS|jan@example.nl]]"),
    Marked("[[EMAIL_ADDRESS|jan at example punt nl]]"),
    Marked("mail is [[EMAIL_ADDRESS|jan punt jansen apestaartje gmail punt com]]"),
    Marked("[[EMAIL_ADDRESS|jan(at)example.nl]]"),
    Marked("[[EMAIL_ADDRESS|jan [at] example [dot] nl]]"),
    Marked("mijn email is [[EMAIL_ADDRESS|jan_j apenstaartje hotmail.com]]"),
    Marked("[[EMAIL_ADDRESS|j streepje jansen 06 apestaartje outlook punt com]]"),
    Marked("[[EMAIL_ADDRESS|jansen laag streepje j at live punt nl]]"),
    Marked("[[EMAIL_ADDRESS|jansen at gmail]]"),
  ])
  func `an e-mail address is found, written or spoken`(row: Marked) { expectStructured(row) }

  @Test(arguments: [
    Marked("[[URL|https://example.nl/a?b=c&d=1#x]]"), Marked("kijk op [[URL|www.example.nl]]."),
    Marked("([[URL|http://example.com/x_(y)]])"), Marked("[[URL|example.nl/pad]]"),
    Marked("op [[URL|mijnshop.nl]] staat het"), Marked("[[URL|t.me/abcdef]]"),
    Marked("[[URL|wa.me/31612345678]]"),
    Marked("[[URL|instagram.com/naam.van.iemand]]"), Marked("[[URL|hxxps://example.nl/x]]"),
    Marked("[[URL|http://192.0.2.1:8080/x]]"), Marked("site is [[URL|voorbeeldsite punt nl]]"),
    Marked("[[URL|discord.gg/abc123]]"),
  ])
  func `a web address is found whole`(row: Marked) { expectStructured(row) }

  @Test(arguments: [
    Marked("kijk op politie.nl/aangifte"), Marked("via www.kindertelefoon.nl"),
    Marked("op instagram.com"),
    Marked("ja.nee weet ik niet"), Marked("gezegd.de politie kwam"), Marked("punt nl"),
    Marked("a.u.b."),
    Marked("hij zei ok.toen ging hij"), Marked("kom @ 5 uur"), Marked("bv. de school"),
    Marked("3 at a time"),
  ])
  func `public sites and missing spaces stay`(row: Marked) { expectStructured(row) }

  @Test(arguments: [
    Marked("ip [[IP_ADDRESS|192.0.2.1]]"), Marked("[[IP_ADDRESS|192.0.2.1]]:443"),
    Marked("[[IP_ADDRESS|192.0.2.1]]."),
    Marked("[[IP_ADDRESS|2001:db8::1]]"),
    Marked("[[IP_ADDRESS|2001:0db8:0000:0000:0000:0000:0000:0001]]"),
    Marked("[[IP_ADDRESS|fe80::1ff:fe23:4567:890a]]"),
    Marked("[[IP_ADDRESS|192 punt 0 punt 2 punt 1]]"),
    Marked("mac [[ID_NUMBER|00:00:5e:00:53:af]]"), Marked("[[ID_NUMBER|00-00-5E-00-53-AF]]"),
  ])
  func `a network address is found`(row: Marked) { expectStructured(row) }

  @Test(arguments: [
    Marked("om 12:30:45"), Marked("versie 1.2.3"), Marked("999.1.1.1 is niks"),
    Marked("tussen 10:00 en 11:00"),
  ])
  func `times and versions are no network address`(row: Marked) { expectStructured(row) }
}
