import Foundation
import Testing

/// `EVTOOLS_KILLS=100 ./evtools test RandomKill` kills the first study a hundred times.
@Suite("A study that is killed at random instants", .serialized) struct RandomKillTests {
  private static let kills =
    ProcessInfo.processInfo.environment["EVTOOLS_KILLS"].flatMap { Int($0) } ?? 20

  @Test("ends, resumed, with the bytes of one that was not")
  func pareto() throws { try kill(.pareto, times: Self.kills) }

  @Test("does so whatever tool asks", arguments: SmallStudy.others)
  func others(_ study: SmallStudy) throws { try kill(study, times: max(3, Self.kills / 10)) }

  /// Kills runs of a study so many times, resumes each, and compares every byte; some are killed a second time.
  private func kill(_ study: SmallStudy, times: Int) throws {
    let (expected, seconds) = try study.uninterrupted()
    var instants = Instants(seed: 5)
    var left = times
    while left > 0 {
      let scratch = try Self.withoutCache()
      var story = "killed"
      var command = study.words
      repeat {
        let moment = instants.next() * seconds
        story += " after \((1000 * moment).rounded()) ms"
        let running = try Evtools.start(
          command + ["--quiet", "--threads", "2"], in: scratch.folder)
        usleep(UInt32(1e6 * moment))
        Foundation.kill(running.process.processIdentifier, SIGKILL)
        left -= 1
        // Before its folder is there nothing has begun.
        guard try running.answer().wasKilled, let run = scratch.runs().first else { break }
        guard try scratch.text(run + "/run.json").contains("incomplete") else { break }
        command = [study.tool, "--resume", run]
      } while left > 0 && instants.next() < 0.3
      try finish(study, scratch, story, expected)
    }
  }

  /// Lets a run that was killed come to its end, and compares.
  private func finish(
    _ study: SmallStudy, _ scratch: Scratch, _ story: String, _ expected: [String: Data]
  ) throws {
    var command = study.words
    if let run = scratch.runs().first {
      command = [study.tool, "--resume", run]
      // When all was written the kill can only have left what had been kept until then.
      let isComplete = try !scratch.text(run + "/run.json").contains("incomplete")
      if isComplete, !scratch.names(run).contains("study") { command = [] }
    }
    if !command.isEmpty {
      let answer = try Evtools.run(
        command + ["--quiet", "--threads", "1"], in: scratch.folder)
      #expect(answer.code == 0, "\(story): \(answer.err)")
    }
    try SmallStudy.check(try scratch.run(), in: scratch, expected, story)
  }

  /// A folder whose runs have no cache to take from: what a run itself has kept must be enough.
  private static func withoutCache() throws -> Scratch {
    let scratch = Scratch()
    try FileManager.default.createDirectory(
      at: scratch.url("output"), withIntermediateDirectories: true)
    try scratch.write("a file where the folder would be", as: "output/.cache")
    return scratch
  }
}

/// Numbers between 0 and 1 that are the same in every test: which instants they become depends on the machine.
private struct Instants {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64, as Steele and others gave it (doi:10.1145/2660193.2660195).
  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((bits ^ (bits >> 31)) >> 11) * 0x1p-53
  }
}
