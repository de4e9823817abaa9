import Foundation

/// An empty folder for one test, gone with the value.
final class Sandbox: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/evtools-records-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A path inside.
  func at(_ name: String) -> String { path + "/" + name }

  /// All that is inside, hidden files too.
  var content: [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted()
  }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: at(name), encoding: .utf8)
  }
}

/// Runs a program and returns what it prints, without the last line feed.
func output(of command: [String]) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = command
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  try process.run()
  let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
}
