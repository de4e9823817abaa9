import Foundation
import Testing

@Suite("The walls of the house", .serialized) struct WallTests {
  private let scratch = Scratch()

  /// A copy of the package, in which a fault can be planted.
  private func copy() throws {
    for name in ["Package.swift", "Sources", "Tests", "tools", "templates"] {
      let source = Evtools.root.appending(path: name)
      guard FileManager.default.fileExists(atPath: source.path) else { continue }
      try FileManager.default.copyItem(at: source, to: scratch.url(name))
    }
  }

  private func check() throws -> Evtools.Answer {
    try Evtools.run(
      [scratch.folder.path], in: scratch.folder, program: Evtools.root.path + "/.ci/walls")
  }

  private func plant(_ line: String, in file: String) throws {
    try scratch.write(line + "\n" + scratch.text(file), as: file)
  }

  @Test("are sound, and a planted import of a room above is found with file and line")
  func planted() throws {
    try copy()
    let sound = try check()
    #expect(sound.code == 0, "\(sound.out)\(sound.err)")
    try plant("internal import AnalysisKit", in: "Sources/Text/JSON.swift")
    try plant("import Foundation", in: "Sources/Quantities/Rate.swift")
    let broken = try check()
    #expect(broken.code == 1)
    #expect(broken.out.contains("Sources/Text/JSON.swift:1: imports AnalysisKit"))
    #expect(broken.out.contains("Sources/Quantities/Rate.swift:1: imports Foundation"))
  }

  @Test("notice an arrow that points up in the package itself")
  func upwards() throws {
    try copy()
    let manifest = try scratch.text("Package.swift")
    try scratch.write(
      manifest.replacingOccurrences(
        of: "room(\"Quantities\")", with: "room(\"Quantities\", needs: [\"Queueing\"])"),
      as: "Package.swift")
    let broken = try check()
    #expect(broken.code == 1)
    #expect(broken.out.contains("Quantities depends on Queueing, which is a storey above it"))
  }
}
