import Foundation
import Testing

/// The gallery as `evtools gallery` writes it, all figures in all presets; drawn once for all tests.
enum DrawnGallery {
  private struct Drawn: Sendable {
    let scratch: Scratch
    let run: String
    let names: [String]
  }

  private static let drawn = Result {
    let scratch = Scratch()
    let answer = try Evtools.run(
      ["gallery", "--quiet", "--threads", "4"], in: scratch.folder,
      environment: ["TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"])
    try #require(answer.code == 0, "\(answer.err)")
    let run = try scratch.run()
    let text = try Data(contentsOf: scratch.url(run + "/data/answer.json"))
    // Nobody else removes it: what is static lives as long as the process.
    atexit { DrawnGallery.remove() }
    let json = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
    return Drawn(
      scratch: scratch, run: run, names: try #require(json["figures"] as? [String]))
  }

  /// The names of the figures, and of the animation at the end.
  static var names: [String] { get throws { try drawn.get().names } }

  /// The journals whose rules each figure is drawn by.
  static let presets = ["ieee", "nature", "elsevier", "springer", "report"]

  /// The path of a file of the run.
  static func path(_ name: String) throws -> String {
    let drawn = try drawn.get()
    return drawn.scratch.path("\(drawn.run)/\(name)")
  }

  /// All files of the run but `environment.json`, by name.
  static func files() throws -> [String: Data] {
    let drawn = try drawn.get()
    return try drawn.scratch.files(drawn.run)
  }

  private static func remove() {
    if let drawn = try? drawn.get() {
      try? FileManager.default.removeItem(at: drawn.scratch.folder)
    }
  }
}
