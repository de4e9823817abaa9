import Foundation

/// The Python with the peers, numpy at least, that this room is proven against.
enum Peers {
  static var folder: String? { ProcessInfo.processInfo.environment["EVTOOLS_PEERS"] }

  struct Failure: Error { var status: Int32 }

  /// Runs a script once over all cases, one line of numbers each, and returns its lines of numbers.
  static func run(_ script: String, on cases: [[Double]]) throws -> [[Double]] {
    let name = "evtools-queueing-\(UUID().uuidString)"
    let input = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    defer { try? FileManager.default.removeItem(at: input) }
    let lines = cases.map { $0.map { String($0) }.joined(separator: " ") }
    try Data(lines.joined(separator: "\n").utf8).write(to: input)

    let python = Process()
    python.executableURL = URL(fileURLWithPath: (folder ?? "") + "/bin/python")
    python.arguments = ["-c", script, input.path]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    guard python.terminationStatus == 0 else {
      throw Failure(status: python.terminationStatus)
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: " ").compactMap { Double($0) }
    }
  }
}
