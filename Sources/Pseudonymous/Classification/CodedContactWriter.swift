import Codebook
import JSON

/// Writes coded contacts as JSON Lines: codes in the codebook's order, each with its evidence.
public struct CodedContactWriter: Sendable {
  /// For whom it is written.
  public enum Audience: Sendable {
    /// The steward and the scorer: every variable, ids as in the input.
    case steward
    /// Other programs and the ledger: nothing finer than bands.
    case program
  }

  /// The variables in the codebook's order, as they are written.
  private let columns: [(id: String, kind: Variable.Kind, isWritten: Bool)]

  /// Makes a writer.
  public init(codebook: Codebook, audience: Audience) {
    columns = codebook.variables.map { variable in
      (variable.id, variable.kind, audience == .steward || variable.privacy.reach != .never)
    }
  }

  /// Writes one contact and ends the line.
  ///
  /// - Parameters:
  ///   - contact: The coded contact.
  ///   - id: The id to write; its token, or for the steward the input's id.
  ///   - writer: Receives the line.
  public func write(_ contact: CodedContact, id: String, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("contact_id")
    writer.string(id)
    writer.key("codes")
    writer.beginObject()
    var column = 0
    for assignment in contact.assignments {
      while column < columns.count, columns[column].id != assignment.variable { column += 1 }
      guard column < columns.count, columns[column].isWritten else { continue }
      writer.key(assignment.variable)
      write(assignment, columns[column].kind, to: &writer)
    }
    writer.endObject()
    writer.key("evidence")
    writer.beginArray()
    column = 0
    for assignment in contact.assignments {
      while column < columns.count, columns[column].id != assignment.variable { column += 1 }
      guard column < columns.count, columns[column].isWritten else { continue }
      for (code, evidence) in zip(assignment.codes, assignment.evidence)
      where evidence.source != .missing {
        writer.beginObject()
        writer.key("variable")
        writer.string(assignment.variable)
        writer.key("code")
        writer.string(code)
        writer.key("source")
        writer.string(evidence.source.rawValue)
        writer.key("rule")
        writer.string(evidence.rule)
        writer.key("message")
        if let message = evidence.message { writer.integer(message) } else { writer.null() }
        writer.endObject()
      }
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
  }

  private func write(
    _ assignment: CodedContact.Assignment,
    _ kind: Variable.Kind,
    to writer: inout JSONWriter
  ) {
    switch kind {
    case .multi:
      writer.beginArray()
      for code in assignment.codes { writer.string(code) }
      writer.endArray()
    case .int:
      if let number = assignment.codes.first.flatMap({ Int($0) }) {
        writer.integer(number)
      } else {
        writer.null()
      }
    case .single, .token, .date:
      if let code = assignment.codes.first { writer.string(code) } else { writer.null() }
    }
  }
}
