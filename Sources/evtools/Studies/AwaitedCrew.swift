import AnalysisKit
import Synchronization
import Text

/// Workers that somebody else starts, on any machine that sees the run's folder.
final class AwaitedCrew: WorkerCrew {
  private let run: String
  private let tell: @Sendable (String) -> Void
  private let wasTold = Atomic(false)

  init(_ run: String, tell: @escaping @Sendable (String) -> Void) {
    (self.run, self.tell) = (run, tell)
  }

  var size: Int? { nil }
  var isRehearsal: Bool { false }

  func begin(_ job: CrewJob) {
    guard !wasTold.exchange(true, ordering: .relaxed) else { return }
    tell(
      "waiting for workers. Start any number N of them, wherever this folder can be seen, with I from 0 to N-1:\n"
        + "  evtools worker --study \(run.shellWord) --shard I/N")
  }

  func tend(_ job: CrewJob, gaps: [ChunkGap]) {}

  func stop() {}
}
