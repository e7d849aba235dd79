// Measures the first wall alone: CPU time of making tokens, sanitizing, and looking for leaks.
//
//   wall-speed CONTACTS.jsonl LEXICONS
//
// Reads the contacts into memory, finds once (not timed), then times each stage over all of them.

import ChatLogs
import Codebook
import Compression
import Cryptography
import Detection
import Glibc
import Keys
import Pseudonymisation

/// The user CPU time of this process, in seconds.
func seconds() -> Double {
  var usage = rusage()
  _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
}

func line(_ what: String, _ amount: Double, _ unit: String, _ time: Double) {
  let rate = time > 0 ? amount / time : 0
  print("\(what): \((rate * 100).rounded() / 100) \(unit) per second")
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("usage: wall-speed CONTACTS.jsonl LEXICONS")
  exit(2)
}

/// Times the making of tokens.
func measureTokens(_ keyring: Keyring) throws {
  // Tokens of short inputs under one key.
  let values = (0..<1_000).map { Array("naam \($0)".utf8) }
  let tokens = try keyring.textTokens(period: "2021-Q3", contact: [1], identities: 1_000)
  var start = seconds()
  for _ in 0..<2_000 {
    for value in values { _ = try tokens.token(kind: "PERSON", value: value.span) }
  }
  line("tokens, one contact and kind", 2, "million", seconds() - start)

  let secret = try SecureBytes(random: 32)
  let authenticator = try HMACSHA256(key: secret)
  start = seconds()
  var mixed: UInt64 = 0
  for _ in 0..<2_000 {
    for value in values { mixed ^= try authenticator.tag(of: value.span).first64 }
  }
  line("HMAC-SHA-256, short inputs", 2, "million", seconds() - start)

  start = seconds()
  for number in 0..<100_000 {
    let contact = Array("contact \(number)".utf8)
    let tokens = try keyring.textTokens(period: "2021-Q3", contact: contact, identities: 10)
    _ = try tokens.token(kind: "PERSON", value: contact.span)
  }
  line("contacts of one token, derivation included", 0.1, "million", seconds() - start)

  start = seconds()
  for _ in 0..<100 {
    for value in values { _ = try keyring.contactToken(of: value.span) }
  }
  line("contact tokens", 0.1, "million", seconds() - start)
}

/// Times the wall over contacts.
func measureWall(_ keyring: Keyring) throws {
  let lexicons = try Lexicons.open(directory: arguments[2])
  let detector = try Detector(lexicons: lexicons)
  let codebook = try Codebook.read(
    text: "id = \"none\"\nversion = \"1\"\nlanguages = [\"nl\"]\nmissing = []\nvariables = []\n",
    file: "codebook.toml"
  )
  let wall = Pseudonymiser(
    keyring: keyring,
    settings: .standard,
    codebook: codebook,
    region: { lexicons.province(ofPlace: $0) }
  )
  let reader = try ChatLogReader(InputFile(path: arguments[1]))
  var contacts: [(contact: RawContact, findings: [Finding])] = []
  var bytes = 0
  var start = seconds()
  while let item = try reader.next() {
    guard case .contact(let contact) = item else { continue }
    contacts.append((contact, detector.findings(in: contact.conversation)))
    bytes += contact.conversation.text.count
  }
  let megabytes = Double(bytes) / 1e6
  print("\(contacts.count) contacts, \(megabytes.rounded()) MB of text")
  line("reading and detection", megabytes, "MB", seconds() - start)

  start = seconds()
  var sanitized: [SanitizedContact] = []
  sanitized.reserveCapacity(contacts.count)
  for (contact, findings) in contacts {
    sanitized.append(try wall.sanitize(contact, findings: findings))
  }
  line("sanitize", megabytes, "MB", seconds() - start)

  start = seconds()
  var writer = SanitizedContactWriter()
  var written = 0
  for contact in sanitized {
    writer.removeAll()
    writer.write(contact)
    written += writer.bytes.count
  }
  line("write transcripts", megabytes, "MB", seconds() - start)

  start = seconds()
  for (contact, findings) in contacts { _ = try wall.links(of: contact, findings: findings) }
  line("links", megabytes, "MB", seconds() - start)

  start = seconds()
  let common: LexiconEntry.Lists = [.dutch, .english, .slang, .kept, .publicBody]
  var watch = LeakWatch(settings: .standard) { lexicons.entry($0).isIn(common) }
  for (contact, findings) in contacts { watch.add(contact, findings: findings) }
  line("leak check, adding \(watch.count) values", megabytes, "MB", seconds() - start)

  start = seconds()
  var held = 0
  var kinds: [String: Int] = [:]
  for contact in sanitized {
    let hits = watch.hits(in: contact)
    if !hits.isEmpty { held += 1 }
    for hit in hits { kinds["\(hit.kind) \(hit.origin)", default: 0] += hit.count }
  }
  print(kinds)
  line("leak check, searching (\(held) contacts with hits)", megabytes, "MB", seconds() - start)

  start = seconds()
  held = 0
  for (place, (contact, findings)) in contacts.enumerated()
  where !watch.hits(of: watch.ownNames(of: contact, findings: findings), in: sanitized[place])
    .isEmpty
  {
    held += 1
  }
  line("leak check, own names (\(held) contacts with hits)", megabytes, "MB", seconds() - start)

  // At most 200 contacts a night.
  start = seconds()
  var tally = CanaryTally()
  for (number, (contact, _)) in contacts.prefix(200).enumerated() {
    let round = CanaryRound(in: contact, number: number, seed: 1)
    let copies = try ChatLogReader.items(in: round.line)
    guard copies.count == 1, case .contact(let copy) = copies[0] else {
      tally.addLost(round)
      continue
    }
    let findings = detector.findings(in: copy.conversation)
    tally.add(round, in: try wall.sanitize(copy, findings: findings))
  }
  let missed = tally.missed.sorted { $0.key.rawValue < $1.key.rawValue }
    .map { "\($0.key.rawValue) \($0.value) of \(tally.planted[$0.key] ?? 0)" }
  print("canaries: \(seconds() - start) s, missed: \(missed.joined(separator: ", "))")
}

let keyring = try Keyring.fixed(testSeed: "a measurement")
try measureTokens(keyring)
try measureWall(keyring)
