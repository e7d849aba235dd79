/// Invented messages with the code that a careful reader gives them, in several voices; ` // `
/// parts messages, `>` begins a counsellor's.
let phrasings: [(expected: String, lines: String)] = [
  (
    "exploiter_relation=partner",
    "mijn vriend dwingt me om met mannen mee te gaan voor geld // me moeder checkt elke avond me tel"
  ),
  (
    "exploit_form=criminal",
    "ze vroegen of ze mn pas mochten lenen, nu staat er opeens 3000 euro op mn rekening"
  ),
  ("exploit_form=labour", "boss keep my card and i sleep in caravan, no salary for two month"),
  (
    "topic_trafficking=yes",
    "er zat een man bij die steeds voor haar antwoordde, ze gaf me stiekem een briefje"
  ),
  ("exploit_form=sexual", "mijn vriend regelt mannen voor mij en ik moet doen wat ze willen"),
  ("exploit_form=sexual", "hij zet me af bij hotels waar ik moet wachten op een man"),
  ("exploit_form=sexual", "ik slaap met mannen die hij uitkiest en hij telt daarna de centen"),
  ("exploit_form=sexual", "sinds hij mijn vriend is moet ik met anderen naar bed"),
  (
    "exploit_form=sexual",
    "van mijn stiefvader moet ik lief doen tegen zijn vrienden als ze komen kaarten"
  ),
  (
    "exploit_form=sexual",
    "hij heeft een profiel van mij gemaakt op een seksdatingsite en ik moet gaan als iemand "
      + "reageert"
  ),
  (
    "exploit_form=sexual",
    "ze hebben mij uit hongarije gehaald en nu sta ik achter het raam in amsterdam"
  ),
  (
    "exploit_form=sexual",
    "elke vrijdag komen er drie mannen bij ons thuis en dan stuurt mijn moeder me naar boven "
      + "met een van hen"
  ),
  ("exploit_form=sexual", "hij verkoopt mij"),
  ("exploit_form=sexual", "ik werk in de escort maar ik wil dat niet, mijn ex plant alles"),
  ("exploit_form=sexual", "hij wilt dat ik ga webcammen zodat hij zijn schulden kan betalen"),
  (
    "exploit_form=sexual",
    "mijn dochter wordt meegenomen door oudere jongens naar huisjes en komt terug met geld"
  ),
  ("exploit_form=sexual", "ze dwingt me om met kerels mee te gaan voor 150 euro"),
  ("exploit_form=sexual", "my boyfriend makes me see clients in a hotel"),
  ("exploit_form=sexual", "they bring men to the apartment and i have to sleep with them"),
  (
    "exploit_form=sexual",
    "hij stuurt naaktfoto's van mij naar mannen en die betalen hem via tikkie"
  ),
  ("exploit_form=sexual", "ik word doorgegeven aan zijn matties"),
  ("exploit_form=sexual", "hij laat zijn vrienden aan me zitten en daar krijgt hij drugs voor"),
  ("exploit_form=sexual", "ge moet weten ik ben al lang bij een pooier"),
  (
    "exploit_form=sexual",
    "mijn zus werkt als prostituee maar niet vrijwillig, die man neemt alles af"
  ),
  ("exploit_form=sexual", "ik moest een klant doen in zijn auto"),
  ("exploit_form=sexual", "ik moet van hem dates doen met mannen van boven de 40"),
  (
    "exploit_form=sexual",
    "hij zegt als je van me houdt doe je dit voor mij, en dan moet ik met zn vrienden"
  ),
  (
    "exploit_form=criminal",
    "ik loop pakketjes voor een paar gasten uit mijn flat en ze laten me niet stoppen"
  ),
  ("exploit_form=criminal", "ik moest van hun een tas bewaren op mijn kamer met wapens erin"),
  ("exploit_form=criminal", "mijn zoon dealt voor oudere jongens, hij heeft schuld bij ze"),
  ("exploit_form=criminal", "ze hebben mijn rekening gebruikt en nu wil de bank me niet meer"),
  ("exploit_form=criminal", "ik moet inbreken van mijn broers"),
  (
    "exploit_form=criminal",
    "als ik niet elke dag voor 200 euro spullen meeneem uit winkels krijg ik klappen"
  ),
  (
    "exploit_form=criminal",
    "ze zeiden haal even een pakje op in antwerpen en daarna moest het elke week"
  ),
  (
    "exploit_form=criminal",
    "ik heb een abonnement op mijn naam moeten zetten voor die gast, vier telefoons"
  ),
  ("exploit_form=criminal", "hij wil dat ik uithaler word in de haven"),
  (
    "exploit_form=criminal",
    "mijn neefje van {age 13} wordt door een bende gebruikt om te zakkenrollen"
  ),
  ("exploit_form=criminal", "they make me steal clothes in the shops"),
  ("exploit_form=criminal", "ze laten me drugs verkopen op school"),
  ("exploit_form=criminal", "ik zit in een kelder met wietplanten die ik water moet geven"),
  ("exploit_form=criminal", "hij dwong me om zijn wiet te verstoppen"),
  ("exploit_form=criminal", "ik moest oude mensen bellen en doen alsof ik van de bank was"),
  ("exploit_form=criminal", "ze vroegen of ik iemand wilde beroven, anders zouden ze mij pakken"),
  (
    "exploit_form=criminal",
    "ik moet een cobra neerleggen bij een deur voor 500 euro, ze hebben mijn adres"
  ),
  ("exploit_form=criminal", "ik ben een katvanger geworden door mijn oom"),
  (
    "exploit_form=labour",
    "ik werk in een restaurant zeven dagen per week en krijg 200 euro in de maand"
  ),
  ("exploit_form=labour", "mijn baas heeft mijn paspoort en betaalt niet"),
  (
    "exploit_form=labour",
    "wij slapen met acht man in een caravan bij de tuinder en de huur gaat van ons loon af"
  ),
  (
    "exploit_form=labour",
    "ik kom uit polen en werk in het slachthuis, als ik ziek ben krijg ik boete van het bureau"
  ),
  ("exploit_form=labour", "i work in a nail salon 14 hours a day and the boss keeps my passport"),
  ("exploit_form=labour", "in de wasstraat werken mannen zonder loon, ze slapen in het kantoor"),
  (
    "exploit_form=labour",
    "de aannemer heeft mij drie maanden niet betaald en dreigt met de vreemdelingenpolitie"
  ),
  (
    "exploit_form=labour",
    "ik moet champignons plukken tot in de nacht, ze zeggen dat ik de reis nog moet betalen"
  ),
  (
    "exploit_form=labour",
    "ze beloofden een goede baan maar ik krijg niks en mag niet weg van de boerderij"
  ),
  (
    "exploit_form=servitude",
    "ik ben au pair en werk tachtig uur per week, ze hebben mijn paspoort"
  ),
  (
    "exploit_form=servitude",
    "bij een rijke familie maak ik schoon dag en nacht en krijg ik geen geld"
  ),
  ("exploit_form=servitude", "i am a domestic worker, madam locks the door and i am not paid"),
  (
    "exploit_form=servitude",
    "mijn schoonmoeder behandelt mij als slaaf, ik moet alles doen in huis en mag niet naar "
      + "buiten"
  ),
  ("exploit_form=begging", "we moeten van opa elke dag bedelen bij de supermarkt"),
  ("exploit_form=begging", "they send the children to beg"),
  ("exploit_form=forced_marriage", "mijn ouders willen mij deze zomer uithuwelijken in marokko"),
  ("exploit_form=forced_marriage", "ik moet trouwen met een man van 40 die ik niet ken"),
  ("exploit_form=organ", "ze zeggen dat ik mijn schuld kan betalen met een nier"),
  ("topic_trafficking=no", "ik word gepest op school en mijn moeder luistert niet"),
  ("topic_trafficking=no", "mijn vriend heeft het uitgemaakt en ik kan niet stoppen met huilen"),
  ("topic_trafficking=no", "mijn telefoon is gestolen in de trein wat moet ik nu doen"),
  (
    "topic_trafficking=no",
    "ik heb ruzie met mijn ouders want ik moet van hun elke dag vakkenvullen"
  ),
  ("topic_trafficking=no", "ik ben opgelicht op marktplaats, 80 euro kwijt"),
  (
    "topic_trafficking=no",
    "mijn baas is streng en ik moet zaterdag werken terwijl ik vrij had gevraagd"
  ),
  ("topic_trafficking=no", "ik moet van mijn moeder oppassen op mijn broertje"),
  ("topic_trafficking=no", "mijn vader slaat me als hij gedronken heeft"),
  ("topic_trafficking=no", "ik ben verliefd op mijn mentor"),
  ("topic_trafficking=no", "kan ik bij jullie stage lopen"),
  ("topic_trafficking=no", "ik denk dat ik zwanger ben van mijn vriend"),
  ("topic_trafficking=no", "een jongen uit mijn klas heeft drugs bij zich"),
  ("topic_trafficking=no", "ik snijd mezelf en durf het niet te vertellen"),
  ("topic_trafficking=no", "hoe werkt een geldezel eigenlijk, is voor een spreekbeurt"),
  ("topic_trafficking=no", "mijn buren maken elke avond herrie"),
  ("topic_trafficking=no", "ik wil stoppen met roken maar het lukt niet"),
  ("topic_trafficking=no", "ik krijg mijn loon te laat van de supermarkt, kan dat"),
  ("topic_trafficking=no", "mijn vriend kijkt soms in mijn telefoon is dat normaal"),
  ("exploiter_relation=partner", "mijn man dwingt mij om met klanten te slapen"),
  ("exploiter_relation=partner", "ik heb verkering met een jongen en die laat mij stelen"),
  (
    "exploiter_relation=online_contact",
    "ik leerde hem kennen op discord en nu moet ik van hem voor de webcam dingen doen voor "
      + "mannen die betalen"
  ),
  (
    "exploiter_relation=friend+group",
    "ik moet drugs rondbrengen voor een groep jongens uit de wijk"
  ),
  (
    "exploiter_relation=friend",
    "een vriendin van school neemt me mee naar mannen, zij krijgt het geld"
  ),
  ("exploiter_relation=friend", "een kennis van mij laat mij pakketjes wegbrengen"),
  (
    "exploiter_relation=stranger",
    "een man die ik niet ken sprak me aan op straat en nu moet ik van hem geld verdienen met "
      + "mannen"
  ),
  ("exploiter_relation=stepparent", "mijn stiefvader verhuurt mij aan zijn vrienden"),
  ("exploiter_relation=sibling", "ik moet van mijn oudere broer drugs verkopen"),
  ("exploiter_relation=parent_unspecified", "mijn ouders sturen ons uit stelen"),
  (
    "exploiter_relation=other",
    "mijn werkgever houdt mijn paspoort en ik werk 12 uur per dag zonder loon"
  ),
  ("exploiter_relation=mother", "mama laat mannen bij mij komen en zij krijgt geld"),
  ("exploiter_relation=father", "ik moet van mijn vader bedelen bij het station"),
  ("exploiter_relation=other_family", "mijn neef laat me inbreken"),
  (
    "control_means=threats",
    "ik moet van hem stelen // hij zegt dat hij me kapot maakt als ik stop"
  ),
  ("control_means=threats", "ik moet van hem stelen // als ik niet luister gaat hij me pakken"),
  (
    "control_means=threats",
    "ik moet van hem stelen // hij heeft gezegd dat ik anders op straat sta"
  ),
  ("control_means=threats", "ik moet van hem stelen // ze bedreigen me elke dag"),
  ("control_means=threats", "ik moet van hem stelen // hij zei ik weet je te vinden"),
  ("control_means=threats", "ik moet van hem stelen // he said he will kill me"),
  ("control_means=physical", "ik moet van hem stelen // als ik te weinig heb krijg ik klappen"),
  (
    "control_means=physical",
    "ik moet van hem stelen // hij heeft me al drie keer in elkaar geslagen"
  ),
  ("control_means=physical", "ik moet van hem stelen // ik zit onder de blauwe plekken"),
  ("control_means=physical", "ik moet van hem stelen // hij knijpt mijn keel dicht"),
  ("control_means=unknown", "ik moet van hem stelen // hij heeft me nooit geslagen"),
  ("control_means=unknown", "ik moet van hem stelen // hij is niet gewelddadig ofzo"),
  ("control_means=debt", "ik moet van hem stelen // ik heb nog 5000 euro open staan bij hem"),
  (
    "control_means=debt",
    "ik moet van hem stelen // hij heeft alles voor me betaald en nu moet ik het terugverdienen"
  ),
  (
    "control_means=debt",
    "ik moet van hem stelen // er was een lading kwijt en die moet ik nu afbetalen"
  ),
  ("control_means=debt", "ik moet van hem stelen // they say i owe them 20000 for the trip"),
  ("control_means=takes_earnings", "ik moet van hem stelen // ik zie er zelf geen cent van"),
  (
    "control_means=takes_earnings",
    "ik moet van hem stelen // alles wat ik ophaal moet ik inleveren"
  ),
  ("control_means=takes_earnings", "ik moet van hem stelen // hij pakt al het geld"),
  (
    "control_means=takes_earnings",
    "ik moet van hem stelen // mijn uitkering gaat meteen naar zijn rekening"
  ),
  ("control_means=isolation", "ik moet van hem stelen // ik mag mijn vriendinnen niet meer zien"),
  ("control_means=isolation", "ik moet van hem stelen // hij doet de deur op slot als hij weggaat"),
  ("control_means=isolation", "ik moet van hem stelen // hij heeft mijn telefoon afgepakt"),
  (
    "control_means=isolation",
    "ik moet van hem stelen // ik mag alleen naar buiten als hij erbij is"
  ),
  ("control_means=other", "ik moet van hem stelen // hij leest al mijn berichten"),
  ("control_means=other", "ik moet van hem stelen // hij volgt me via snapmap"),
  ("control_means=other", "ik moet van hem stelen // ze hebben mijn paspoort"),
  ("control_means=psychological", "ik moet van hem stelen // hij maakt me elke dag uit voor hoer"),
  ("control_means=psychological", "ik moet van hem stelen // hij zegt dat ik niks waard ben"),
  ("control_means=psychological", "ik moet van hem stelen // als ik nee zeg wordt hij heel boos"),
  ("control_means=psychological", "ik moet van hem stelen // hij praat me een schuldgevoel aan"),
  ("control_means=drugs", "ik moet van hem stelen // hij geeft me eerst coke zodat ik het durf"),
  ("control_means=drugs", "ik moet van hem stelen // ik ben verslaafd gemaakt door hem"),
  (
    "control_means=images",
    "ik moet van hem stelen // hij heeft filmpjes van me en zet die online als ik stop"
  ),
  ("control_means=images", "ik moet van hem stelen // hij chanteert me met een video"),
  (
    "control_means=threat_family",
    "ik moet van hem stelen // hij zegt dat hij anders mijn zusje pakt"
  ),
  ("control_means=threat_family", "ik moet van hem stelen // ze weten waar mijn moeder woont"),
  ("control_means=threat_family", "ik moet van hem stelen // ze gaan mijn broertje iets aandoen"),
  (
    "control_means=threat_police",
    "ik moet van hem stelen // hij zegt dat ik de gevangenis in moet als ik praat"
  ),
  (
    "control_means=false_promises",
    "ik moet van hem stelen // hij had beloofd dat we zouden gaan samenwonen"
  ),
  ("in_view=none", "ik moet van hem stelen // >weet er iemand van? // nee"),
  (
    "in_view=none",
    "ik moet van hem stelen // >Heb je dit al eens met iemand besproken? // neeee durf ik niet"
  ),
  ("in_view=none", "ik moet van hem stelen // jullie zijn de eerste die het horen"),
  ("in_view=none", "ik moet van hem stelen // ik heb het nog aan niemand durven vertellen"),
  ("in_view=none", "ik moet van hem stelen // niemand weet dit"),
  ("in_view=none", "ik moet van hem stelen // >Is er hulpverlening betrokken? // nope"),
  ("in_view=none", "ik moet van hem stelen // ik hou het geheim voor iedereen"),
  ("in_view=none", "ik moet van hem stelen // >Wie weten er nog meer van? // alleen jij nu"),
  ("in_view=family_friend", "ik moet van hem stelen // mijn zus weet het wel"),
  (
    "in_view=family_friend",
    "ik moet van hem stelen // >Weet iemand het? // alleen mijn beste vriendin"
  ),
  ("in_view=family_friend", "ik moet van hem stelen // ik heb het aan mijn tante verteld"),
  ("in_view=family_friend", "ik moet van hem stelen // >Weet iemand het? // ja mijn broer"),
  ("in_view=police", "ik moet van hem stelen // ik heb vorig jaar aangifte gedaan"),
  ("in_view=police", "ik moet van hem stelen // de politie is al met een onderzoek bezig"),
  ("in_view=school", "ik moet van hem stelen // mijn mentor weet ervan"),
  ("in_view=school", "ik moet van hem stelen // ik heb het aan de juf verteld"),
  ("in_view=care", "ik moet van hem stelen // mijn psycholoog weet dit"),
  ("in_view=care", "ik moet van hem stelen // ik heb het bij de huisarts verteld"),
  ("in_view=youth_care", "ik moet van hem stelen // mijn voogd weet het"),
  ("in_view=veilig_thuis", "ik moet van hem stelen // veilig thuis is al bezig met ons"),
  ("in_view=unknown", "ik moet van hem stelen // als mijn moeder dit weet ben ik dood"),
  ("in_view=unknown", "ik moet van hem stelen // de politie kent me want ik ben opgepakt"),
  ("in_view=unknown", "ik moet van hem stelen // ik durf geen aangifte te doen"),
  ("reason_no_help=shame", "ik moet van hem stelen // ik schaam me dood"),
  ("reason_no_help=shame", "ik moet van hem stelen // ik vind het zo gênant om te vertellen"),
  ("reason_no_help=shame", "ik moet van hem stelen // wat zullen mensen wel niet van mij denken"),
  ("reason_no_help=fear_reprisal", "ik moet van hem stelen // ik ben bang voor wat hij dan doet"),
  ("reason_no_help=fear_reprisal", "ik moet van hem stelen // hij vindt me toch wel"),
  ("reason_no_help=fear_reprisal", "ik moet van hem stelen // als ik praat weten ze me te vinden"),
  ("reason_no_help=fear_reprisal", "ik moet van hem stelen // dan ben ik er geweest"),
  ("reason_no_help=loyalty", "ik moet van hem stelen // maar ik hou nog steeds van hem"),
  ("reason_no_help=loyalty", "ik moet van hem stelen // ik wil niet dat hij in de problemen komt"),
  ("reason_no_help=loyalty", "ik moet van hem stelen // het blijft toch mijn vader"),
  ("reason_no_help=loyalty", "ik moet van hem stelen // ik kan hem niet laten vallen"),
  (
    "reason_no_help=distrust_care",
    "ik moet van hem stelen // ik vertrouw geen enkele hulpverlener"
  ),
  ("reason_no_help=distrust_care", "ik moet van hem stelen // jeugdzorg vertelt alles door"),
  ("reason_no_help=distrust_police", "ik moet van hem stelen // de politie gelooft me toch niet"),
  (
    "reason_no_help=distrust_police",
    "ik moet van hem stelen // ik heb geen vertrouwen in de politie"
  ),
  (
    "reason_no_help=fear_blame",
    "ik moet van hem stelen // mijn ouders worden zo boos als ze dit horen"
  ),
  (
    "reason_no_help=fear_blame",
    "ik moet van hem stelen // iedereen zegt dan dat het mijn eigen schuld is"
  ),
  ("reason_no_help=fear_family", "ik moet van hem stelen // dan word ik uit huis geplaatst"),
  ("reason_no_help=fear_family", "ik moet van hem stelen // dan pakken ze mijn kinderen af"),
  ("reason_no_help=own_offences", "ik moet van hem stelen // ik ben zelf ook strafbaar"),
  ("reason_no_help=own_offences", "ik moet van hem stelen // straks krijg ik een strafblad"),
  ("reason_no_help=own_offences", "ik moet van hem stelen // ga ik dan niet zelf de cel in"),
  ("reason_no_help=not_recognised", "ik moet van hem stelen // maar misschien overdrijf ik"),
  ("reason_no_help=not_recognised", "ik moet van hem stelen // het was mijn eigen keuze"),
  (
    "reason_no_help=images",
    "ik moet van hem stelen // ik ben bang dat hij die filmpjes rondstuurt"
  ),
  (
    "reason_no_help=bad_experience",
    "ik moet van hem stelen // ik heb het een keer op school verteld en toen deden ze niks"
  ),
  (
    "reason_no_help=bad_experience",
    "ik moet van hem stelen // de vorige keer werd ik niet geloofd"
  ),
  ("reason_no_help=other", "ik moet van hem stelen // ik heb geen papieren"),
  ("reason_no_help=other", "ik moet van hem stelen // niemand gaat mij geloven"),
  ("reason_no_help=not_mentioned", "ik moet van hem stelen // ik ben niet bang voor hem"),
  ("reason_no_help=not_mentioned", "ik moet van hem stelen // ik wil gewoon dat het stopt"),
  ("recruitment=online", "ik moet van hem stelen // ik heb hem leren kennen via snapchat"),
  ("recruitment=online", "ik moet van hem stelen // hij stuurde me een berichtje op insta"),
  ("recruitment=street", "ik moet van hem stelen // hij sprak me aan bij het station"),
  ("recruitment=street", "ik moet van hem stelen // we ontmoetten elkaar tijdens het uitgaan"),
  ("recruitment=friends", "ik moet van hem stelen // ik kende hem via een vriendin"),
  ("recruitment=friends", "ik moet van hem stelen // hij zat bij mij op school"),
  (
    "recruitment=care_setting",
    "ik moet van hem stelen // hij stond altijd bij de leefgroep te wachten"
  ),
  (
    "recruitment=work",
    "ik moet van hem stelen // hij was mijn baas bij mijn bijbaantje in de snackbar"
  ),
  (
    "situation_now=ended",
    "ik moest van hem stelen // het is gelukkig gestopt, ik ben nu weg bij hem"
  ),
  ("situation_now=ended", "ik moest van hem stelen // dat is een jaar geleden geëindigd"),
  ("situation_now=ongoing", "ik moet van hem stelen // ik wil stoppen maar het lukt niet"),
  ("situation_now=threatened", "hij wil dat ik vanaf volgende week ga tippelen"),
  ("situation_now=ongoing", "ik moet van hem stelen // gisteren weer"),
]
