import Foundation

/// An empty folder for one test, gone with the value.
final class Sandbox: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/evtools-publishing-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A path inside.
  func at(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, as name: String) throws {
    let file = URL(filePath: at(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: at(name))))
  }

  func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  /// The files inside, hidden ones too, with when and as what they were written.
  func state(of folder: String) throws -> [String: [String]] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: at(folder))
    return try Dictionary(
      uniqueKeysWithValues: all.map { name in
        let facts = try FileManager.default.attributesOfItem(atPath: at(folder + "/" + name))
        return (name, ["\(facts[.systemFileNumber] ?? 0)", "\(facts[.size] ?? 0)"])
      })
  }
}
