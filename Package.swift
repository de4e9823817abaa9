// swift-tools-version: 6.2
import PackageDescription

// The map of the house. Arrows only point down; `.ci/walls` holds every `import` to this list.
let package = Package(
  name: "evtools",
  targets: [
    // 0 The ground: knows nothing of charging.
    room("Numerics", links: ["m"]),  // for square roots, which IEEE 754 makes exact
    room("Quantities"),
    room("Randomness", needs: ["Numerics"]),
    room("Text"),

    // 1 The engines.
    room("EventSimulation", needs: ["Numerics", "Quantities"]),
    room("Statistics", needs: ["Numerics", "Randomness"]),
    room("Queueing", needs: ["Numerics"]),
    room("Reports", needs: ["Text"]),
    room("RunRecords", needs: ["Text"]),

    // 3 The tools, and what all of them share.
    room("AnalysisKit", needs: ["Reports", "RunRecords", "Text"]),
    tool(
      "queue",
      needs: ["EventSimulation", "Numerics", "Quantities", "Queueing", "Randomness", "Statistics"]),

    // 4 The door.
    .executableTarget(
      name: "evtools",
      dependencies: ["AnalysisKit", "QueuePlugin", "Reports", "RunRecords", "Text"]),

    // What every room, tool and the whole program promise.
    tests(of: "Numerics"),
    tests(of: "Quantities"),
    tests(of: "Randomness", needs: ["Numerics"]),
    tests(of: "Text"),
    tests(of: "EventSimulation", needs: ["Quantities"]),
    tests(of: "Statistics", needs: ["Numerics", "Randomness"]),
    tests(of: "Queueing"),
    tests(of: "Reports"),
    tests(of: "RunRecords", needs: ["Text"]),
    tests(of: "AnalysisKit", needs: ["Reports", "RunRecords", "Text"]),
    tests(of: "QueuePlugin", needs: ["AnalysisKit", "Reports", "Text"]),
    .testTarget(name: "EndToEndTests", path: "Tests/EndToEnd"),
  ]
)

// MARK: - Helpers

/// A library in `Sources/`.
func room(_ name: String, needs: [String] = [], links: [String] = []) -> Target {
  .target(
    name: name, dependencies: needs.map { .init(stringLiteral: $0) },
    linkerSettings: links.map { .linkedLibrary($0) })
}

/// An analysis tool in `tools/NAME`, as the module `NamePlugin`.
func tool(_ name: String, needs: [String] = []) -> Target {
  .target(
    name: name.prefix(1).uppercased() + name.dropFirst() + "Plugin",
    dependencies: (["AnalysisKit", "Reports", "Text"] + needs).map { .init(stringLiteral: $0) },
    path: "tools/\(name)", exclude: ["README.md"])
}

/// The promises of a room, a tool or the whole program, in `Tests/`.
func tests(of name: String, needs: [String] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: ([name] + needs).map { .init(stringLiteral: $0) })
}

// The same language settings for every target.
for target in package.targets {
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
