import Codebook
import Compression
import JSON

/// A release read back from its folder: description and tables.
public struct DatasetRelease: Equatable, Sendable {
  /// What it says of itself.
  public let description: ReleaseDescription
  /// The tables, in the package's order.
  public let tables: [DatasetTable]
  /// The files of rows, in the package's order.
  public let microdata: [DatasetMicrodata]
  /// The files of tables and rows with the sizes and hashes that the package gives them.
  public let files: [ReleaseDraft.File]

  /// Reads a release.
  ///
  /// - Parameter folder: The release's folder.
  /// - Returns: Description and tables.
  /// - Throws: `DatasetError.system`, or `.malformed` with the file and the place in it.
  public static func read(_ folder: String) throws(DatasetError) -> DatasetRelease {
    let path = DataPackage.path
    let bytes = try Self.bytes(folder, path)
    let parsed: DataPackageReader.Package?
    do {
      parsed = try JSONParser().parse(bytes, in: 0..<bytes.count) { root in
        DataPackageReader.read(root)
      }
    } catch { throw .malformed(path: path, reason: "it is not JSON") }
    guard let package = parsed else {
      throw .malformed(path: path, reason: "it is not a data package of luwte-release/v1")
    }
    var tables: [DatasetTable] = []
    var microdata: [DatasetMicrodata] = []
    for (file, described) in package.resources {
      do {
        let content = try Self.bytes(folder, file.path)
        switch described {
        case .table(let table):
          tables.append(table.with(cells: try TableCSV.read(content, as: table)))
        case .microdata(let data): microdata.append(data.with(rows: try data.rows(of: content)))
        }
      } catch let mismatch as TableCSV.Mismatch {
        let column = mismatch.column.isEmpty ? "" : ", column \(mismatch.column)"
        throw .malformed(path: file.path, reason: "line \(mismatch.line)\(column)")
      } catch let error as DatasetError {
        throw error
      } catch { throw .malformed(path: file.path, reason: "it cannot be read") }
    }
    return DatasetRelease(
      description: package.description,
      tables: tables,
      microdata: microdata,
      files: package.resources.map(\.file)
    )
  }

  /// The table with an id.
  public func table(_ id: String) -> DatasetTable? { tables.first { $0.id == id } }

  /// The bytes of a file, decompressed; a release's files are small.
  private static func bytes(_ folder: String, _ path: String) throws(DatasetError) -> [UInt8] {
    do {
      return try InputFile(path: folder + "/" + path).readAll()
    } catch { throw DatasetError(error, path: path) }
  }
}

/// Reads what `DataPackage` wrote under `luwte`.
enum DataPackageReader {
  /// What a resource is.
  enum Described {
    case table(DatasetTable)
    case microdata(DatasetMicrodata)

    /// The place of its file.
    var path: String {
      switch self {
      case .table(let table): DataPackage.path(of: table)
      case .microdata(let data): data.path
      }
    }
  }

  /// A package as read, without the files' content.
  struct Package {
    let description: ReleaseDescription
    let resources: [(file: ReleaseDraft.File, described: Described)]
  }

  static func read(_ root: JSONValue) -> Package? {
    guard let luwte = root["luwte"], luwte["format"]?.string == DataPackage.format,
      let name = luwte["release"]?.string, let title = label(luwte["title"]),
      let period = luwte["period"]?.string, let recipient = luwte["recipient"]?.string,
      let codebook = luwte["codebook"]?.string, let program = luwte["program"]?.string,
      let verdict = luwte["verdict"]?.string, let resources = root["resources"]
    else { return nil }
    let description = ReleaseDescription(
      name: name,
      title: title,
      period: period,
      recipient: recipient,
      codebook: codebook,
      program: program,
      verdict: verdict,
      notice: label(luwte["notice"]),
      agreement: luwte["agreement"].flatMap { list($0, { agreement($0) }) } ?? [],
      firstQuarter: luwte["first_quarter"]?.string ?? ""
    )
    let read = list(resources) { resource -> (file: ReleaseDraft.File, described: Described)? in
      guard let value = resource["luwte"],
        let described = table(value).map(Described.table)
          ?? microdata(value).map(Described.microdata),
        let path = resource["path"]?.string, path == described.path,
        let bytes = resource["bytes"]?.integer, let hash = resource["hash"]?.string,
        hash.hasPrefix("sha256:")
      else { return nil }
      let sha256 = String(hash.dropFirst("sha256:".count))
      return (ReleaseDraft.File(path: path, bytes: bytes, sha256: sha256), described)
    }
    return read.map { Package(description: description, resources: $0) }
  }

  private static func agreement(_ value: JSONValue) -> DatasetAgreement? {
    guard let variable = value["variable"]?.string, let label = label(value["label"]),
      let contacts = value["contacts_at_least"]?.integer,
      let kappa = value["kappa"]?.string.flatMap(DatasetAgreement.tenths)
    else { return nil }
    return DatasetAgreement(
      variable: variable,
      label: label,
      contactsAtLeast: contacts,
      kappaTenths: kappa
    )
  }

  private static func table(_ value: JSONValue) -> DatasetTable? {
    guard let id = value["table"]?.string, isPlain(id), let title = label(value["title"]),
      let population = value["population"]?.string,
      let populationLabel = label(value["population_label"]),
      let unit = value["unit"]?.string.flatMap(Variable.Unit.init),
      let period = value["period"]?.string,
      let measures = list(value["measures"], { $0.string.flatMap(DatasetMeasure.init) }),
      let method = value["method"]?.string, let showsZeros = value["shows_zeros"]?.boolean,
      let dimensions = list(value["dimensions"], { dimension($0) })
    else { return nil }
    var parameters: [String: String] = [:]
    value["parameters"]?.forEachMember { key, value in
      if let key = key.string, let value = value.string { parameters[key] = value }
    }
    // A product that does not fit in memory is no table.
    let count = dimensions.reduce(1) { min($0 * max($1.lines.count, 1), 1 << 24) }
    guard count < 1 << 24 else { return nil }
    return DatasetTable(
      id: id,
      title: title,
      population: population,
      populationLabel: populationLabel,
      unit: unit,
      period: period,
      dimensions: dimensions,
      measures: measures,
      protection: DatasetProtection(
        method: method,
        parameters: parameters,
        showsZeros: showsZeros
      ),
      cells: []
    )
  }

  private static func microdata(_ value: JSONValue) -> DatasetMicrodata? {
    guard let id = value["microdata"]?.string, isPlain(id), let title = label(value["title"]),
      let population = value["population"]?.string,
      let populationLabel = label(value["population_label"]),
      let period = value["period"]?.string, let leastAlike = value["k"]?.integer,
      let leastAnswers = value["l"]?.integer, let leftOut = value["rows_left_out"]?.integer,
      let columns = list(value["columns"], { column($0) })
    else { return nil }
    return DatasetMicrodata(
      id: id,
      title: title,
      population: population,
      populationLabel: populationLabel,
      period: period,
      leastAlike: leastAlike,
      leastAnswers: leastAnswers,
      columns: columns,
      rowsLeftOut: leftOut,
      rows: []
    )
  }

  private static func column(_ value: JSONValue) -> DatasetMicrodata.Column? {
    guard let variable = value["variable"]?.string, let label = label(value["label"]),
      let role = value["role"]?.string.flatMap(DatasetMicrodata.Column.Role.init),
      let level = value["level"]?.string, let suppressed = value["suppressed"]?.integer,
      let loss = value["loss_tenths"]?.integer, let lines = list(value["lines"], { line($0) })
    else { return nil }
    return DatasetMicrodata.Column(
      variable: variable,
      label: label,
      role: role,
      level: level,
      lines: lines,
      suppressed: suppressed,
      lossTenths: loss
    )
  }

  private static func dimension(_ value: JSONValue) -> DatasetDimension? {
    guard let id = value["id"]?.string, let variable = value["variable"]?.string,
      let label = label(value["label"]), let isMulti = value["multi"]?.boolean,
      let lines = list(value["lines"], { line($0) }), !lines.isEmpty
    else { return nil }
    return DatasetDimension(
      id: id,
      variable: variable,
      label: label,
      isMulti: isMulti,
      lines: lines
    )
  }

  private static func line(_ value: JSONValue) -> DatasetLine? {
    guard let id = value["id"]?.string, let label = label(value["label"]),
      let kind = value["kind"]?.string.flatMap(DatasetLine.Kind.init),
      let codes = list(value["codes"], { $0.string })
    else { return nil }
    return DatasetLine(id: id, label: label, kind: kind, codes: codes)
  }

  private static func label(_ value: JSONValue?) -> Label? {
    guard let nl = value?["nl"]?.string, let en = value?["en"]?.string else { return nil }
    return Label(nl: nl, en: en)
  }

  /// All elements of an array, or `nil` where it is none or one is unreadable.
  private static func list<Element>(
    _ value: JSONValue?,
    _ read: (JSONValue) -> Element?
  ) -> [Element]? {
    guard let value, value.kind == .array else { return nil }
    var result: [Element] = []
    var isValid = true
    value.forEachElement { element in
      if let element = read(element) { result.append(element) } else { isValid = false }
    }
    return isValid ? result : nil
  }

  /// Tells whether an id can stand in a file's name.
  private static func isPlain(_ id: String) -> Bool {
    !id.isEmpty && !id.hasPrefix(".") && id == id.split(separator: "/").joined()
  }
}
