import ChatLogs
import Compression

/// Reads contacts from the operands of a verb and writes a line of JSON for each, in input order.
struct ContactStream {
  /// What became of one contact or damaged line.
  private struct Rendered: Sendable {
    var lines: [UInt8] = []
    var complaints: [Complaint] = []
  }

  let call: Invocation
  let inputs: [String]
  let settings: ChatLogSettings
  let threads: Int

  /// Makes a stream over a call's operands, or over other inputs.
  init(call: Invocation, inputs: [String]? = nil, settings: ChatLogSettings, threads: Int) {
    self.call = call
    self.inputs = inputs ?? call.operands
    self.settings = settings
    self.threads = threads
  }

  /// Runs the stream.
  ///
  /// - Parameter render: Writes what is to be said of a contact; called from several cores.
  /// - Returns: `.quarantined` where a line could not be read (it is named on standard error and
  ///   left out), else `.done`.
  /// - Throws: `Complaint` where the machine fails, or what `render` throws.
  func run(
    _ render: @escaping @Sendable (RawContact, inout [UInt8]) throws -> Void
  ) async throws -> ExitStatus {
    try await run(preparing: { $0 }, render)
  }

  /// Runs the stream in two steps: a batch is prepared whole, then rendered whole.
  ///
  /// Each step then finds its tables in the processor's cache, where the other would have pushed
  /// them out after each contact.
  ///
  /// - Parameters:
  ///   - prepare: The first step; called from several cores.
  ///   - render: Writes what is to be said of what the first step made; called from several cores.
  /// - Returns: `.quarantined` where a line could not be read, else `.done`.
  /// - Throws: `Complaint` where the machine fails, or what a step throws.
  func run<Prepared>(
    preparing prepare: @escaping @Sendable (RawContact) throws -> Prepared,
    _ render: @escaping @Sendable (Prepared, inout [UInt8]) throws -> Void
  ) async throws -> ExitStatus {
    let paths = inputs
    let output = try OutputFile(path: call.value(.output) ?? "-")
    var reader: ChatLogReader?
    var opened = 0
    var status = ExitStatus.done
    try await OrderedPipeline.run(
      threads: threads,
      next: { () throws -> ContactBatch? in
        while true {
          if let current = reader {
            do {
              if let batch = try ContactBatch.next(from: current, input: opened) { return batch }
            } catch let error as ChatLogError {
              throw Complaint.unreadable(paths[opened - 1], error)
            }
            reader = nil
          }
          guard opened < paths.count else { return nil }
          opened += 1
          reader = try Self.open(paths[opened - 1], number: opened, settings: settings)
        }
      },
      work: { batch in
        var rendered = Rendered()
        var prepared: [Prepared] = []
        prepared.reserveCapacity(batch.items.count)
        for item in batch.items {
          switch item {
          case .contact(let contact):
            prepared.append(try prepare(contact))
          case .damaged(let line):
            guard !line.isContinued else { continue }
            rendered.complaints.append(.damaged(line, in: paths[batch.input - 1]))
          }
        }
        for contact in prepared { try render(contact, &rendered.lines) }
        return rendered
      },
      emit: { (rendered: Rendered) in
        try output.write(rendered.lines)
        for complaint in rendered.complaints {
          call.world.console.complain(complaint.line)
          status = max(status, complaint.status)
        }
      }
    )
    try output.finish()
    return status
  }

  private static func open(
    _ path: String,
    number: Int,
    settings: ChatLogSettings
  ) throws -> ChatLogReader {
    do {
      return try ChatLogReader(InputFile(path: path), number: number, settings: settings)
    } catch let error as CompressionError {
      throw Complaint.unreadable(path, error)
    } catch let error as ChatLogError {
      throw Complaint.unreadable(path, error)
    }
  }
}
