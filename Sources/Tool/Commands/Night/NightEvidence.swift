import ChatLogs
import Detection
import JSON
import Ledger
import Pseudonymisation

/// The night's evidence, as a file for the officer: counts and digests, no clock and no text.
///
/// Pseudonymous data: small counts of one night stay on the line's own server.
enum NightEvidence {
  /// The file's bytes.
  static func bytes(
    _ report: NightReport,
    run: Int,
    versions: Night.Versions,
    register: [TransformationRow]
  ) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("evidence")
    json.string("night/v1")
    json.key("run")
    json.integer(run)
    json.key("inputs")
    json.beginArray()
    for input in report.newInputs {
      json.object([
        ("number", .integer(input.number)),
        ("digest", .string(Quarantine.hexadecimal(input.digest[...]))),
        ("contacts", .integer(input.contacts)), ("messages", .integer(input.messages)),
        ("damaged", .integer(input.damaged)),
      ])
    }
    json.endArray()
    json.key("reconciliation")
    let fates = report.fates
    json.object([
      ("in", .integer(fates.total)), ("coded", .integer(fates.coded)),
      ("quarantined", .integer(fates.quarantined)), ("duplicates", .integer(fates.duplicates)),
      ("opted_out", .integer(fates.optedOut)), ("erased", .integer(fates.erased)),
    ])
    json.key("left_out")
    json.object(
      [
        ("internal_notes", .integer(report.internalNotes)),
        ("deleted_messages", .integer(report.deletedMessages)),
      ]
        + ChatLogField.Place.allCases.map {
          ("unknown_fields \($0.rawValue)", .integer(report.droppedFields[$0] ?? 0))
        }
    )
    json.key("findings")
    write(report.findings, &json)
    json.key("findings_per_contact")
    let sorted = report.findingsPerContact.sorted()
    json.object([
      ("min", .integer(sorted.first ?? 0)),
      ("median", .integer(sorted.isEmpty ? 0 : sorted[sorted.count / 2])),
      ("max", .integer(sorted.last ?? 0)),
    ])
    json.key("looked_at_again")
    json.integer(report.lookedAtAgain)
    json.key("leaks")
    write(report.leaks, &json)
    json.key("canaries")
    write(report.canaries, &json)
    json.key("codes_by_source")
    json.object(
      report.codesBySource.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }
        .map { ($0.0, .integer($0.1)) }
    )
    json.key("transformations")
    json.beginArray()
    for row in register {
      json.object([
        ("kind", .string(row.kind)), ("operator", .string(row.operation)),
        ("iso_20889", .string(row.technique)),
      ])
    }
    json.endArray()
    json.key("versions")
    json.object([
      ("program", .string(versions.program)), ("codebook", .string(versions.codebook)),
      ("lexicons", .string(versions.lexicons)),
      ("configuration", .string(versions.configuration)),
    ])
    json.endObject()
    json.endLine()
    return json.bytes
  }
}

extension NightEvidence {
  /// The evidence of a night that was given up because canaries were missed.
  static func heldBack(_ canaries: CanaryTally, run: Int) -> [UInt8] {
    document("held-back/v1", run: run) { json in
      json.key("canaries")
      write(canaries, &json)
    }
  }

  /// The evidence of another look at a night whose transcripts were held.
  static func retry(_ leaks: [EntityKind: Int], canaries: CanaryTally, run: Int) -> [UInt8] {
    document("retry/v1", run: run) { json in
      json.key("leaks")
      write(leaks, &json)
      json.key("canaries")
      write(canaries, &json)
    }
  }

  private static func document(_ name: String, run: Int, _ body: (inout JSONWriter) -> Void)
    -> [UInt8]
  {
    var json = JSONWriter()
    json.beginObject()
    json.key("evidence")
    json.string(name)
    json.key("run")
    json.integer(run)
    body(&json)
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func write(_ counts: [EntityKind: Int], _ json: inout JSONWriter) {
    json.object(EntityKind.allCases.map { ($0.rawValue, .integer(counts[$0] ?? 0)) })
  }

  private static func write(_ canaries: CanaryTally, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("planted")
    write(canaries.planted, &json)
    json.key("missed")
    write(canaries.missed, &json)
    json.endObject()
  }
}
