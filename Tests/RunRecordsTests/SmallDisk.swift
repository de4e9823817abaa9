import Foundation

/// A file system of its own in memory, as small as a test wants it; needs the rights to mount one.
final class SmallDisk: Sendable {
  static let cannotMount = "skipped: this user may not mount a file system in memory"

  /// Whether this user may.
  static let isPossible: Bool = (try? SmallDisk(kibibytes: 64)) != nil

  private let sandbox: Sandbox

  init(kibibytes: Int) throws {
    sandbox = try Sandbox()
    try Self.run(["mount", "-t", "tmpfs", "-o", "size=\(kibibytes)k", "none", sandbox.path])
  }

  deinit { try? Self.run(["umount", "-l", sandbox.path]) }

  func at(_ name: String) -> String { sandbox.at(name) }

  /// Gives the disk another size, or lets nobody write.
  func remount(_ option: String) throws {
    try Self.run(["mount", "-o", "remount,\(option)", sandbox.path])
  }

  private struct Refused: Error {}

  private static func run(_ command: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Refused() }
  }
}
