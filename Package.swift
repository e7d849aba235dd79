// swift-tools-version: 6.2

import PackageDescription

// The walls of the house. Every target compiles under these settings; the scripts add
// `--explicit-target-dependency-import-check error`, so that an import without an arrow below is
// an error.
let walls: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

enum Zone: String {
  case system = "System"
  case common = "Common"
  case identifying = "Identifying"
  case pseudonymous = "Pseudonymous"
  case release = "Release"
  case tool = "Tool"
}

func room(_ zone: Zone, _ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    path: "Sources/\(zone.rawValue)/\(name)",
    swiftSettings: walls
  )
}

func library(_ name: String, pkgConfig: String?, debian: String) -> Target {
  .systemLibrary(
    name: name,
    path: "Sources/\(Zone.system.rawValue)/\(name)",
    pkgConfig: pkgConfig,
    providers: [.apt([debian])]
  )
}

func shim(_ name: String, links library: String? = nil) -> Target {
  .target(
    name: name,
    path: "Sources/\(Zone.system.rawValue)/\(name)",
    linkerSettings: library.map { [.linkedLibrary($0)] } ?? []
  )
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: walls)
}

let package = Package(
  name: "luwte",
  products: [.executable(name: "luwte", targets: ["luwte"])],
  targets: [
    // System: one thin target per C library, no logic, one importing target each.
    library("CZlib", pkgConfig: "zlib", debian: "zlib1g-dev"),
    library("CISAL", pkgConfig: "libisal", debian: "libisal-dev"),
    library("COpenSSL", pkgConfig: "libcrypto", debian: "libssl-dev"),
    library("CSQLite", pkgConfig: "sqlite3", debian: "libsqlite3-dev"),
    library("CLinux", pkgConfig: nil, debian: "libc6-dev"),
    // Its pkg-config file carries a flag that the package manager refuses.
    library("CUtf8proc", pkgConfig: nil, debian: "libutf8proc-dev"),
    library("CClp", pkgConfig: nil, debian: "coinor-libclp-dev"),
    library("CCbc", pkgConfig: nil, debian: "coinor-libcbc-dev"),
    shim("CxxSimdjson", links: "simdjson"),
    shim("CxxTOML"),
    shim("CxxRE2", links: "re2"),

    // Common: neither people nor keys.
    room(.common, "UnicodeText", ["CUtf8proc"]),
    room(.common, "Compression", ["CZlib", "CISAL"]),
    room(.common, "Cryptography", ["CLinux", "COpenSSL"]),
    room(.common, "JSON", ["CxxSimdjson"]),
    room(.common, "Configuration", ["JSON", "CxxTOML"]),
    room(.common, "Detection", ["UnicodeText", "CxxRE2"]),
    room(.common, "Codebook", ["Configuration"]),
    room(.common, "Evaluation", ["Detection", "JSON"]),
    room(.common, "LinearProgramming", ["CCbc", "CClp"]),

    // Identifying: raw text, visitor metadata, pseudonym keys.
    room(.identifying, "ChatLogs", ["Compression", "Detection", "JSON"]),
    room(.identifying, "Keys", ["Cryptography", "JSON"]),
    room(
      .identifying,
      "Pseudonymisation",
      [
        "ChatLogs", "Codebook", "Configuration", "Cryptography", "Detection", "JSON", "Keys",
        "UnicodeText",
      ]
    ),

    // Pseudonymous: behind the first wall.
    room(
      .pseudonymous,
      "Classification",
      ["Codebook", "Detection", "Evaluation", "JSON", "Pseudonymisation"]
    ),
    room(
      .pseudonymous,
      "Ledger",
      ["Aggregation", "CSQLite", "Classification", "Codebook", "Pseudonymisation"]
    ),
    room(.pseudonymous, "Transcripts", ["Compression", "JSON", "Pseudonymisation"]),

    // Release: behind the second wall.
    room(.release, "Aggregation", ["Codebook", "Configuration"]),
    room(.release, "DisclosureControl", ["Aggregation", "Codebook", "LinearProgramming"]),
    room(
      .release,
      "Datasets",
      ["Aggregation", "Codebook", "Compression", "Cryptography", "DisclosureControl", "JSON"]
    ),
    room(.release, "Attestation", ["Compression", "Cryptography", "Datasets", "JSON"]),

    // Tool: the command line.
    room(
      .tool,
      "Commands",
      [
        "Aggregation", "Attestation", "ChatLogs", "Classification", "Codebook", "Compression",
        "Configuration", "Cryptography", "Datasets", "Detection", "DisclosureControl",
        "Evaluation", "JSON", "Keys", "Ledger", "Pseudonymisation", "Transcripts", "UnicodeText",
      ]
    ),
    .executableTarget(
      name: "lexicon-compiler",
      dependencies: ["Detection"],
      path: "Sources/Tool/lexicon-compiler",
      swiftSettings: walls
    ),
    .executableTarget(
      name: "name-trainer",
      dependencies: ["Detection"],
      path: "Sources/Tool/name-trainer",
      swiftSettings: walls
    ),
    .executableTarget(
      name: "luwte",
      dependencies: ["Commands"],
      path: "Sources/Tool/luwte",
      swiftSettings: walls
    ),
    room(.tool, "SampleLine", ["JSON"]),
    .executableTarget(
      name: "sample-line",
      dependencies: ["Compression", "SampleLine"],
      path: "Sources/Tool/sample-line",
      swiftSettings: walls
    ),

    tests("ArchitectureTests", []),
    tests(
      "AttestationTests",
      [
        "Aggregation", "Attestation", "Codebook", "Compression", "Configuration", "Datasets",
        "DisclosureControl",
      ]
    ),
    tests(
      "ClassificationTests",
      ["Classification", "Codebook", "Detection", "Evaluation", "JSON", "Pseudonymisation"]
    ),
    tests("CodebookTests", ["Codebook", "Configuration"]),
    tests(
      "CommandsTests",
      [
        "Aggregation", "ChatLogs", "Commands", "Compression", "Configuration", "Datasets",
        "Detection", "Keys", "Ledger", "Pseudonymisation", "SampleLine",
      ]
    ),
    tests("ChatLogsTests", ["ChatLogs", "Compression", "Detection", "JSON"]),
    tests("CompressionTests", ["Compression"]),
    .executableTarget(
      name: "wall-speed",
      dependencies: [
        "ChatLogs", "Codebook", "Compression", "Cryptography", "Detection", "Keys",
        "Pseudonymisation",
      ],
      path: "Sources/Tool/wall-speed",
      swiftSettings: walls
    ),

    .executableTarget(
      name: "table-speed",
      dependencies: ["Aggregation", "Codebook", "Configuration", "DisclosureControl", "Ledger"],
      path: "Sources/Tool/table-speed",
      swiftSettings: walls
    ),

    tests("ConfigurationTests", ["Configuration"]),
    tests("CryptographyTests", ["Cryptography"]),
    tests(
      "DatasetsTests",
      [
        "Aggregation", "Codebook", "Compression", "Configuration", "Datasets", "DisclosureControl",
        "JSON",
      ]
    ),
    tests("EvaluationTests", ["Detection", "Evaluation", "JSON"]),
    tests("JSONTests", ["JSON"]),
    tests("KeysTests", ["Cryptography", "Keys"]),
    tests(
      "PseudonymisationTests",
      [
        "ChatLogs", "Codebook", "Configuration", "Detection", "JSON", "Keys", "Pseudonymisation",
        "UnicodeText",
      ]
    ),
    tests(
      "LedgerTests",
      [
        "Aggregation", "Classification", "Codebook", "Configuration", "Ledger", "Pseudonymisation",
      ]
    ),
    tests("AggregationTests", ["Aggregation", "Codebook", "Configuration"]),
    tests(
      "DisclosureControlTests",
      ["Aggregation", "Codebook", "Configuration", "DisclosureControl", "LinearProgramming"]
    ),
    tests(
      "SamplesTests",
      [
        "ChatLogs", "Classification", "Codebook", "Commands", "Compression", "Cryptography", "JSON",
        "Keys", "Pseudonymisation", "SampleLine",
      ]
    ),
    tests(
      "TranscriptsTests",
      ["Compression", "Pseudonymisation", "Transcripts"]
    ),
    tests("UnicodeTextTests", ["UnicodeText"]),
    tests("DetectionTests", ["Detection", "UnicodeText"]),
  ],
  cxxLanguageStandard: .cxx17
)
