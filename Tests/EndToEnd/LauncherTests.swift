import Foundation
import Testing

@Suite("The launcher") struct LauncherTests {
  private let scratch = Scratch()
  private let launcher = Evtools.root.path + "/evtools"

  /// A folder of programs with some of the machine's left out.
  private func programs(without missing: Set<String>) throws -> String {
    let folder = scratch.url("bin")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for directory in ["/bin", "/usr/bin"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: directory)
      where !missing.contains(name) {
        try? FileManager.default.createSymbolicLink(
          atPath: folder.path + "/" + name, withDestinationPath: directory + "/" + name)
      }
    }
    return folder.path
  }

  /// A checkout that has not been built.
  private func checkout() throws {
    for name in ["evtools", ".ci", "Package.swift"] {
      try FileManager.default.copyItem(
        at: Evtools.root.appending(path: name), to: scratch.url(name))
    }
  }

  /// A checkout that has just been built, by copying the program there is.
  private func built() throws {
    try checkout()
    let release = scratch.url(".build/release")
    try FileManager.default.createDirectory(at: release, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: URL(filePath: Evtools.binary).resolvingSymlinksInPath(),
      to: release.appending(path: "evtools"))
    let stamp = "stat -c '%Y %s' .build/release/evtools > .build/evtools.stamp"
    _ = try Evtools.run(["-c", stamp], in: scratch.folder, program: "/bin/sh")
  }

  @Test("is in the way of neither arguments nor exit code, and builds nothing when nothing changed")
  func transparent() throws {
    try built()
    let elsewhere = Scratch()
    for arguments in [["queue", "--arrivals", "a b"], ["--version"], ["help", "queue"]] {
      let direct = try Evtools.run(arguments, in: elsewhere.folder)
      // Without a toolchain on the PATH a build could not even begin.
      let launched = try Evtools.run(
        arguments, in: elsewhere.folder, environment: ["PATH": "/usr/bin:/bin"],
        program: scratch.path("evtools"))
      #expect(launched.code == direct.code)
      #expect(launched.err == direct.err)
      #expect(launched.out == direct.out)
    }
  }

  @Test(
    "builds again when a source changed, came or went, and when the program is another",
    arguments: [
      "touch Package.swift", "mkdir Sources && touch Sources/New.swift",
      "echo >> .build/release/evtools",
      "rm .build/evtools.stamp",
    ])
  func rebuilds(_ change: String) throws {
    try built()
    _ = try Evtools.run(["-c", "sleep 0.02; " + change], in: scratch.folder, program: "/bin/sh")
    let launched = try Evtools.run(
      ["--version"], in: scratch.folder, environment: ["PATH": "/usr/bin:/bin"],
      program: scratch.path("evtools"))
    #expect(launched.code == 69, "it wants a toolchain")
  }

  @Test("says what is missing and why, and with EVTOOLS_NO_INSTALL=1 installs nothing")
  func noInstall() throws {
    try checkout()
    try FileManager.default.createDirectory(
      at: scratch.url("fake"), withIntermediateDirectories: true)
    try scratch.write("#!/bin/sh\nexit 0\n", as: "fake/swift")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: scratch.path("fake/swift"))
    let path = try programs(without: ["git", "swift"]) + ":" + scratch.path("fake")
    let answer = try Evtools.run(
      ["queue"], in: scratch.folder, environment: ["PATH": path, "EVTOOLS_NO_INSTALL": "1"],
      program: scratch.path("evtools"))
    #expect(answer.code == 69)
    #expect(answer.err.contains("apt-get install") && answer.err.contains("git"))
    #expect(answer.out.isEmpty)
  }

  @Test("says where a toolchain comes from when there is none")
  func noToolchain() throws {
    try checkout()
    let answer = try Evtools.run(
      ["queue"], in: scratch.folder,
      environment: ["PATH": try programs(without: ["swift"])], program: scratch.path("evtools"))
    #expect(answer.code == 69)
    #expect(answer.err.contains("swift.org/install"))
  }

  @Test("shows the compiler's words when a build fails")
  func brokenBuild() throws {
    try checkout()
    try scratch.write("// swift-tools-version: 6.2\nthis is not Swift\n", as: "Package.swift")
    let answer = try Evtools.run(["queue"], in: scratch.folder, program: scratch.path("evtools"))
    #expect(answer.code == 70)
    #expect(answer.err.contains("the build failed"))
    #expect(answer.err.contains("error"))
  }

  @Test("knows its benches")
  func benches() throws {
    let answer = try Evtools.run(["bench", "nothing"], in: scratch.folder, program: launcher)
    #expect(answer.code == 64)
    #expect(answer.err.contains("kernel"))
  }
}
