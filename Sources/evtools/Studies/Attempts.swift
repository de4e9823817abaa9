import AnalysisKit
import RunRecords

/// How often somebody has tried to do the same, with nothing to show for it.
struct Attempts {
  private var batch = 0
  private var count = 0
  private var missing = 0

  /// How often something is tried without a single evaluation coming of it.
  static let most = 4

  /// Notes that a try has ended and this is still missing; says whether another one makes sense.
  ///
  /// A time limit that is too short for a chunk ends every try, but each one brings the chunk nearer to its end.
  mutating func mayTry(_ gaps: [ChunkGap], of job: CrewJob) -> Bool {
    let left = gaps.reduce(0) { $0 + $1.evaluations }
    count = batch == job.batch && left >= missing ? count + 1 : 1
    (batch, missing) = (job.batch, left)
    return count < Self.most
  }
}

extension ToolFailure {
  /// Says that a chunk was begun again and again without anything coming of it.
  static func lost(chunk: Int, _ job: CrewJob, log: String) -> ToolFailure {
    let words = (try? FileSystem.read(log)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let last = words.split(whereSeparator: \.isNewline).last.map { " It ends with: \($0)" } ?? ""
    return .input(
      InputFailure(
        file: log,
        problem:
          "chunk \(chunk) of batch \(job.batch) was begun \(Attempts.most) times and never done",
        remedy: "Its workers ended before it; their words are in that file.\(last)"))
  }
}
