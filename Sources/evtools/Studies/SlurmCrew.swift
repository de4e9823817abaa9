import AnalysisKit
import RunRecords
import Synchronization

/// The tasks of job arrays of a Slurm cluster.
///
/// Slurm is only believed when it says that a task waits or runs. Whether a task has done its work is seen in the
/// shards; those that are gone without having done it are submitted again.
final class SlurmCrew: WorkerCrew {
  private let most: Int?
  private let options: String?
  private let show: (@Sendable (String) -> Void)?
  private let tell: @Sendable (String) -> Void
  private let watch = Mutex(Watch())

  /// What is known of the batch in hand.
  private struct Watch {
    var shares = 1
    /// The tasks that were submitted, and how often in vain.
    var attempts: [Int: Attempts] = [:]
    /// The tasks that were not in the queue when it was looked at last, although something of them is missing.
    var absent: Set<Int> = []
    /// When to look at the queue again.
    var nextLook = 0.0
    var pause = GrowingPause(from: 1, to: 15)
    /// How often in a row nobody answered a submission.
    var unanswered = 0
  }

  /// How often in a row a submission may stay without answer.
  private static let mostUnanswered = 20

  /// Makes a crew.
  ///
  /// - Parameters:
  ///   - most: How many tasks may run at a time.
  ///   - options: What the user has to say to `sbatch`.
  ///   - show: Takes the first script instead of `sbatch`.
  ///   - tell: Tells the user something.
  init(
    most: Int?, options: String?, show: (@Sendable (String) -> Void)?,
    tell: @escaping @Sendable (String) -> Void
  ) {
    (self.most, self.options, self.show, self.tell) = (most, options, show, tell)
  }

  var size: Int? { most }
  var isRehearsal: Bool { show != nil }

  func begin(_ job: CrewJob) throws(ToolFailure) {
    if show == nil { try SlurmCluster.need() }
    let shares = min(job.chunks, SlurmCluster.mostTasks)
    watch.withLock { watch in
      watch = Watch()
      watch.shares = shares
    }
    guard let show else { return }
    show(script(job, shares).text(tasks: Array(0..<shares)))
    throw .interrupted
  }

  func tend(_ job: CrewJob, gaps: [ChunkGap]) throws(ToolFailure) {
    try watch.withLock { watch throws(ToolFailure) in
      guard ElapsedTime.seconds >= watch.nextLook else { return }
      defer { watch.nextLook = ElapsedTime.seconds + watch.pause.take() }
      // A controller that is busy or starts again does not answer; the tasks go on meanwhile.
      let name = SlurmCluster.jobName(folder: job.folder, batch: job.batch)
      guard let queued = SlurmCluster.tasks(of: name) else { return }
      let absent = Set(gaps.map { $0.chunk % watch.shares }).filter { queued[$0] == nil }
      // Results may come to light later than the end of their task; so a task must be gone twice.
      let lost = absent.filter { watch.attempts[$0] == nil || watch.absent.contains($0) }
      watch.absent = absent.subtracting(lost)
      if !lost.isEmpty { try submit(lost.sorted(), of: job, gaps, &watch) }
    }
  }

  func stop() {
    tell("the jobs go on, and --resume finds what they did; `evtools study cancel` ends them.")
  }

  private func script(_ job: CrewJob, _ shares: Int) -> SlurmScript {
    SlurmScript(
      job: job, shares: shares, most: most, options: options, worker: ChildProgram.workerWords)
  }

  private func submit(
    _ tasks: [Int], of job: CrewJob, _ gaps: [ChunkGap], _ watch: inout Watch
  ) throws(ToolFailure) {
    let script = script(job, watch.shares)
    let again = tasks.count { watch.attempts[$0] != nil }
    var attempts = watch.attempts
    for task in tasks {
      let own = gaps.filter { $0.chunk % watch.shares == task }
      guard let mayTry = attempts[task]?.mayTry(own, of: job), let first = own.first else {
        attempts[task] = Attempts()
        continue
      }
      guard mayTry else { throw .lost(chunk: first.chunk, job, log: script.log(of: task)) }
    }
    let file = "\(job.folder)/batches/\(StudyFolder.digits(job.batch)).sbatch"
    try ToolFailure.ofFiles { () throws(FileFailure) in
      try FileSystem.write(Array(script.text(tasks: tasks).utf8), to: file)
    }
    switch SlurmCluster.submit(file) {
    case .taken:
      watch.unanswered = 0
      watch.pause.reset()
      watch.attempts = attempts
      if again > 0 {
        tell("\(again) of the tasks of batch \(job.batch) ended early; they were submitted again.")
      }
    case .unanswered(let words):
      watch.unanswered += 1
      if watch.unanswered > Self.mostUnanswered { throw refusal(words, file) }
    case .refused(let words): throw refusal(words, file)
    }
  }

  private func refusal(_ words: String, _ file: String) -> ToolFailure {
    .input(
      InputFailure(
        file: file, problem: "sbatch did not take it: \(words)",
        remedy:
          "--slurm-options gives sbatch what it needs here; fewer tasks come with more --chunk-seconds."
      ))
  }
}
