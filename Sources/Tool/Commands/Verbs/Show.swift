import Codebook
import Datasets

extension Verb {
  static let show = Verb(
    name: "show",
    summary: "shows a release's tables in the terminal, with legend",
    operands: .some("RELEASE [TABLE]"),
    options: [language],
    details: """
      Without TABLE the tables are listed. A point is a secret number, an empty place cannot occur.
      """,
    run: show
  )

  private static let language = Option(
    "--language",
    value: "LANGUAGE",
    allowed: ["nl", "en"],
    help: "nl or en (default: en)"
  )

  private static func show(_ call: Invocation) throws -> ExitStatus {
    let folder = call.operands[0]
    let release = try DatasetRelease.read(folder)
    let language = Language(rawValue: call.value(language) ?? "en") ?? .en
    guard call.operands.count > 1 else {
      call.world.console.print(release.description.title[language])
      for table in release.tables {
        call.world.console.print("\(table.id)  \(table.title[language])")
      }
      return .done
    }
    for id in call.operands.dropFirst() {
      guard let table = release.table(id) else {
        throw Complaint.unknownTable(id, known: release.tables.map(\.id))
      }
      call.world.console.write(Array(TextTable.draw(table, language).utf8))
    }
    return .done
  }
}
