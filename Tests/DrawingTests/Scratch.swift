import Foundation

/// A folder for one test, removed with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file and returns its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }
}

/// A program of the system, such as those of poppler.
enum Program {
  static let poppler = "skipped: the programs of poppler-utils are not installed"

  static func isThere(_ name: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(name)")
  }

  /// Runs a program and returns what it prints.
  static func output(_ name: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/\(name)")
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

/// The fonts that tests need.
enum Fonts {
  static let missing = "skipped: the font Inter is not installed"
  static let noNoto = "skipped: the fonts of fonts-noto-core are not installed"
  static let isInterThere = FileManager.default.isReadableFile(
    atPath: "/usr/share/fonts/opentype/inter/Inter-Regular.otf")
  static let noto = "/usr/share/fonts/truetype/noto"
  static let isNotoThere = FileManager.default.isReadableFile(
    atPath: noto + "/NotoSansHebrew-Regular.ttf")
}
