import Compression
import Keys

extension Verb {
  static let initialise = Verb(
    name: "init",
    summary: "makes a project folder: settings, codebook, table plan, folders, keys",
    operands: .one("DIR"),
    options: [yes],
    details: """
      DIR must not exist, or be empty. Its keys are drawn from the system's random source, readable
      by you alone and marked test-only: good for samples and trials. For a real line make sealed
      keys with: luwte keys create. Nothing is asked, with or without --yes.
      """,
    run: initialise
  )

  private static let yes = Option("--yes", help: "ask nothing (nothing is asked today)")

  private static func initialise(_ call: Invocation) throws -> ExitStatus {
    guard let shipped = call.world.shippedFiles else { throw Complaint.shippedFilesMissing }
    let path = call.operands[0]
    guard Folders.names(in: path).isEmpty, Folders.isFolderOrFree(path) else {
      throw Complaint.notEmpty(path)
    }
    // Made beside its place, so that a failure leaves nothing half made.
    let draft = path + ".part"
    try Folders.remove(draft)
    do {
      try make(draft, from: shipped + "/Samples/project", time: call.world.now())
      try Folders.move(draft, to: path)
    } catch {
      try? Folders.remove(draft)
      throw error
    }
    call.world.console.print(
      """
      \(path): a project with test-only keys.
      Put chat logs (.jsonl or .jsonl.gz) into \(path)/inbox, then: \
      luwte run --project \(path)
      """
    )
    return .done
  }

  private static func make(_ path: String, from samples: String, time: Int64) throws {
    try Folders.make(path)
    for name in Folders.names(in: samples) where name.hasSuffix(".toml") {
      try Folders.write(try readText(samples + "/" + name), to: path + "/" + name)
    }
    let project = try ProjectFolder.open(path)
    for folder in project.outputFolders { try Folders.make(folder) }
    _ = try Keyring.create(
      at: project.place("keys"),
      unlock: .none,
      isTestOnly: true,
      time: Timestamp.text(time),
      outputs: project.outputFolders
    )
  }
}
