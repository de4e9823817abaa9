import Foundation

/// A Python with NumPy, SciPy and others that were not written by us, to hold our numbers against.
///
/// `./evtools test` makes it and names its folder in `EVTOOLS_PEERS`.
public enum Peer {
  /// Why a test was skipped.
  public static let missing = "skipped: EVTOOLS_PEERS names no Python environment with the peers"

  /// Whether there is one.
  public static let isThere = FileManager.default.isExecutableFile(atPath: python)

  private static let python =
    (ProcessInfo.processInfo.environment["EVTOOLS_PEERS"] ?? "") + "/bin/python"

  /// A script that failed.
  public struct Failure: Error {
    /// Its exit status.
    public let status: Int32
  }

  /// Runs a script, which finds the cases as lines of the file `sys.argv[1]`, and returns the lines
  /// it prints.
  public static func lines(from script: String, cases: [String] = []) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "cases"), folder.appending(path: "answers"))
    try Data((cases.joined(separator: "\n") + "\n").utf8).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", script, input.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// Runs a script over rows of numbers, which it finds in `rows`, and returns what it prints, split
  /// at blanks.
  public static func table(
    from script: String, rows: [[Double]] = []
  ) throws -> [[Substring]] {
    let preamble =
      "import sys\nrows = [[float(x) for x in line.split()] for line in open(sys.argv[1]) if line.strip()]\n"
    return try lines(
      from: preamble + script,
      cases: rows.map { $0.map(\.description).joined(separator: " ") }
    ).map { $0.split(separator: " ") }
  }

  /// Runs a script over rows of numbers and returns the rows of numbers that it prints.
  public static func numbers(from script: String, rows: [[Double]] = []) throws -> [[Double]] {
    try table(from: script, rows: rows).map { row in row.compactMap { Double($0) } }
  }

  /// Runs a script over rows of numbers and returns the one number that it prints for each.
  public static func firstNumbers(from script: String, rows: [[Double]]) throws -> [Double] {
    let numbers = try numbers(from: script, rows: rows).compactMap(\.first)
    guard numbers.count == rows.count else { throw Failure(status: 0) }
    return numbers
  }
}
