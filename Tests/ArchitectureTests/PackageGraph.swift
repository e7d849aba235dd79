import Foundation

/// The target graph of a package, from `swift package dump-package`.
struct PackageGraph {
  /// One target: its zone (the folder below `Sources/`) and what it may import.
  struct Target {
    let zone: String
    let dependencies: [String]
  }

  let targets: [String: Target]

  /// The package's own folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Reads the graph that the manifest declares.
  ///
  /// Runs with a scratch path of its own: the default one is locked while tests run.
  static func declared() throws -> PackageGraph {
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "luwte-dump-package-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", root.path, "--scratch-path", scratch.path,
      "dump-package",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try PackageGraph(dump: data)
  }

  init(targets: [String: Target]) { self.targets = targets }

  /// Reads the JSON that `dump-package` prints.
  init(dump: Data) throws {
    // A dependency is {"byName": [name, null]} or {"target": [name, null]}.
    let object = try JSONSerialization.jsonObject(with: dump)
    var targets: [String: Target] = [:]
    for case let target as [String: Any] in (object as? [String: Any])?["targets"] as? [Any] ?? [] {
      guard let name = target["name"] as? String else { continue }
      let path = (target["path"] as? String ?? "").split(separator: "/")
      let zone = path.count > 2 && path[0] == "Sources" ? String(path[1]) : ""
      var dependencies: [String] = []
      for case let dependency as [String: Any] in target["dependencies"] as? [Any] ?? [] {
        for case let value as [Any] in dependency.values {
          if let first = value.first as? String { dependencies.append(first) }
        }
      }
      targets[name] = Target(zone: zone, dependencies: dependencies)
    }
    self.targets = targets
  }

  /// Every target that can be reached from `name`, itself left out.
  func closure(of name: String) -> Set<String> {
    var reached: Set<String> = []
    var waiting = targets[name]?.dependencies ?? []
    while let next = waiting.popLast() {
      guard reached.insert(next).inserted else { continue }
      waiting += targets[next]?.dependencies ?? []
    }
    return reached
  }

  /// The forbidden reaches, such as `Datasets reaches ChatLogs`, sorted.
  var brokenWalls: [String] {
    var broken: [String] = []
    for (name, target) in targets {
      for reached in closure(of: name) {
        guard let zone = targets[reached]?.zone else { continue }
        let allowed =
          switch target.zone {
          case "Release": ["Release", "Common", "System"].contains(zone)
          case "Common": ["Common", "System"].contains(zone)
          case "Identifying": ["Identifying", "Common", "System"].contains(zone)
          // Persons reach the tables as rows of Aggregation's own type, which the ledger fills.
          case "Pseudonymous":
            zone != "Tool" && (zone != "Release" || (name, reached) == ("Ledger", "Aggregation"))
          case "System": false
          default: true
          }
        if !allowed { broken.append("\(name) reaches \(reached)") }
      }
      // Behind the first wall, Pseudonymisation is the only door to the Identifying zone.
      for dependency in target.dependencies
      where target.zone == "Pseudonymous" && targets[dependency]?.zone == "Identifying"
        && dependency != "Pseudonymisation"
      {
        broken.append("\(name) imports \(dependency)")
      }
    }
    return broken.sorted()
  }
}
