import Foundation
import Testing

/// A Python with numpy and scipy to compare with, named by its folder in `EVTOOLS_PEERS`.
enum Peer {
  static let missing: Comment = "set EVTOOLS_PEERS to a Python environment with numpy and scipy"

  static var python: String? {
    ProcessInfo.processInfo.environment["EVTOOLS_PEERS"].map { $0 + "/bin/python" }
  }

  static var isThere: Bool {
    python.map { FileManager.default.isExecutableFile(atPath: $0) } ?? false
  }

  /// Runs a script over lines of numbers: `rows` is there, and what it prints comes back, split.
  static func answer(to script: String, rows: [[Double]] = []) throws -> [[Substring]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "rows.txt")
    let output = folder.appending(path: "answer.txt")
    let text = rows.map { $0.map(\.description).joined(separator: " ") }.joined(separator: "\n")
    try Data(text.utf8).write(to: input)
    try Data().write(to: output)
    let process = Foundation.Process()
    process.executableURL = URL(filePath: try #require(python))
    let preamble =
      "import sys\nrows = [[float(x) for x in line.split()] for line in open(sys.argv[1])]\n"
    process.arguments = ["-c", preamble + script, input.path()]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the peer failed")
    return try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: " ") }
  }

  /// Runs a script that prints one number for each row.
  static func numbers(from script: String, rows: [[Double]]) throws -> [Double] {
    let numbers = try answer(to: script, rows: rows).map { try #require(Double($0[0])) }
    try #require(numbers.count == rows.count)
    return numbers
  }
}
