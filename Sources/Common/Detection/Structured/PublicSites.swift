/// Web sites that place nobody: those of public bodies and help lines, and of large platforms.
enum PublicSites {
  /// Says whether an address, without its scheme, belongs to a public site.
  ///
  /// A platform's address counts only without a path, which may name a person.
  static func contains(_ address: ArraySlice<UInt8>) -> Bool {
    let end = address.firstIndex { "/?#:".utf8.contains($0) } ?? address.endIndex
    var host = address[address.startIndex..<end]
    // RFC 1035: a name has at most 253 characters.
    guard host.count <= 253 else { return false }
    let path = address[end...].dropFirst()
    while !host.isEmpty {
      let name = Array(host)
      if bodies.contains(name) { return true }
      if platforms.contains(name) { return path.isEmpty }
      guard let stop = host.firstIndex(of: UInt8(ascii: ".")) else { return false }
      host = host[(stop + 1)...]
    }
    return false
  }

  private static func set(_ names: String) -> Set<[UInt8]> {
    Set(names.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) })
  }

  /// Public bodies, help lines and national organisations, from their own sites.
  private static let bodies = set(
    """
    politie.nl rijksoverheid.nl overheid.nl government.nl belastingdienst.nl toeslagen.nl digid.nl \
    mijnoverheid.nl uwv.nl svb.nl duo.nl ind.nl coa.nl kvk.nl rdw.nl cbs.nl cjib.nl rechtspraak.nl \
    om.nl raadvanstate.nl nlarbeidsinspectie.nl inspectieszw.nl veiligthuis.nl ikvermoedhuiselijkgeweld.nl \
    ggd.nl jouwggd.nl ggdghor.nl rivm.nl thuisarts.nl kindertelefoon.nl fier.nl fiernl.nl chatmetfier.nl \
    comensha.nl wegwijzermensenhandel.nl mensenhandel.nl fairwork.nu moviera.nl \
    slachtofferhulp.nl centrumseksueelgeweld.nl 113.nl deluisterlijn.nl korrelatie.nl mindkorrelatie.nl \
    meldmisdaadanoniem.nl helpwanted.nl meldknop.nl juridischloket.nl raadvoorrechtsbijstand.nl \
    vluchtelingenwerk.nl rodekruis.nl legerdesheils.nl humanitas.nl jeugdzorgnederland.nl \
    kinderbescherming.nl jongerenwerk.nl qpido.nl kenterjeugdhulp.nl pretty-woman.nl \
    studiegids.nl studielink.nl nibud.nl consuwijzer.nl acm.nl autoriteitpersoonsgegevens.nl \
    fraudehelpdesk.nl veiliginternetten.nl mijnkindonline.nl alcoholinfo.nl drugsinfo.nl jellinek.nl \
    sense.info soaaids.nl rutgers.nl nji.nl zorgwijzer.nl zorgkaartnederland.nl 9292.nl ns.nl \
    belgium.be belgie.be fgov.be vlaanderen.be police.be politie.be payoke.be pag-asa.be asblsurya.be \
    myria.be childfocus.be tele-onthaal.be awel.be 1712.be zelfmoord1813.be fedasil.be cm.be \
    europa.eu unhcr.org iom.int interpol.int
    """
  )

  private static let platforms = set(
    """
    facebook.com instagram.com snapchat.com tiktok.com twitter.com x.com youtube.com youtu.be \
    whatsapp.com telegram.org discord.com google.com google.nl gmail.com outlook.com hotmail.com \
    live.nl yahoo.com icloud.com apple.com microsoft.com wikipedia.org reddit.com pinterest.com \
    linkedin.com marktplaats.nl vinted.nl bol.com amazon.nl amazon.com zalando.nl booking.com \
    airbnb.com airbnb.nl thuisbezorgd.nl ubereats.com uber.com funda.nl kamernet.nl pararius.nl \
    indeed.com indeed.nl kinky.nl sexjobs.nl speurders.nl badoo.com tinder.com bumble.com lexa.nl \
    onlyfans.com pornhub.com netflix.com spotify.com twitch.tv steampowered.com roblox.com \
    ing.nl rabobank.nl abnamro.nl snsbank.nl asnbank.nl knab.nl bunq.com tikkie.me paypal.com \
    postnl.nl dhl.nl dpd.nl 2dehands.be nu.nl nos.nl ad.nl telegraaf.nl hln.be vrt.be
    """
  )
}
