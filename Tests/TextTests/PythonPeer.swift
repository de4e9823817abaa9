import Foundation

/// Asks the machine's Python, which was not written by us, for the right answers: one call for many cases.
enum PythonPeer {
  static let isPresent = (try? run("print('yes')", cases: []).output) == ["yes"]

  /// Runs a script with the cases as lines of the file `sys.argv[1]` and returns the lines it prints.
  static func answers(_ script: String, to cases: [String]) throws -> [String] {
    let (output, status) = try run(script, cases: cases)
    guard status == 0, output.count == cases.count else {
      throw PeerFailure(status: status, answers: output.count, cases: cases.count)
    }
    return output
  }

  private static func run(
    _ script: String, cases: [String]
  ) throws -> (output: [String], status: Int32) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("evtools-text-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("cases.txt")
    try Data((cases.joined(separator: "\n") + "\n").utf8).write(to: file)
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script, file.path]
    let pipe = Pipe()
    python.standardOutput = pipe
    try python.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    return (
      output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init),
      python.terminationStatus
    )
  }
}

struct PeerFailure: Error {
  let status: Int32
  let answers: Int
  let cases: Int
}

extension Sequence<UInt8> {
  var hex: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
