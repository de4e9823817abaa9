// swift-tools-version: 6.2
import PackageDescription

// The map of the house. Arrows only point down; `.ci/walls` holds every `import` to this list.

// 3 The tools: one folder in `tools/`, one line here, one line in `Sources/evtools/ToolRack.swift`.
let tools = [
  Tool("audit", needs: ["HighwayWorld", "Statistics"], testsNeed: ["SimulatePlugin"]),
  Tool(
    "blackouts",
    needs: [
      "ChargingModels", "Figures", "HighwayStudies", "HighwayWorld", "Randomness", "Statistics",
    ], testsNeed: ["Drawing", "SimulatePlugin"], pictures: ["Pictures"]),
  Tool(
    "diff", needs: ["Figures", "Statistics"], testsNeed: ["Drawing", "SimulatePlugin"]),
  Tool(
    "gallery", needs: ["Figures", "Numerics", "Queueing", "Randomness", "Statistics"],
    testsNeed: ["Drawing"], pictures: ["Pictures"]),
  Tool(
    "pareto",
    needs: [
      "ChargingModels", "Figures", "HighwayStudies", "HighwayWorld", "Optimisation", "Statistics",
    ], testsNeed: ["Drawing", "Peers"], pictures: ["Pictures"]),
  Tool(
    "queue",
    needs: [
      "EventSimulation", "Figures", "Numerics", "Quantities", "Queueing", "Randomness",
      "Statistics",
    ], pictures: ["Pictures"]),
  Tool(
    "sensitivity",
    needs: [
      "ChargingModels", "Figures", "HighwayStudies", "HighwayWorld", "Optimisation", "Randomness",
      "Statistics",
    ],
    testsNeed: ["Drawing"], pictures: ["Pictures"]),
  Tool(
    "simulate",
    needs: [
      "ChargingModels", "Figures", "HighwayStudies", "HighwayWorld", "Queueing", "Statistics",
    ],
    testsNeed: ["Drawing"]),
  Tool(
    "siting",
    needs: [
      "ChargingModels", "Figures", "HighwayStudies", "HighwayWorld", "Numerics", "Queueing",
      "Randomness", "Statistics",
    ], testsNeed: ["Drawing", "ParetoPlugin"], pictures: ["Pictures"]),
  Tool(
    "stranding",
    needs: [
      "ChargingModels", "Figures", "HighwayStudies", "HighwayWorld", "Optimisation", "Randomness",
      "Statistics",
    ],
    testsNeed: ["Drawing"], pictures: ["Pictures"]),
]

let package = Package(
  name: "evtools",
  targets: [
    // 0 The ground: knows nothing of charging. System libraries, and why each, are in CONTRIBUTING.
    library("CCairo", pkgConfig: "cairo-ft"),
    library("CDeflate", pkgConfig: "libdeflate"),
    library("CFriBidi", pkgConfig: "fribidi"),
    library("CGIF"),
    library("CHarfBuzz", pkgConfig: "harfbuzz-subset"),
    library("CQPDF", pkgConfig: "libqpdf"),
    library("CSQLite", pkgConfig: "sqlite3"),
    library("CZstd", pkgConfig: "libzstd"),
    room("Numerics", links: ["m"]),  // for square roots, which IEEE 754 makes exact
    room("Quantities"),
    room("Randomness", needs: ["Numerics"]),
    room("Text"),

    // 1 The engines.
    room("EventSimulation", needs: ["Numerics", "Quantities"]),
    room("Statistics", needs: ["Numerics", "Randomness"]),
    room("Queueing", needs: ["Numerics"]),
    room("WorldContract", needs: ["Randomness"]),
    room("Optimisation", needs: ["Numerics", "Randomness"]),
    room("Figures", needs: ["Numerics", "Randomness", "Statistics", "Text"]),
    room(
      "Drawing",
      needs: ["CCairo", "CDeflate", "CFriBidi", "CGIF", "CHarfBuzz", "CQPDF", "Figures", "Text"]),
    room("Templating", needs: ["Text"]),
    // Pages, styles and scripts, as files that a user may override.
    .target(
      name: "Templates", dependencies: ["Templating"], path: "templates",
      resources: [
        "figure.html", "index.html", "note.html", "numbers.html", "page.css", "page.html",
        "prose.html", "provenance.html", "report.html", "search.js", "site.css", "table.html",
        "table.js",
      ].map { .embedInCode($0) }),
    room("Reports", needs: ["Figures", "Text"]),
    room("RunRecords", needs: ["CSQLite", "CZstd", "Text"]),
    room(
      "Publishing",
      needs: ["Figures", "Reports", "RunRecords", "Templates", "Templating", "Text"]),

    // 2 The worlds, and the models of charging that they share.
    room("ChargingModels", needs: ["Numerics", "Randomness"]),
    .target(
      name: "HighwayWorld",
      dependencies: [
        "ChargingModels", "EventSimulation", "Numerics", "Quantities", "Randomness", "Statistics",
        "Text",
      ], path: "Sources/Worlds/HighwayWorld"),

    // 3 What tools share: all of them, and those that ask the highway again and again.
    room(
      "AnalysisKit",
      needs: [
        "Figures", "Optimisation", "Randomness", "Reports", "RunRecords", "Statistics", "Text",
      ]),
    room(
      "HighwayStudies",
      needs: [
        "AnalysisKit", "ChargingModels", "HighwayWorld", "Numerics", "Optimisation", "Queueing",
        "Text",
      ]),

    // 4 The door.
    .executableTarget(
      name: "evtools",
      dependencies: [
        "AnalysisKit", "Drawing", "Figures", "HighwayStudies", "HighwayWorld", "Publishing",
        "Reports", "RunRecords",
        "Templating", "Text",
      ] + tools.map(\.dependency)),

    // What the bench of studies runs beside its peers.
    .executableTarget(
      name: "BenchStudies",
      dependencies: [
        "AnalysisKit", "ChargingModels", "HighwayStudies", "HighwayWorld", "Optimisation",
        "RunRecords", "Text",
      ], path: "tools/bench/studies"),

    // What every room and the whole program promise.
    .target(name: "Peers", path: "Tests/Peers"),
    .target(
      name: "Asking", dependencies: ["AnalysisKit", "Figures", "Reports", "Text"],
      path: "Tests/Asking"),
    tests(of: "Numerics", needs: ["Peers"]),
    tests(of: "Quantities"),
    tests(of: "Randomness", needs: ["Numerics", "Peers"]),
    tests(of: "Text", needs: ["Peers"]),
    tests(of: "EventSimulation", needs: ["Peers", "Quantities"]),
    tests(of: "Statistics", needs: ["Numerics", "Peers", "Randomness"]),
    tests(of: "Queueing", needs: ["Peers"]),
    tests(of: "Optimisation", needs: ["Numerics", "Peers", "Randomness"]),
    tests(of: "Figures", needs: ["Numerics", "Peers", "Statistics", "Text"]),
    tests(of: "Templating", needs: ["Peers", "Text"]),
    tests(of: "Drawing", needs: ["Figures", "Peers"]),
    tests(of: "Reports", needs: ["Figures"]),
    tests(
      of: "Publishing",
      needs: ["Figures", "Peers", "Reports", "RunRecords", "Templates", "Templating", "Text"]),
    tests(of: "RunRecords", needs: ["Peers", "Text"]),
    tests(of: "ChargingModels", needs: ["Numerics", "Peers", "Randomness"]),
    tests(
      of: "HighwayWorld",
      needs: ["ChargingModels", "Peers", "Queueing", "Randomness", "Statistics", "Text"]),
    tests(of: "AnalysisKit", needs: ["Optimisation", "Peers", "Reports", "RunRecords", "Text"]),
    tests(of: "HighwayStudies", needs: ["AnalysisKit", "ChargingModels", "HighwayWorld", "Text"]),
    .testTarget(name: "EndToEndTests", path: "Tests/EndToEnd", exclude: ["Golden"]),
  ] + tools.flatMap(\.targets)
)

// MARK: - Helpers

/// A C library of the system, by a module map in `Sources/CLibraries/`.
func library(_ name: String, pkgConfig: String? = nil) -> Target {
  .systemLibrary(name: name, path: "Sources/CLibraries/\(name)", pkgConfig: pkgConfig)
}

/// A library in `Sources/`.
func room(_ name: String, needs: [String] = [], links: [String] = []) -> Target {
  .target(
    name: name, dependencies: needs.map { .init(stringLiteral: $0) },
    linkerSettings: links.map { .linkedLibrary($0) })
}

/// The promises of a room, in `Tests/`.
func tests(of name: String, needs: [String] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: ([name] + needs).map { .init(stringLiteral: $0) })
}

/// An analysis tool: the module `NamePlugin` in `tools/name` and its tests in `Tests/`.
struct Tool {
  let name: String
  let needs: [String]
  let testsNeed: [String]
  /// Folders of pictures for its README.
  let pictures: [String]

  init(
    _ name: String, needs: [String] = [], testsNeed: [String] = [], pictures: [String] = []
  ) {
    self.name = name
    self.needs = needs
    self.testsNeed = testsNeed
    self.pictures = pictures
  }

  var module: String { name.prefix(1).uppercased() + name.dropFirst() + "Plugin" }
  var dependency: Target.Dependency { .init(stringLiteral: module) }

  var targets: [Target] {
    let shared = ["AnalysisKit", "Reports", "Text"]
    return [
      .target(
        name: module, dependencies: (shared + needs).map { .init(stringLiteral: $0) },
        path: "tools/\(name)", exclude: ["README.md"] + pictures),
      tests(of: module, needs: shared + needs + testsNeed + ["Asking"]),
    ]
  }
}

// The same language settings for every target.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
  ]
}
