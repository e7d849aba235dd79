import ChatLogs
import Compression
import Detection

extension Verb {
  static let vocabulary = Verb(
    name: "vocabulary",
    summary: "freezes the words that 10 visitors or more used, for rare = true",
    operands: .some("CONTACTS"),
    options: [.project, place],
    details: """
      Reads canonical chat logs, plain or gzip, and writes the hashes of the words that visitors of
      10 ids or more used. Visitors without an id count by contact. Under policy strict with
      rare = true (redaction.toml) every other word is replaced. The file, by default vocabulary in
      the project folder, is frozen: make it anew when figures may change.
      """,
    run: vocabulary
  )

  private static let place = Option(
    "--output",
    short: "-o",
    value: "FILE",
    help: "where to write (default: vocabulary in the project folder)"
  )

  private static func vocabulary(_ call: Invocation) throws -> ExitStatus {
    let workshop = try Workshop.open(call)
    var count = VocabularyCount()
    var status = ExitStatus.done
    for path in call.operands {
      for complaint in try add(path, workshop.reading, to: &count) {
        call.world.console.complain(complaint.line)
        status = max(status, complaint.status)
      }
    }
    let frozen = count.frozen
    try Folders.write(frozen.bytes, to: try call.value(place) ?? workshop.vocabularyFile)
    call.world.console.complain(
      "\(frozen.count) words of \(frozen.minimum) visitors or more frozen"
    )
    return status
  }

  private static func add(
    _ path: String,
    _ settings: ChatLogSettings,
    to count: inout VocabularyCount
  ) throws -> [Complaint] {
    let reader: ChatLogReader
    do {
      reader = try ChatLogReader(InputFile(path: path), settings: settings)
    } catch let error as CompressionError {
      throw Complaint.unreadable(path, error)
    }
    var damaged: [Complaint] = []
    while let item = try reader.next() {
      switch item {
      case .damaged(let damage): damaged.append(.damaged(damage, in: path))
      case .contact(let contact):
        count.add(contact.conversation, person: contact.person)
      }
    }
    return damaged
  }
}
