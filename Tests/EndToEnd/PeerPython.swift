import Foundation
import Testing

/// The Python of the peers, which reads what we write: PDF, pictures, pages.
enum PeerPython {
  static let missing = "skipped: EVTOOLS_PEERS names no Python environment with the peers"
  static let isThere = FileManager.default.isExecutableFile(atPath: path)

  private static let path =
    (ProcessInfo.processInfo.environment["EVTOOLS_PEERS"] ?? "") + "/bin/python"

  /// Runs a script and returns the lines that it prints.
  static func lines(_ script: String, _ arguments: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
    let answer = try Evtools.run(["-c", script] + arguments, in: folder, program: path)
    try #require(answer.code == 0, "\(answer.err)")
    return answer.out.split(separator: "\n").map(String.init)
  }
}

/// Chromium, which the peers drive.
enum Chromium {
  static let missing = "skipped: there is no Chromium, or no peer environment to drive it"
  static let isThere = PeerPython.isThere && path != nil

  static let path: String? = Programs.path("chromium") ?? Programs.path("google-chrome")
}

/// Programs of the system.
enum Programs {
  static let noPoppler = "skipped: the programs of poppler-utils are not installed"
  static let hasPoppler = ["pdffonts", "pdftotext", "pdftocairo"].allSatisfy { path($0) != nil }

  /// Where a program is.
  static func path(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return (["/usr/bin"] + folders.map(String.init)).map { $0 + "/" + name }
      .first(where: FileManager.default.isExecutableFile)
  }
}
