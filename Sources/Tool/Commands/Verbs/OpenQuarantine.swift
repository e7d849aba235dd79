extension Verb {
  static let quarantine = Verb(
    name: "quarantine",
    summary: "lists what could not be read, or opens one item for the steward",
    operands: .optional("ITEM"),
    options: [.project, itemFile, .unlockFile],
    details: """
      Without ITEM: a line of JSON for each item, with place and reason and no text. With ITEM: the
      delivered bytes, decrypted, to -o FILE; to standard output only when asked (-o -). Mend the
      delivery at its source and put it into the inbox again.
      """,
    run: quarantine
  )

  private static let itemFile = Option(
    "--output",
    short: "-o",
    value: "FILE",
    help: "where to write the item; - is standard output, .gz is compressed"
  )

  private static func quarantine(_ call: Invocation) throws -> ExitStatus {
    let project = try ProjectFolder.open(call.projectPath)
    let folder = project.place("quarantine")
    let items = Quarantine.items(in: folder)
    guard let name = call.operands.first else {
      for item in items {
        call.world.console.write(Array(try readText("\(folder)/\(item).json").utf8))
      }
      return .done
    }
    guard items.contains(name) else { throw Complaint.unknownItem(name) }
    guard let path = call.value(itemFile) else { throw Complaint.missingValue("--output", "FILE") }
    let keyring = try Workshop.open(call).keyring(time: Timestamp.text(call.world.now()))
    let sealed = try readBytes("\(folder)/\(name).sealed")
    let opened = try keyring.openFromQuarantine(sealed.span)
    try Folders.write(opened, to: path)
    return .done
  }
}
