import Testing

@testable import Detection

struct UsernameRecogniserTests {
  @Test(arguments: [
    Marked("mijn insta is [[USERNAME|lotte.xx06]]"), Marked("snap: [[USERNAME|kimmiex]]"),
    Marked("me snap is [[USERNAME|xlotjex]]"),
    Marked("tiktok [[USERNAME|@lotje]]"), Marked("[[USERNAME|@lotje_06]] op insta"),
    Marked("discord [[USERNAME|lotje#1234]]"),
    Marked("hij heet [[USERNAME|kk_verzorger]]"), Marked("gamertag [[USERNAME|NiceGuy48]]"),
    Marked("op telegram [[USERNAME|@boss_010]]"),
    Marked("volg [[USERNAME|lotje.x3]] maar"), Marked("zijn insta: [[USERNAME|jay.dn]]"),
    Marked("gebruikersnaam is [[USERNAME|stormvogel]]"),
    Marked("psn = [[USERNAME|xXKillerXx]]"), Marked("roblox naam [[USERNAME|lotje2010]]"),
    Marked("[[USERNAME|fleur2006]] heet ik daar"),
    Marked("skype [[USERNAME|live:jan_j]]"), Marked("insta en snap zijn [[USERNAME|lot_x]]"),
    Marked("steam naam: [[USERNAME|Engeltje]]"),
    Marked("valorant [[USERNAME|Kwibus#EUW3]]"), Marked("[[USERNAME|kim.on.fire]] op insta"),
    Marked("[[USERNAME|l0tj3_xo]] is mn snap"), Marked("snapchat [[USERNAME|lotje-x12]]"),
  ])
  func `a handle is found by sign, shape or platform`(row: Marked) { expectStructured(row) }

  @Test(arguments: [
    Marked("hij heeft mijn snap gehackt"), Marked("via insta leren kennen"),
    Marked("ik snap het niet"), Marked("op tiktok gezien"),
    Marked("mijn insta is weg"), Marked("snap je?"), Marked("hij appte op whatsapp dat hij kwam"),
    Marked("mijn account is verwijderd"),
    Marked("discord en steam"), Marked("insta foto's"), Marked("ik zit op school"),
    Marked("_echt_ waar"), Marked("login werkt niet"),
    Marked("snap niet waarom"), Marked("snapte het niet"), Marked("via telegram met hem gepraat"),
    Marked("insta is stom"),
  ])
  func `talk about platforms stays`(row: Marked) { expectStructured(row) }
}
