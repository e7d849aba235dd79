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

  private let codebook: Codebook
  private let audience: Audience

  /// Makes a writer.
  public init(codebook: Codebook, audience: Audience) {
    self.codebook = codebook
    self.audience = audience
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
    let assignments = contact.assignments.filter { mayWrite($0.variable) }
    for assignment in assignments {
      writer.key(assignment.variable)
      write(assignment, to: &writer)
    }
    writer.endObject()
    writer.key("evidence")
    writer.beginArray()
    for assignment in assignments {
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

  private func mayWrite(_ variable: String) -> Bool {
    audience == .steward || codebook.variable(variable)?.privacy.reach != .never
  }

  private func write(
    _ assignment: CodedContact.Assignment,
    to writer: inout JSONWriter
  ) {
    switch codebook.variable(assignment.variable)?.kind {
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
    case .single, .token, .date, nil:
      if let code = assignment.codes.first { writer.string(code) } else { writer.null() }
    }
  }
}
