import Compression
import DisclosureControl

extension ReleaseDraft {
  /// Adds the tables as compressed CSV, the data package and the report.
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
      protected.figures.compactMap { ReportFigure($0, in: protected.tables) }
    )
  }

  /// Adds tables, data package and report of values that are already safe.
  func add(
    _ release: ReleaseDescription,
    _ tables: [DatasetTable],
    _ figures: [ReportFigure]
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
    try add(DataPackage.path, DataPackage.json(release, resources))
    try add(Report.path, Report.html(release, tables, figures))
  }
}
