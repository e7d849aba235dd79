/// Words that say what a number, code or name beside them is, and words that rule it out.
///
/// Written from the language of Dutch and Flemish chat and of the forms, letters and registers
/// that people copy from; compounds with "nummer", "nr" and "code" are built from their heads.
enum KeyWords {
  private static let lists: [(WordClasses, String)] = [
    (.repeated, "dubbel dubbele double"),
    (
      .at,
      """
      at a apestaartje apestaart apenstaartje apenstaart apestaartjes aapestaartje apestaartjee \
      apestrtje apestaartj aapje arroba arobase chiocciola klammeraffe malpa aapenstaartje \
      apenstaartj apenstaarje apestaarje apestaaartje apestaartie ape
      """
    ),
    (.dot, "punt dot ponto punkt punto point kropka nokta pnt puntje"),
    (
      .dash,
      """
      streepje streep liggend liggende underscore underline laag lage koppelteken min minteken \
      dash minus plus plusteken underscor
      """
    ),
    (
      .mailbox,
      """
      gmail hotmail outlook live yahoo ziggo kpnmail kpnplanet xs4all hetnet icloud msn \
      telenet skynet proximusmail proton posteo tutanota tutamail gmx interia \
      casema upcmail chello quicknet tele2 solcon zonnet abv seznam freemail \
      googlemail ymail aol hotmial gmial gmeel hotmeel
      """
    ),
    (.scheme, "http https www ftp hxxp hxxps ws wss"),
    (
      .bsn,
      """
      bsn bsnnummer bsnnr bsns burgerservicenummer burgerservicenr sofi sofinummer sofinr \
      burgernummer burgerservice socialenummer bsnummer bsnnmr
      """
    ),
    (
      .account,
      """
      iban ibannummer ibannr rekening rekeningnummer rekeningnr reknr rek bankrekening \
      bankrekeningnummer bankrekeningnr banknummer banknr bankaccount giro gironummer girorekening \
      spaarrekening loonrekening zichtrekening bankgegevens tnv kontonummer konto acount
      """
    ),
    (
      .card,
      """
      creditcard creditcardnummer creditkaart kredietkaart visa visakaart mastercard amex maestro \
      kaartnummer kaartnr pasnummer bankpas pinpas pinpasnummer bankkaart betaalpas betaalkaart \
      debitcard debetkaart card cardnumber kaart pas prepaid bancontact geldig vervaldatum \
      vervalt exp expires expiry expiratie cvc cvv valid thru kredietkaartnummer cc
      """
    ),
    (
      .phone,
      """
      tel telf telefoon telefoonnummer telefoonnr telnr telefoonummer telefoonnumer mobiel \
      mobieltje mobiele mobieltjes mob gsm gsmnummer gsmnr bel bellen belt belde gebeld terugbellen \
      bellenop opbellen app appje appen appt appte whatsapp whats wapp watsapp whatsappen wa sms \
      smsen smsje signal viber nummer nr nummertje nmr numero numer numara nomor phone call \
      contactnummer bereikbaar bereiken doorkiesnummer 06nummer mobyl handy telefon teléfono
      """
    ),
    (
      .numeral,
      """
      nummer nr num nummers nrs no nmr code kenmerk id ref number numero numer num
      """
    ),
    (
      .document,
      """
      paspoort passport pass paspoortnummer paspoortnr paspoortnmr paszport pasaport pasaporte \
      passaporte pasport passeport documentnummer documentnr docnr document reisdocument \
      identiteitskaart identiteitsbewijs idkaart idcard idnummer idnr idkaartnummer legitimatie \
      legitimatienummer rijbewijs rijbewijsnummer rijbewijsnr vnummer vnr vreemdelingennummer \
      vreemdelingnummer verblijfspas verblijfsvergunning verblijfsdocument verblijfskaart asielkaart \
      asielpas visum visumnummer visa wdocument zaak zaaknummer zaaknr zaaksnummer dossier \
      dossiernummer dossiernr dossiernmr dossieer client clientnummer clientnr clientnmr klant \
      klantnummer klantnr klantcode patient patientnummer patientnr patientennummer order \
      ordernummer ordernr orderid bestelling bestelnummer bestelnr boeking boekingsnummer \
      boekingsnr boekingscode booking reservering reserveringsnummer reserveringscode \
      reserveringsnr pnr factuur factuurnummer factuurnr polis polisnummer polisnr relatienummer \
      relatienr kvk kvknummer kvknr kbo ondernemingsnummer handelsregister btw btwnummer btwnr btwid \
      vat rsin big bignummer bignr bigregistratie agb agbcode riziv rizivnummer skj skjnummer \
      studentnummer studentnr studentennummer leerlingnummer leerlingnr personeelsnummer \
      personeelsnr personeelnummer medewerkersnummer medewerkernummer lidnummer lidnr \
      lidmaatschapsnummer ledennummer koerier koeriersnummer melding meldnummer meldingsnummer \
      meldingskenmerk meldingnummer kenmerk referentie referentienummer ref refnr refnummer aangifte \
      aangiftenummer aangiftenr pv pvnummer pvnr procesverbaal parketnummer parketnr beschikking \
      beschikkingsnummer rolnummer zaaknr rekestnummer vonnis registratienummer regnr registratie \
      inschrijfnummer insz rijksregister rijksregisternummer rijksregisternr rrn sis siskaart \
      ovkaart ovchipkaart ovchip chipkaart ov trackcode tracktrace trackandtrace tracking \
      pakketnummer pakket zending zendingsnummer barcode imei imeinummer serienummer serienr \
      chassisnummer framenummer vin mmsi eni imo callsign zeemansboek seaman monsterboekje pesel nip \
      regon cnp cui egn tckimlik tc kimlik dni nie ahv svnummer sozialversicherungsnummer \
      steuernummer nin ssn taxid crew contractnummer contractnr contract huurnummer \
      abonnementsnummer kaartnummer pasnummer ticketnummer ticket ticketnr incident incidentnummer \
      incidentnr wallet walletadres bitcoin btc eth ethereum usdt tron crypto adrescode \
      digidnummer burgerzakennummer anummer wajongnummer uwv svb uitkeringsnummer toeslagnummer \
      ind cjib beschikkingsnr boete boetenummer cjibnummer detentienummer celnummer \
      registratienr gedetineerdennummer inlogcode cardnumber karta carta licenza kenmerknummer \
      vergunning vergunningsnummer werkvergunning tewerkstellingsvergunning twv zorgpas zorgpasnummer \
      verzekeringsnummer verzekeringsnr verzekerdenummer polisblad uzovi orcid onderzoeksnummer \
      osfnummer projectnummer dossiercode klacht klachtnummer klachtnr zorgnummer hulpvraagnummer \
      casus casusnummer casenummer case casenr filenumber file nrn loonnummer loonheffingennummer \
      mac macadres macadress uuid tahograf tachograaf tachograafkaart dowod dowodu osobisty tachograph bewijs lichna licna
      """
    ),
    (
      .plate,
      """
      kenteken kentekens kentekenplaat kentekennummer kentekenplaten nummerplaat nummerplaten \
      nummerbord plaat plaatnummer platen numberplate licenseplate plate plates kennteken \
      kentekkn kentekenr kennzeichen rejestracja tablica rejestracyjny plaka plaque matricula nrplaat
      """
    ),
    (
      .vehicle,
      """
      auto auto's autootje wagen wagentje bus busje bestelbus bestelbusje bestelwagen vrachtwagen \
      vrachtauto truck scooter brommer motor motorfiets snorfiets aanhanger aanhangwagen caravan \
      camper taxi golf golfje polo passat audi bmw mercedes opel vivaro volkswagen vw renault \
      peugeot citroen ford fiat seat skoda toyota kia hyundai volvo tesla mini clio corsa astra \
      transit sprinter rover porsche lexus mazda nissan suzuki dacia lada rijdt reed rijden geparkeerd \
      car van caddy transporter samochod araba masina kombi lease
      """
    ),
    (.postcode, "postcode postcodes pc postkode postalcode zip zipcode postnummer plz"),
    (
      .platform,
      """
      insta instagram tt ig inst instaa insya snap snapchat snapp snapchatten sc tiktok tik toktok \
      discord dc disc telegram tg tele kik steam psn playstation ps4 ps5 xbox roblox rblx fortnite \
      minecraft twitch twitter tweets facebook fb messenger skype wechat wechatid weixin line signal \
      onlyfans fansly pinterest tumblr reddit youtube yt linkedin bumble tinder badoo grindr \
      vinted marktplaats habbo brawlstars clashroyale valorant riot epic epicgames origin battlenet \
      bnet nintendo switch gamertag gamernaam yubo omegle vk viber zangi threema wickr session \
      matrix element bereal vsco soundcloud spotify strava paypal tikkie cashapp revolut hinge \
      chatroulette ask askfm threads bluesky mastodon whatsapp houseparty wattpad ao3 kinky \
      sugardaddy seeking locanto gsm2 speurders webcam cam stripchat chaturbate account accounts acc profiel profile login user tag alt kanaal \
      channel server clan gebruiker
      """
    ),
    (
      .handle,
      """
      gebruikersnaam gebruikersnamen username usernaam loginnaam inlognaam accountnaam nick \
      nickname nickn handle profielnaam schermnaam screenname alias schuilnaam gamertag gamernaam \
      ingamenaam ign pseudoniem usernames
      """
    ),
    (
      .mail,
      """
      mail mailadres email emailadres emailadress emails mailtje mailen maile mailt mails emailen \
      mailadress gmailadres hotmailadres mailbox e
      """
    ),
    (
      .birth,
      """
      geboren geb gebdatum geboortedatum geboorte geboortedag gebdat dob birth born birthday \
      verjaardag jarig verjaar verjaart nacido urodzony urodzona dogum geborn gebore gebaren
      """
    ),
    (
      .year,
      "jaar jaren jr jrs j years year yrs yr yo ans anos años lat lata yas yasinda yasindayim yasim ani let"
    ),
    (.age, "oud leeftijd lft age aged old oude oudd oldd lentes alt âge edad wiek jahre"),
    (
      .copula,
      """
      ben bent is was waren word wordt werd geworden werden zijn i'm im am are became turned turning \
      ik'm benk bn kben kword kwas kwerd ikben ikword ikwas zijt wier bleek blijkt lijkt leek oogt wordr wort wordt's bin ist sunt este estoy soy tengo mam ma jestem
      """
    ),
    (
      .human,
      """
      meisje meisjes meid meisie meiske jongen jongetje jonge jongens kind kindje kinderen zoon \
      zoontje dochter dochtertje broer broertje zus zusje nichtje nicht neef neefje vriend vriendin \
      vriendje vriendinnetje man mannetje vrouw vrouwtje jongeman puber tiener client clientje \
      leerling collega gast dame heer peuter kleuter baby baas klasgenoot stiefdochter stiefzoon \
      pleegkind pleegdochter pleegzoon kleinkind kleindochter kleinzoon minderjarige iemand \
      eentje buurmeisje buurjongen girl boy son daughter sister brother friend kid teen moeder vader \
      oma opa mama papa oom tante partner ex jongedame patiente patient clientee cliente \
      gozer gastje gassie jochie ventje vent kerel knul guy dude pupil tweeling drieling bewoner bewoonster studente student medewerker \
      vriendinnen dochters zonen zoons zussen broers kids oudste jongste middelste kleinste kleine tweelingzus tweelingbroer halfzus halfbroer stiefzus stiefbroer meiden gasten tieners pubers broertjes zusjes zoontjes dochtertjes neefjes nichtjes kindjes zwangere hostess escort poolse roemeense bulgaarse hongaarse marokkaanse turkse oekraiense nigeriaanse eritrese syrische vietnamese spaanse colombiaanse braziliaanse man's madam persoon jeugdige deelnemer mevrouw
      """
    ),
    (
      .unit,
      """
      euro euros eu eur euri cent dollar dollars pond lev zloty lei yuan uur uren u minuten min \
      minuut sec seconden keer x maal kilometer km kilo kg gram g mg ml liter meter m2 cm mm procent \
      pct graden man mannen mensen personen vrouwen jongens meisjes meiden kinderen anderen andere \
      klanten per punten stuks sterren berichten appjes foto's fotos video's videos telefoons \
      toetsen vakken paginas kamers bedden flats huizen woningen dozen pakjes pakketjes pillen \
      biertjes sigaretten peuken gb mb tb mille k duizend honderd miljoen bitcoin eth btc collega's \
      vrienden vriendinnen broers zussen zusjes broertjes neven nichten kids plekken plaatsen \
      adressen auto's bussen treinen haltes verdieping etage hoog kilo's nachten klant rondes \
      woorden vragen redenen dingen manieren soorten opties boetes maandlonen lonen koffers \
      tassen kamer kamertjes slaapkamers ton weken dagen maanden juni januari
      """
    ),
    (
      .period,
      """
      maand maanden maandje maandjes week weken weekjes dag dagen dagje dagjes uur uren jaartje \
      months month weeks days mnd mndn wkn
      """
    ),
    (
      .durationBefore,
      """
      sinds al over na binnen elke ieder iedere om afgelopen laatste komende eerste volgende \
      ruim gedurende tijdens for since every per half anderhalf hele paar heel zeker vorig vorige \
      minstens hooguit maximaal nog ongeveer
      """
    ),
    (
      .durationAfter,
      """
      geleden lang samen cel gevangenis bezig later ervaring terug verkering relatie getrouwd bij \
      gekend kennen ken gewerkt werk werken gevangen weg school verder lid zonder met lijden \
      gescheiden ago contract verder hier daar wonen woon gewoond straf in vast opgesloten eerder \
      voor dat nu garantie celstraf tbs
      """
    ),
    (
      .bound,
      """
      minimaal minimum vanaf onder boven tot maximaal maximum tussen ouder jonger meer minder \
      beneden minstens plus
      """
    ),
    (
      .hedge,
      """
      net pas al bijna nu nog geen minstens hooguit ongeveer ong zon zo'n ca circa rond denk schat dus ook maar gewoon \
      toch nu eigenlijk wel inmiddels intussen straks morgen net's maand volgende week overmorgen \
      vandaag gister gisteren dan just almost now only nearly about gwn ff zelf al's echt nogmaals \
      misschien over zeker toen juist weer een jaar leeftijd er der maar liefst
      """
    ),
    (
      .follower,
      """
      en i und et si ve maar dus nu toen of ofzo ofso denk bijna geworden ook net pas al ik hij ze zij haar zijn \
      mijn me mn m'n vrouw man meisje jongen ben jaar oud want en's omdat terwijl als wat hoor trans \
      studeer zit woon werk uit heb heet kom met geloof and but so now living i she he pas toen'k \
      jongeman intersekse non ongeveer weet wil volgens zegt zei is was naar geboren girl boy male when who years because that he \
      female in sinds morgen vandaag vorige volgende dan toch haha lol dacht schat inmiddels nog \
      die dat daar hier vanaf zonder helaas alweer eigenlijk trouwens en'k mag kan geen niet ofja btw hooguit zoiets enzo hihi tho though
      """
    ),
    (
      .possessive,
      """
      mijn me mn m n r haar zijn z'n zn hun der d'r dr je jouw uw ons onze my her his m'n ne
      """
    ),
    (.pronoun, "ik hij ze zij ie jij je u wij we i she he k ikke hijzelf zijzelf ikzelf en"),
    (
      .dateBefore,
      """
      op sinds vanaf tot datum date op't d.d dd dato gehaald gebeurde per rond uiterlijk voor \
      vrijdag maandag dinsdag woensdag donderdag zaterdag zondag ma di wo do vr za zo morgen gister \
      gisteren deadline zitting afspraak geboren geb jarig verjaardag verjaar onze om was is begon \
      overleden getrouwd ingang vandaag week
      """
    ),
    (
      .function,
      """
      de het een en of maar want dus als dan dat die dit deze er is ben bent was waren zijn heb hebt \
      heeft had hebben ik jij je hij zij ze wij we jullie u men mij me mijn mn jou jouw hem haar hun \
      ons onze uw zich niet geen wel ook nog al te om op aan in uit van voor met bij naar tot door \
      over onder tegen tussen na sinds zonder via per wat wie waar wanneer hoe waarom welke zo nu \
      toen hier daar heel erg veel weinig meer minder alles iets niets iemand niemand kan kun kunt \
      mag moet wil zal zou word wordt werd doe doet ga gaat kom komt zeg zegt ja nee ok oke okee \
      hoor joh gewoon even ff maar eens toch misschien denk weet snap app stuur stuurt gestuurd \
      mail email adres nummer naam heet noem noemt account profiel gebruikersnaam username hallo hoi \
      hey hee dag the and or but is are was my your his her it this that to at of from by with for on \
      i you he she they we not no yes echt alleen altijd nooit soms vaak weer al graag bijvoorbeeld \
      bv enzo ofzo zelf onder vriend vriendin ook t 't n k z'n zn m'n d'r dr want daarna eerst haha \
      lol omg idk nou ah oh eh hmm mensen iedereen vandaag morgen gisteren pls please alsjeblieft \
      aub volgens nep nepaccount prive privé public publiek meisje jongen foto fotos filmpje filmpjes \
      bericht berichten verhaal story chat gesprek chats link groep groepje groepen groepsapp ding \
      niks heen geblokkeerd blokkeren gehackt hacken gezet staat zat zit verwijderd verwijderen \
      gekregen krijg kreeg toegevoegd toevoegen gevolgd volgt volgen volg leren kennen gekend contact \
      beheert gebruikt gebruik gebruiken heette dinges vanaf waarop waarmee
      """
    ),
    (
      .link,
      """
      is was heet heette noemt noem noemde genaamd luidt wordt zijn naam namelijk dat dit deze hier \
      mijn me mn m'n haar zijn z'n zn hun d'r dr z van voor het de t 't nummer nr no code staat met \
      als op daar ook gewoon ie hij ze zij ik je dus nou: komt the my his her of zelf nog oude nieuwe \
      tweede andere eigen onder and en
      """
    ),
    (
      .infant,
      "baby babytje kindje zoontje dochtertje kleintje zuigeling kind meisje jongetje broertje zusje"
    ),
    (.guess, "ofzo ofso hooguit ongeveer zoiets denk schat max ong ongv tops"),
    (.sex, "v m f x vrouw man w vr"),
    (
      .topLevel,
      """
      nl com net org eu be de info biz nu io co uk fr es it pl ro bg hu tr ma sr cw aw bq ua ng vn \
      ph id me tv gg app dev shop online site xyz example test local onion link live club top amsterdam \
      frl vlaanderen brussels gov edu mil int at ch dk se no fi pt gr cz sk si hr rs lt lv ee ie lu \
      ru us ca au nz br mx ar cl cn jp kr in ai sh ly to cc ws mobi name pro tel jobs travel cat \
      academy agency care chat cloud company email events fun games group health help host kim life \
      media news one page party photo photos pics rocks school social space store stream studio \
      support team tech today tools vip website wiki work works world zone invalid localhost
      """
    ),
  ]

  /// Heads that with "nummer", "nr", "nmr" and "code" name a document.
  private static let heads = """
    paspoort document zaak dossier client klant patient order bestel boekings reserverings factuur \
    polis relatie student studenten leerling personeels medewerkers lid lidmaatschaps meldings meld \
    referentie aangifte parket registratie inschrijf rijksregister pakket serie contract abonnement \
    ticket incident verzekerings verzekerde kaart pas vergunnings uitkerings boete zorgpas bewoners \
    gasten v ind crv vreemdelingen reis tracking trace id idkaart rijbewijs
    """

  /// All entries of the vocabulary.
  static let entries: [(word: String, sense: WordSense)] =
    lists.flatMap { classes, words in
      words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map {
        (String($0), WordSense(classes: classes, value: nil))
      }
    }
    + heads.split(separator: " ").flatMap { head in
      ["nummer", "nr", "nmr", "nummers", "numer", "code"].map {
        (head + $0, WordSense(classes: .document, value: nil))
      }
    }
}
