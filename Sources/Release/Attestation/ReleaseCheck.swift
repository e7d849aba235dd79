import Compression
import Cryptography
import Datasets

/// What anyone can check of a release, without a key and without raw data.
///
/// All of it is *recomputed* from the published bytes. What only the signer knows, that the numbers
/// are the true counts and which releases went before, is *attested* and not checked here.
public struct ReleaseCheck: Sendable {
  /// What is wrong; empty where the release holds.
  public let findings: [ReleaseFinding]
  /// How many files were hashed.
  public let files: Int
  /// How many cells were recomputed.
  public let cells: Int
  /// How many withheld numbers were tried to be derived.
  public let withheld: Int
  /// How many rows of persons were compared.
  public let rows: Int
  /// k and l of each file of rows, by its id.
  public let microdata: [(file: String, alike: Int, answers: Int)]

  /// Checks a release.
  ///
  /// - Parameters:
  ///   - folder: The release's folder.
  ///   - companions: Files that speak of the manifest, such as its signature, and so cannot stand
  ///     in it.
  /// - Returns: The findings and how much was checked.
  /// - Throws: `DatasetError.system` where the folder or a file cannot be read at all.
  public static func run(
    _ folder: String,
    companions: Set<String> = []
  ) throws(DatasetError) -> ReleaseCheck {
    let tree: (files: [String], others: [String])
    do { tree = try Folder.tree(below: folder) } catch { throw .system(path: "", error) }
    var findings = tree.others.map { ReleaseFinding.notAFile(path: $0) }
    guard tree.files.contains(Manifest.path),
      let manifest = Manifest(json: try stored(folder, Manifest.path))
    else {
      return ReleaseCheck(findings: findings + [.noManifest], files: 0)
    }
    let present = Set(tree.files)
    let named = Set(manifest.files.map(\.path))
    for file in manifest.files {
      if !present.contains(file.path) {
        findings.append(.missing(path: file.path))
      } else if try !isUnaltered(file, in: folder) {
        findings.append(.altered(path: file.path))
      }
    }
    for path in tree.files
    where path != Manifest.path && !named.contains(path) && !companions.contains(path) {
      findings.append(.extra(path: path))
    }
    var cells = 0
    var withheld = 0
    var rows: [DatasetMicrodata] = []
    do {
      let release = try DatasetRelease.read(folder)
      for file in release.files where !manifest.files.contains(file) {
        findings.append(.packageDisagrees(path: file.path))
      }
      for table in release.tables {
        findings += TableCheck.findings(table)
        cells += table.cells.count
        withheld += table.cells.count { $0.count == .withheld }
      }
      findings += TotalsCheck.findings(release.tables)
      rows = release.microdata
      for data in rows { findings += MicrodataCheck.findings(data) }
      if named.contains(PublicRisk.path), present.contains(PublicRisk.path) {
        let others = manifest.files.map(\.path).filter { $0 != PublicRisk.path }
        var files: [[UInt8]] = []
        for path in others where present.contains(path) { files.append(try stored(folder, path)) }
        if try stored(folder, PublicRisk.path) != PublicRisk(release.tables, files: files).json {
          findings.append(.riskDiffers)
        }
      }
    } catch DatasetError.malformed(let path, let reason) {
      findings.append(.malformed(path: path, reason: reason))
    } catch DatasetError.system(let path, let code) {
      // A missing file is a finding of its own.
      if present.contains(path) { throw .system(path: path, code: code) }
      if !named.contains(path) { findings.append(.missing(path: path)) }
    }
    return ReleaseCheck(
      findings: findings,
      files: manifest.files.count,
      cells: cells,
      withheld: withheld,
      microdata: rows
    )
  }

  private init(
    findings: [ReleaseFinding],
    files: Int,
    cells: Int = 0,
    withheld: Int = 0,
    microdata: [DatasetMicrodata] = []
  ) {
    self.findings = findings
    self.files = files
    self.cells = cells
    self.withheld = withheld
    rows = microdata.reduce(0) { $0 + $1.rows.count }
    self.microdata = microdata.map { data in
      let found = MicrodataCheck.measures(data)
      return (data.id, found.alike, found.answers)
    }
  }

  private static func stored(_ folder: String, _ path: String) throws(DatasetError) -> [UInt8] {
    do {
      return try InputFile(asStored: folder + "/" + path).readAll()
    } catch { throw .system(path: path, error) }
  }

  private static func isUnaltered(
    _ file: ReleaseDraft.File,
    in folder: String
  ) throws(DatasetError) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var size = 0
    do {
      let input = try InputFile(asStored: folder + "/" + file.path)
      var hash = try SHA256()
      while true {
        let count = try input.read(into: &buffer, from: 0, upTo: buffer.count)
        if count == 0 { break }
        try hash.update(buffer.span.extracting(0..<count))
        size += count
      }
      return try size == file.bytes && hash.finish().hexadecimal == file.sha256
    } catch let error as CompressionError {
      throw .system(path: file.path, error)
    } catch { throw .digest }
  }
}

extension DatasetError {
  static func system(_ path: String, _ error: CompressionError) -> DatasetError {
    guard case .system(let code) = error else { return .system(path: path, code: 0) }
    return .system(path: path, code: code)
  }

  static func system(path: String, _ error: CompressionError) -> DatasetError {
    system(path, error)
  }
}
