import AnalysisKit
import Glibc
import RunRecords
import Synchronization

/// Processes of this machine, which we start, and start again when they die.
final class LocalCrew: WorkerCrew {
  private let count: Int
  private let studies: String
  private let children = Mutex<[Child]>([])

  private struct Child {
    var process: pid_t
    var deaths = 0
    /// The batch in which it died last.
    var batch = 0
  }

  /// How often a worker may die within a batch.
  private static let mostDeaths = 3

  init(_ count: Int, studies: String) { (self.count, self.studies) = (count, studies) }

  var size: Int? { count }
  var isRehearsal: Bool { false }

  func begin(_ job: CrewJob) throws(ToolFailure) {
    try children.withLock { children throws(ToolFailure) in
      while children.count < count {
        children.append(Child(process: try start(children.count, job)))
      }
    }
  }

  func tend(_ job: CrewJob, missing: [Int]) throws(ToolFailure) {
    try children.withLock { children throws(ToolFailure) in
      for number in children.indices {
        guard ChildProgram.end(of: children[number].process) != nil else { continue }
        if children[number].batch != job.batch {
          (children[number].batch, children[number].deaths) = (job.batch, 0)
        }
        children[number].deaths += 1
        let lost = missing.first { $0 % count == number }
        if let lost, children[number].deaths > Self.mostDeaths {
          throw .lost(chunk: lost, job, tries: Self.mostDeaths + 1, log: log(number, job))
        }
        children[number].process = try start(number, job)
      }
    }
  }

  func stop() { end() }

  /// Ends all workers and waits for them.
  func end() {
    children.withLock { children in
      for child in children { kill(child.process, SIGTERM) }
      for child in children { _ = ChildProgram.end(of: child.process, waiting: true) }
      children = []
    }
  }

  private func start(_ number: Int, _ job: CrewJob) throws(ToolFailure) -> pid_t {
    try ChildProgram.start(
      ChildProgram.workerWords + ["worker", "--study", studies, "--shard", "\(number)/\(count)"],
      log: log(number, job))
  }

  private func log(_ number: Int, _ job: CrewJob) -> String { job.logs + "/worker-\(number).log" }
}

extension ToolFailure {
  /// Says that a chunk was begun too often without ever being done.
  static func lost(chunk: Int, _ job: CrewJob, tries: Int, log: String) -> ToolFailure {
    let words = (try? FileSystem.read(log)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let last = words.split(whereSeparator: \.isNewline).last.map { " It ends with: \($0)" } ?? ""
    return .input(
      InputFailure(
        file: log,
        problem: "chunk \(chunk) of batch \(job.batch) was begun \(tries) times and never done",
        remedy: "Its workers ended before it; their words are in that file.\(last)"))
  }
}
