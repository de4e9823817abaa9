import Foundation
import Testing

/// The Python with NumPy and SciPy that the numbers are held against.
///
/// The environment variable `EVTOOLS_PEERS` names the folder of its virtual environment.
enum Peer {
  static let python = ProcessInfo.processInfo.environment["EVTOOLS_PEERS"].map {
    URL(fileURLWithPath: $0 + "/bin/python")
  }

  /// Returns what a script prints: on each line a name and numbers.
  static func answers(to script: String) -> [String: [Double]] {
    let (input, output) = (Pipe(), Pipe())
    let process = Process()
    process.executableURL = python
    process.arguments = ["-"]
    process.standardInput = input
    process.standardOutput = output
    do { try process.run() } catch {
      Issue.record("the Python peer does not start: \(error)")
      return [:]
    }
    input.fileHandleForWriting.write(Data(script.utf8))
    input.fileHandleForWriting.closeFile()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
    return Dictionary(
      uniqueKeysWithValues: lines.map { (String($0[0]), $0.dropFirst().compactMap { Double($0) }) })
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test where there is no peer.
  static var needsPeer: Self {
    .enabled(
      if: Peer.python != nil,
      "skipped: EVTOOLS_PEERS does not name a Python environment with NumPy and SciPy")
  }
}
