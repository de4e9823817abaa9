import Foundation
import Testing

/// A study of a second or so, of every tool that asks one.
struct SmallStudy: CustomTestStringConvertible, Sendable {
  let words: [String]

  /// A study by its words, with spaces between them.
  init(_ words: String) { self.words = words.split(separator: " ").map(String.init) }

  var testDescription: String { words.prefix(3).joined(separator: " ") }
  var tool: String { words[0] }

  static let pareto = SmallStudy(
    "pareto --stations 3-5 --chargers 6-10:2 --spots 4 --grid-kw 1200 --solar-kw 0 --battery-kwh 0 "
      + "--duration 6 --runs 150 -r 4 --max-stranding 50")

  /// One for each model of a study.
  static let others = [
    SmallStudy("stranding --traffic 60,150 --chargers 4,8 --duration 4 -r 4"),
    SmallStudy(
      "sensitivity --method morris --trajectories 4 --duration 3 -r 2 --traffic 100-200 --chargers 6-12"
    ),
    SmallStudy("sensitivity --function ishigami --method sobol --points 1024"),
    SmallStudy("siting --step 50 --most-stations 4 --cars 300 --duration 6 -r 4"),
    SmallStudy(
      "blackouts --duration 8 --growth 0,30 --battery-steps 250 --solar-steps none -r 4 --rare 2000 "
        + "--effort 20 --repetitions 4"),
  ]

  /// What the study leaves in the folder of its run when nothing happens to it, and how long that takes.
  func uninterrupted() throws -> (files: [String: Data], seconds: Double) {
    let scratch = Scratch()
    let begun = ContinuousClock.now
    let answer = try Evtools.run(words + ["--quiet", "--threads", "2"], in: scratch.folder)
    let took = ContinuousClock.now - begun
    try #require(answer.code == 0, "\(answer.err)")
    return (
      try scratch.files(try scratch.run()),
      Double(took.components.seconds) + 1e-18 * Double(took.components.attoseconds)
    )
  }

  /// Fails where a run holds another byte than it should.
  static func check(
    _ run: String, in scratch: Scratch, _ expected: [String: Data], _ words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let files = try scratch.files(run)
    let missing = expected.keys.filter { files[$0] == nil }.sorted()
    let different = expected.keys.filter { files[$0] != nil && files[$0] != expected[$0] }.sorted()
    let more = files.keys.filter { expected[$0] == nil }.sorted()
    #expect(missing.isEmpty, "\(words): missing", sourceLocation: sourceLocation)
    #expect(different.isEmpty, "\(words): different", sourceLocation: sourceLocation)
    #expect(more.isEmpty, "\(words): left behind", sourceLocation: sourceLocation)
  }
}
