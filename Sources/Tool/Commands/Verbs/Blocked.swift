import Detection
import Pseudonymisation

extension Verb {
  static let blocked = Verb(
    name: "blocked",
    summary: "lists held transcripts, says what stands in them, tries again",
    operands: Operands(name: "ACTION [NIGHT]", count: 1...2),
    options: [.project, .policy, .threads, .unlockFile],
    details: """
      list            the nights whose transcripts are held: the leak check found known values
      explain NIGHT   where: file and line of the contact, message, kind, where the value is known
                      from; never the value
      retry NIGHT     sanitizes the night again under today's settings, and keeps the transcripts
                      when nothing stands in them any more; exit status 1 while something does

      explain and retry need the night's inputs in the inbox. A value that stays is mended by [[deny]]
      in redaction.toml; one that is no detail at all by [[allow]].
      """,
    run: blocked
  )

  private static func blocked(_ call: Invocation) async throws -> ExitStatus {
    let action = try call.action(of: ["list": 1...1, "explain": 2...2, "retry": 2...2])
    let project = try ProjectFolder.open(call.projectPath)
    let nights = HeldNight.all(of: project)
    guard action != "list" else {
      for night in nights { call.world.console.print(night.name) }
      return nights.isEmpty ? .done : .checkFailed
    }
    guard let night = nights.first(where: { $0.name == call.operands[1] }) else {
      throw Complaint.notHeld(call.operands[1], held: nights.map(\.name))
    }
    let workshop = try Workshop.open(call)
    let keyring = try workshop.keyring(time: Timestamp.text(call.world.now()))
    let review = HeldReview(
      night: night,
      workshop: workshop,
      project: project,
      keyring: keyring,
      line: try workshop.assemblyLine(keyring: keyring)
    )
    return action == "explain"
      ? try await explain(review, call) : try await retry(review, call)
  }

  private static func explain(_ review: HeldReview, _ call: Invocation) async throws -> ExitStatus {
    let stands = try await review.stands()
    let places = try review.places(of: Set(stands.map(\.contact)))
    for stand in stands {
      call.world.console.print(
        "\(places[stand.contact] ?? stand.contact): message \(stand.message): "
          + "\(stand.hit.count) \(stand.hit.kind.rawValue), known from \(stand.hit.origin.rawValue)"
      )
    }
    if stands.isEmpty { call.world.console.print("nothing stands in it; retry keeps it") }
    return stands.isEmpty ? .done : .checkFailed
  }

  private static func retry(_ review: HeldReview, _ call: Invocation) async throws -> ExitStatus {
    let (leaks, canaries) = try await review.retry(at: Timestamp.text(call.world.now()))
    let limit = review.workshop.redaction.canaries.limit
    guard canaries.shareMissed <= limit else { throw Complaint.canaries(canaries, limit: limit) }
    guard leaks.isEmpty else {
      throw Complaint.leak(leaks, held: review.night.file(of: review.project))
    }
    call.world.console.print("\(review.night.name): nothing stands in it, kept")
    return .done
  }
}
