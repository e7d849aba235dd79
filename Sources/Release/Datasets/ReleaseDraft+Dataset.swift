import Compression
import DisclosureControl

extension ReleaseDraft {
  /// Adds tables or rows as compressed CSV, the data package and the report.
  ///
  /// - Parameters:
  ///   - release: What the release says of itself.
  ///   - protected: The tables and sentences behind the second wall.
  /// - Throws: `DatasetError`.
  public func add(
    _ release: ReleaseDescription,
    _ protected: ProtectedRelease
  ) throws(DatasetError) {
    try add(
      release,
      protected.tables.map(DatasetTable.init),
      protected.figures.compactMap { ReportFigure($0, in: protected.tables) },
      protected.microdata.map(DatasetMicrodata.init)
    )
  }

  /// Adds tables, a file of rows, data package and report of values that are already safe.
  func add(
    _ release: ReleaseDescription,
    _ tables: [DatasetTable],
    _ figures: [ReportFigure],
    _ microdata: DatasetMicrodata? = nil
  ) throws(DatasetError) {
    var resources: [DataPackage.Resource] = []
    for table in tables {
      let path = DataPackage.path(of: table)
      let packed: [UInt8]
      do {
        packed = try Gzip.compress(TableCSV.write(table), effort: .small)
      } catch { throw DatasetError(error, path: path) }
      try add(path, packed)
      if let file = files.last { resources.append(DataPackage.Resource(table: table, file: file)) }
    }
    var files: [MicrodataPackage.Resource] = []
    if let microdata {
      let packed: [UInt8]
      do {
        packed = try Gzip.compress(microdata.csv, effort: .small)
      } catch { throw DatasetError(error, path: microdata.path) }
      try add(microdata.path, packed)
      if let file = self.files.last { files.append(.init(microdata: microdata, file: file)) }
    }
    try add(DataPackage.path, DataPackage.json(release, resources, files))
    try add(Report.path, Report.html(release, tables, figures, microdata))
  }
}
