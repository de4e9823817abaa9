import Foundation
import Testing

/// The built program, run as a user would run it.
struct Evtools {
  /// The folder of the package.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program that the launcher built.
  static let binary = root.appending(path: ".build/release/evtools").path

  /// How a command ended and what it said.
  struct Answer {
    let code: Int32
    let out: String
    let err: String
    /// Whether a signal ended it.
    let wasKilled: Bool

    /// Standard output as JSON.
    func json() throws -> [String: Any] {
      try #require(
        JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any], "not JSON: \(out)")
    }
  }

  /// Runs a command in a folder and waits for it.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    program: String = binary
  ) throws -> Answer {
    try start(arguments, in: folder, environment: environment, program: program).answer()
  }

  /// Starts a command without waiting for it.
  static func start(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    program: String = binary
  ) throws -> Running {
    let running = Running()
    running.process.executableURL = URL(filePath: program)
    running.process.arguments = arguments
    running.process.currentDirectoryURL = folder
    running.process.environment = ProcessInfo.processInfo.environment
      .merging(["COLUMNS": "100"]) { $1 }.merging(environment) { $1 }
    try running.begin()
    return running
  }

  /// A command at work; what it says goes to files, so that no pipe can fill up.
  final class Running {
    let process = Process()
    private let files = Scratch()

    fileprivate func begin() throws {
      for name in ["out", "err"] {
        _ = FileManager.default.createFile(atPath: files.path(name), contents: nil)
      }
      process.standardOutput = try FileHandle(forWritingTo: files.url("out"))
      process.standardError = try FileHandle(forWritingTo: files.url("err"))
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }

    /// Waits for the end, and brings it about when it does not come: a test that hangs tells nobody why.
    func answer() throws -> Answer {
      let process = process.processIdentifier
      let watchdog = DispatchWorkItem { kill(process, SIGKILL) }
      DispatchQueue.global().asyncAfter(deadline: .now() + 400, execute: watchdog)
      defer { watchdog.cancel() }
      self.process.waitUntilExit()
      return Answer(
        code: self.process.terminationStatus, out: try files.text("out"),
        err: try files.text("err"),
        wasKilled: self.process.terminationReason == .uncaughtSignal)
    }
  }
}

/// A folder that goes away with the test.
final class Scratch: Sendable {
  let folder: URL

  init() {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "evtools-test-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ name: String) -> URL { folder.appending(path: name) }
  func path(_ name: String) -> String { url(name).path }
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }

  /// Writes a file.
  func write(_ text: String, as name: String) throws {
    try Data(text.utf8).write(to: url(name))
  }

  /// The names in a folder in here; empty when there is no such folder.
  func names(_ name: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).sorted()
  }

  /// The runs in an output folder in here.
  func runs(_ output: String = "output") -> [String] {
    names(output).filter { $0 != "latest" && !$0.hasPrefix(".") }.map { "\(output)/\($0)" }
  }

  /// The only run in an output folder in here.
  func run(_ output: String = "output") throws -> String {
    let runs = runs(output)
    try #require(runs.count == 1, "runs: \(runs)")
    return runs[0]
  }

  /// Every file of a run but `environment.json`, by name.
  func files(_ run: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let all = try #require(FileManager.default.enumerator(atPath: path(run)))
    for case let name as String in all where name != "environment.json" {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path("\(run)/\(name)"), isDirectory: &isFolder)
      if !isFolder.boolValue { files[name] = try Data(contentsOf: url("\(run)/\(name)")) }
    }
    return files
  }
}

/// A quick question for tests that are not about its answer.
let quick = ["queue", "--chargers", "4", "--customers", "500", "--replications", "4", "--quiet"]

/// The same for tests that need a figure, which more than one row of numbers has.
let quickWithFigure = [
  "queue", "--chargers", "3-5", "--customers", "500", "--replications", "4", "--quiet",
]
