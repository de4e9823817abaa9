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
    var attempts = Attempts()
  }

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

  func tend(_ job: CrewJob, gaps: [ChunkGap]) throws(ToolFailure) {
    try children.withLock { children throws(ToolFailure) in
      for number in children.indices
      where ChildProgram.end(of: children[number].process) != nil {
        let own = gaps.filter { $0.chunk % count == number }
        if let first = own.first, !children[number].attempts.mayTry(own, of: job) {
          throw .lost(chunk: first.chunk, job, log: log(number, job))
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
