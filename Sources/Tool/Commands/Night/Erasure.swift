import ChatLogs
import Detection
import Keys
import Ledger
import Pseudonymisation
import Transcripts

/// Takes one visitor out of everything that a project keeps, and keeps them out.
///
/// Marks come first and ledger rows last, so that an erasure that is killed and asked for again
/// finds all that is left.
struct Erasure {
  let workshop: Workshop
  let project: ProjectFolder
  let keyring: Keyring
  let line: AssemblyLine

  /// A contact of the ledger with its links, open.
  private struct Entry {
    let token: String
    let strong: [String]
    let weak: [String]
  }

  /// Erases whoever the identifier names; takes every step also where it names nobody.
  func erase(_ identifier: Withheld, at time: String) throws {
    let ledger = try Ledger.open(path: project.place("ledger"))
    let person = try person(identifier, ledger)
    var marks = Set(try line.pseudonymiser.marks(ofIdentifier: identifier, .erased))
    for entry in person {
      marks.formUnion(
        try line.pseudonymiser.marks(ofToken: entry.token, links: entry.strong, .erased)
      )
    }
    let items = try items(identifier, &marks)
    try ledger.bar(marks.sorted())
    try NightRun.removeTranscripts(
      ofKilledRun: (try ledger.runs().last?.number ?? 0) + 1,
      in: project.place("transcripts")
    )
    for item in items {
      for ending in ["sealed", "json"] {
        try Folders.remove("\(project.place("quarantine"))/\(item).\(ending)")
      }
    }
    try takeOutOfTranscripts(Set(person.map(\.token)))
    try ledger.erase(contacts: person.map(\.token))
    try ledger.note("forget", of: "", at: time)
  }

  /// Keeps out whoever the identifiers name, from the next night on.
  func optOut(_ identifiers: [Withheld], at time: String) throws {
    let ledger = try Ledger.open(path: project.place("ledger"))
    try ledger.bar(
      try identifiers.flatMap { try line.pseudonymiser.marks(ofIdentifier: $0, .optedOut) }
    )
    try ledger.note("opt-out", of: "", at: time)
  }

  // MARK: Whom it names

  /// The contacts that carry the identifier, and those that belong to the same visitors for certain.
  private func person(_ identifier: Withheld, _ ledger: Ledger) throws -> [Entry] {
    var entries: [Entry] = []
    try ledger.forEachContact { contact throws(LedgerError) in
      let column: [UInt8]
      do throws(KeyringError) {
        column =
          contact.encryptedLinks.isEmpty
          ? [] : try keyring.openFromColumn(contact.encryptedLinks.span)
      } catch { throw .linksUnreadable(contact: contact.token) }
      entries.append(
        Entry(
          token: contact.token,
          strong: LinkColumn.strong(in: column),
          weak: LinkColumn.weak(in: column)
        )
      )
    }
    let asked = try line.pseudonymiser.tokens(ofIdentifier: identifier)
    var person = Set<Int>()
    var links = asked.links
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (place, entry) in entries.enumerated() where !person.contains(place) {
        guard
          asked.contacts.contains(entry.token) || !links.isDisjoint(with: entry.strong)
            || !asked.links.isDisjoint(with: entry.weak)
        else { continue }
        person.insert(place)
        links.formUnion(entry.strong)
        isGrowing = true
      }
    }
    return person.sorted().map { entries[$0] }
  }

  // MARK: Where they are

  /// The items of the quarantine that are theirs; what these tell of them grows the marks.
  private func items(_ identifier: Withheld, _ marks: inout Set<String>) throws -> [String] {
    let folder = project.place("quarantine")
    let search = IdentifierSearch(identifier)
    var theirs: Set<String> = []
    var contacts: [(item: String, contact: RawContact, findings: [Finding])] = []
    for item in Quarantine.items(in: folder) {
      let sealed = try readBytes("\(folder)/\(item).sealed")
      let bytes = try keyring.openFromQuarantine(sealed.span)
      let read = try ChatLogReader.items(in: bytes, settings: workshop.reading)
      if read.count == 1, case .contact(let contact) = read[0] {
        contacts.append((item, contact, line.detector.findings(in: contact.conversation)))
      } else if search.isFound(in: bytes) {
        theirs.insert(item)
      }
    }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (item, contact, findings) in contacts where !theirs.contains(item) {
        guard
          try line.barring(of: contact, findings: findings, marks: marks) == .erased
        else { continue }
        theirs.insert(item)
        let links = try line.pseudonymiser.links(of: contact, findings: findings)
        marks.formUnion(
          try line.pseudonymiser
            .marks(ofToken: line.token(of: contact), links: links.strong, .erased)
        )
        isGrowing = true
      }
    }
    return theirs.sorted()
  }

  private func takeOutOfTranscripts(_ contacts: Set<String>) throws {
    let folder = project.place("transcripts")
    // What a run that was killed left half done belongs to nobody.
    for draft in ["\(folder)/\(NightRun.drafts)", "\(folder)/\(HeldNight.folder)/again"] {
      try Folders.remove(draft)
    }
    for place in [folder, "\(folder)/\(HeldNight.folder)", project.place("quarantine")] {
      for name in Folders.names(in: place) where name.hasSuffix(".part") {
        try Folders.remove("\(place)/\(name)")
      }
    }
    for place in [folder, "\(folder)/\(HeldNight.folder)"] where Folders.exists(place) {
      for night in try TranscriptFolder.nights(in: place) {
        try TranscriptFolder.remove(contacts, from: night)
      }
    }
  }
}
