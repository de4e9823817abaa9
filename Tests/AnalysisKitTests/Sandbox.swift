import Foundation

/// An empty folder for one test, gone with the value.
final class Sandbox: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/evtools-kit-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  func file(_ text: String, _ name: String = "scenario.json") throws -> String {
    try file(Array(text.utf8), name)
  }

  func file(_ bytes: [UInt8], _ name: String = "scenario.json") throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    return path + "/" + name
  }
}
