import JSON
import Testing

@testable import Datasets

struct FuzzTests {
  /// A fixed linear congruential generator (Knuth, MMIX).
  private struct Generator {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      for _ in 0...next(below: 3) {
        let at = next(below: bytes.count)
        switch next(below: 4) {
        case 0: bytes[at] = UInt8(next(below: 256))
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(bytes[next(below: bytes.count)], at: at)
        default: bytes.swapAt(at, next(below: bytes.count))
        }
      }
      return bytes
    }
  }

  @Test func `a changed table reads as itself, as another table of the same form, or not at all`() {
    let bytes = TableCSV.write(Example.table)
    var random = Generator(state: 1)
    for _ in 0..<2000 {
      let changed = random.mutate(bytes)
      guard let cells = try? TableCSV.read(changed, as: Example.table) else { continue }
      #expect(cells.count == Example.table.cellCount)
    }
  }

  @Test func `a changed data package never crashes its reader`() throws {
    let file = ReleaseDraft.File(path: "tables/T1.csv.gz", bytes: 9, sha256: "00")
    let package = DataPackage.json(
      Example.description,
      [DataPackage.Resource(table: Example.table, file: file)]
    )
    let table = TableCSV.write(Example.table)
    let parser = try JSONParser()
    var random = Generator(state: 2)
    for _ in 0..<500 {
      let changed = random.mutate(package)
      let read = try? parser.parse(changed, in: 0..<changed.count) { DataPackageReader.read($0) }
      for (_, described) in (read ?? nil)?.resources ?? [] {
        switch described {
        case .table(let described): _ = try? TableCSV.read(table, as: described)
        case .microdata(let data): _ = try? data.rows(of: table)
        }
      }
    }
  }
}
