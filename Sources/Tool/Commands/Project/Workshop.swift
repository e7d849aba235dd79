import ChatLogs
import Classification
import Codebook
import Configuration
import Cryptography
import Detection
import FoundationEssentials
import Keys
import Ledger
import Pseudonymisation

/// What a verb works with: the project's settings where there is a project, else the shipped ones.
struct Workshop: Sendable {
  /// The project; `nil` outside one.
  let project: ProjectFolder?
  /// The shipped files.
  let shippedFiles: String
  /// What is replaced, and how.
  let redaction: RedactionSettings
  /// Cores to use.
  let threads: Int
  /// The file that opens sealed keys; `nil` where they are not sealed.
  let unlockFile: String?
  /// How chat logs are read.
  var reading: ChatLogSettings

  /// Opens the workshop that a call asks for.
  static func open(_ call: Invocation) throws -> Workshop {
    guard let shipped = call.world.shippedFiles else { throw Complaint.shippedFilesMissing }
    let project = try ProjectFolder.openIfPresent(call.projectPath)
    if project == nil, call.has(.project) { throw Complaint.noProject(call.projectPath) }
    let settings = project?.settings ?? .standard
    let asked = try call.integer(.threads, in: 1...256) ?? settings.threads
    var redaction = RedactionSettings.standard
    if let project {
      redaction = try RedactionSettings(
        reading: project.configuration("redaction.toml"),
        today: String(Timestamp.text(call.world.now()).prefix(10))
      )
    }
    if let policy = call.value(.policy).flatMap(DetectionPolicy.init) {
      redaction = redaction.with(policy: policy)
    }
    return Workshop(
      project: project,
      shippedFiles: shipped,
      redaction: redaction,
      threads: asked > 0 ? asked : call.world.cores,
      unlockFile: call.value(.unlockFile),
      reading: ChatLogSettings(zone: CivilZone(rawValue: settings.timeZone) ?? .amsterdam)
    )
  }

  /// The folder of the lexicons.
  var lexiconFolder: String {
    if let project, project.settings.paths["lexicons"] != nil { return project.place("lexicons") }
    return shippedFiles + "/Lexicons"
  }

  /// The detector under the workshop's policy, with the steward's own lists.
  func detector() throws -> Detector {
    try detector(try Lexicons.open(directory: lexiconFolder))
  }

  private func detector(_ lexicons: Lexicons) throws -> Detector {
    // Whoever answers for the line is found by name in every chat, as if denied by the steward.
    let counsellors = (project?.settings.counsellors ?? []).map {
      DetectionSettings.DeniedValue(text: $0, kind: .person)
    }
    let listed = redaction.detection
    return try Detector(
      lexicons: lexicons,
      policy: redaction.policy,
      settings: DetectionSettings(
        ownRecognisers: listed.ownRecognisers,
        denied: listed.denied + counsellors,
        allowed: listed.allowed,
        vocabulary: redaction.replacesRare ? try vocabulary() : nil
      )
    )
  }

  /// Where the frozen words of `rare = true` are kept.
  var vocabularyFile: String {
    get throws {
      guard let project else { throw Complaint.noProject(".") }
      return project.place("vocabulary")
    }
  }

  private func vocabulary() throws -> FrozenVocabulary {
    let file = try vocabularyFile
    guard let frozen = FrozenVocabulary(try vocabularyBytes()) else {
      throw Complaint.unreadable(file, "it is no vocabulary; make it with luwte vocabulary")
    }
    return frozen
  }

  private func vocabularyBytes() throws -> [UInt8] {
    let file = try vocabularyFile
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Complaint.unreadable(file, "missing; make it with luwte vocabulary")
    }
    return Array(data)
  }

  private var codebookFile: String {
    (project?.path ?? shippedFiles + "/Samples/project") + "/codebook.toml"
  }

  /// The codebook of the project, or the shipped one.
  func codebook() throws -> Codebook {
    try Codebook.read(text: try readText(codebookFile), file: codebookFile)
  }

  /// Every mistake of that codebook; empty where it can be read.
  func codebookMistakes() throws -> [ConfigurationError] {
    Codebook.mistakes(text: try readText(codebookFile), file: codebookFile)
  }

  /// The statistical layer behind the rules; `nil` where `luwte.toml` names none.
  func model(for codebook: Codebook) throws -> CodingModel? {
    guard let file = modelFile else { return nil }
    return try Self.model(file, for: codebook)
  }

  private var modelFile: String? {
    guard let project, project.settings.paths["model"] != nil else { return nil }
    return project.place("model")
  }

  /// Reads a model that was trained under a codebook.
  static func model(_ file: String, for codebook: Codebook) throws -> CodingModel {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Complaint.unreadable(file, "missing; make it with luwte train")
    }
    do {
      return try CodingModel(Array(data), codebook: codebook.fingerprint())
    } catch let error as CodingModel.FileError {
      throw Complaint.model(error, in: file, edition: try codebook.edition())
    }
  }

  /// The project's keyring; outside a project one that ends with the process.
  ///
  /// Keys that are made meanwhile carry the given time, RFC 3339.
  func keyring(time: String) throws -> Keyring {
    guard let project else { return .ephemeral() }
    let folder = project.place("keys")
    let unlock = try unlockFile.map { file in
      try UnlockSource(file).opening(keys: folder, outputs: project.outputFolders)
    }
    return try Keyring.open(
      at: folder,
      unlock: unlock ?? .none,
      time: time,
      outputs: project.outputFolders
    )
  }

  /// All stages, with the versions that evidence names.
  func assemblyLine(keyring: Keyring) throws -> AssemblyLine {
    let codebook = try codebook()
    let lexicons = try Lexicons.open(directory: lexiconFolder)
    let settings = redaction
    return AssemblyLine(
      detector: try detector(lexicons),
      pseudonymiser: Pseudonymiser(
        keyring: keyring,
        settings: redaction,
        codebook: codebook,
        region: { lexicons.province(ofPlace: $0) },
        style: redaction.replacesRare ? WritingStyle(lexicons) : nil
      ),
      coder: Coder(codebook: codebook, model: try model(for: codebook)),
      keyring: keyring,
      versions: Night.Versions(
        program: Luwte.version,
        codebook: try SHA256.digest(of: codebook.source.span).hexadecimal,
        lexicons: String(lexicons.digest, radix: 16),
        configuration: try configurationDigest()
      ),
      register: TransformationRow.all(redaction),
      blank: LeakWatch(settings: settings) { word in
        lexicons.entry(word).isIn([.dutch, .english, .slang, .kept, .publicBody])
      }
    )
  }

  /// SHA-256 over the settings that shape a night: `luwte.toml`, then `redaction.toml`, then the
  /// vocabulary where rare words are replaced, then the model where there is one.
  private func configurationDigest() throws -> String {
    var hash = try SHA256()
    if let project {
      for name in ["luwte.toml", "redaction.toml"] {
        let text = Array(try readText(project.path + "/" + name).utf8)
        try hash.update(text.span)
      }
      if redaction.replacesRare {
        let words = try vocabularyBytes()
        try hash.update(words.span)
      }
      if let file = modelFile, let data = FileManager.default.contents(atPath: file) {
        let model = Array(data)
        try hash.update(model.span)
      }
    }
    return try hash.finish().hexadecimal
  }
}
