import Attestation
import JSON

extension Verb {
  static let verify = Verb(
    name: "verify",
    summary: "checks a release from its own bytes; needs no key and no raw data",
    operands: .one("RELEASE"),
    options: [.json],
    details: """
      Recomputes every hash, looks for missing and extra files, reads every table against its
      description, checks every cell against its threshold and every share against its base, and
      tries to derive each withheld number from the shown ones. Of a file of rows it recomputes how many
      look alike (k) and how many answers they give (l). Exit status 1 when anything is
      wrong. That the numbers are the true counts is not something a release can prove by itself.
      """,
    run: verify
  )

  private static func verify(_ call: Invocation) throws -> ExitStatus {
    let folder = call.operands[0]
    guard Folders.exists(folder) else { throw Complaint.unreadable(folder, "missing") }
    let check = try ReleaseCheck.run(folder)
    if call.has(.json) {
      call.world.console.write(json(check))
    } else {
      for finding in check.findings {
        call.world.console.complain(Complaint.finding(finding, in: folder).line)
      }
      for file in check.microdata {
        call.world.console.print(
          "\(file.file): at least \(file.alike) rows look alike, with at least \(file.answers) answers"
        )
      }
      let rows = check.rows > 0 ? ", \(check.rows) rows" : ""
      call.world.console.print(
        "\(folder): \(check.files) files, \(check.cells) cells, \(check.withheld) withheld\(rows); "
          + (check.findings.isEmpty ? "all hold" : "\(check.findings.count) findings")
      )
    }
    return check.findings.isEmpty ? .done : .checkFailed
  }

  private static func json(_ check: ReleaseCheck) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("files")
    json.integer(check.files)
    json.key("cells")
    json.integer(check.cells)
    json.key("withheld")
    json.integer(check.withheld)
    json.key("microdata")
    json.beginArray()
    for file in check.microdata {
      json.object([
        ("file", .string(file.file)), ("k", .integer(file.alike)), ("l", .integer(file.answers)),
      ])
    }
    json.endArray()
    json.key("findings")
    json.beginArray()
    for finding in check.findings {
      json.object([
        ("code", .string(finding.code)), ("place", .string(Complaint.place(of: finding))),
      ])
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }
}
