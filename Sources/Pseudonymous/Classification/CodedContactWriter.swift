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

  /// A variable as it is written.
  private struct Column: Sendable {
    let id: String
    let name: JSONText
    let kind: Variable.Kind
    let isWritten: Bool
    let codes: [(id: String, text: JSONText)]
    /// The code that is given most, with the member that it makes alone.
    let usual: (id: String, member: JSONText)?

    init(_ variable: Variable, isWritten: Bool, usual: String?) {
      id = variable.id
      name = JSONText(variable.id)
      kind = variable.kind
      self.isWritten = isWritten
      codes = variable.codes.map { ($0.id, JSONText($0.id)) }
      self.usual = usual.map { code in
        (code, JSONText(member: variable.id, code, inList: variable.kind == .multi))
      }
    }

    func text(of code: String) -> JSONText {
      codes.first { $0.id == code }?.text ?? JSONText(code)
    }
  }

  /// The keys of every line.
  private struct Keys: Sendable {
    let contact = JSONText("contact_id")
    let codes = JSONText("codes")
    let evidence = JSONText("evidence")
    let variable = JSONText("variable")
    let code = JSONText("code")
    let source = JSONText("source")
    let rule = JSONText("rule")
    let message = JSONText("message")
  }

  private let columns: [Column]
  private let keys = Keys()
  private let sources: [CodedContact.Evidence.Source: JSONText]

  /// Makes a writer.
  public init(codebook: Codebook, audience: Audience) {
    columns = codebook.variables.map { variable in
      let otherwise = codebook.plans.first { $0.variable == variable.id }?.otherwise ?? ""
      return Column(
        variable,
        isWritten: audience == .steward || variable.privacy.reach != .never,
        usual: variable.kind == .int || otherwise.isEmpty ? nil : otherwise
      )
    }
    sources = CodedContact.Evidence.Source.allCases.reduce(into: [:]) { sources, source in
      sources[source] = JSONText(source.rawValue)
    }
  }

  /// Writes one contact and ends the line.
  ///
  /// - Parameters:
  ///   - contact: The coded contact.
  ///   - id: The id to write; its token, or for the steward the input's id.
  ///   - writer: Receives the line.
  public func write(_ contact: CodedContact, id: String, to writer: inout JSONWriter) {
    // Spans lend their elements: the commonest values are written without being counted as shared.
    let assignments = contact.assignments.span
    let columns = columns.span
    writer.beginObject()
    writer.key(keys.contact)
    writer.string(id)
    writer.key(keys.codes)
    writer.beginObject()
    var column = 0
    for place in assignments.indices {
      while column < columns.count, columns[column].id != assignments[place].variable {
        column += 1
      }
      guard column < columns.count, columns[column].isWritten else { continue }
      if let usual = columns[column].usual, assignments[place].codes.count == 1,
        assignments[place].codes[0] == usual.id
      {
        writer.member(usual.member)
        continue
      }
      writer.key(columns[column].name)
      write(assignments[place], columns[column], to: &writer)
    }
    writer.endObject()
    writer.key(keys.evidence)
    writer.beginArray()
    column = 0
    for place in assignments.indices {
      while column < columns.count, columns[column].id != assignments[place].variable {
        column += 1
      }
      guard column < columns.count, columns[column].isWritten else { continue }
      let evidence = assignments[place].evidence.span
      for number in evidence.indices where evidence[number].source != .missing {
        write(
          evidence[number],
          of: assignments[place].codes[number],
          columns[column],
          to: &writer
        )
      }
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
  }

  private func write(
    _ evidence: borrowing CodedContact.Evidence,
    of code: String,
    _ column: borrowing Column,
    to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key(keys.variable)
    writer.string(column.name)
    writer.key(keys.code)
    writer.string(column.text(of: code))
    writer.key(keys.source)
    writer.string(sources[evidence.source] ?? JSONText(evidence.source.rawValue))
    writer.key(keys.rule)
    writer.string(evidence.rule)
    writer.key(keys.message)
    if let message = evidence.message { writer.integer(message) } else { writer.null() }
    writer.endObject()
  }

  private func write(
    _ assignment: borrowing CodedContact.Assignment,
    _ column: borrowing Column,
    to writer: inout JSONWriter
  ) {
    switch column.kind {
    case .multi:
      writer.beginArray()
      for code in assignment.codes { writer.string(column.text(of: code)) }
      writer.endArray()
    case .int:
      if let number = assignment.codes.first.flatMap({ Int($0) }) {
        writer.integer(number)
      } else {
        writer.null()
      }
    case .single, .token, .date:
      if let code = assignment.codes.first {
        writer.string(column.text(of: code))
      } else {
        writer.null()
      }
    }
  }
}
