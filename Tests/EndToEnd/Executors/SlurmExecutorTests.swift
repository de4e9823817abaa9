import Foundation
import Testing

@Suite(
  "A study on a Slurm cluster", .serialized,
  .enabled(if: SlurmSandbox.isInstalled, "slurmctld and slurmd are not installed"))
struct SlurmExecutorTests {
  private let scratch = Scratch()
  private let cluster: SlurmSandbox

  init() throws { cluster = try SlurmSandbox() }

  private let words =
    StudyRuns.question + ["--executor", "slurm", "--chunk-seconds", "0.02"]

  private func environment(_ worker: String? = nil) -> [String: String] {
    cluster.environment.merging(worker.map { ["EVTOOLS_WORKER": $0] } ?? [:]) { $1 }
  }

  @Test(
    "ends as it does in one process, although a task fails, another is killed and Slurm is deaf")
  func unlucky() throws {
    // The first submission and the first two looks at the queue find nobody who answers.
    for (program, times) in [("sbatch", 1), ("squeue", 2)] {
      try scratch.writeProgram(
        """
        for turn in $(seq \(times)); do
          mkdir \(scratch.path(program))-$turn 2>/dev/null || continue
          [ "$1" = --version ] && rmdir \(scratch.path(program))-$turn && continue
          echo "\(program): error: Unable to contact slurm controller (connect failure)" >&2
          exit 1
        done
        export PATH="${PATH#*:}"; exec \(program) "$@"
        """, as: "bin/\(program)")
    }
    // The tasks 0 and 1 of the first batch end badly when they are tried first.
    let worker = try scratch.writeWorker(
      """
      case $5-${7%/*} in
      1-0) mkdir \(scratch.path("failed")) && exit 3 ;;
      1-1) mkdir \(scratch.path("killed")) && kill -9 $$ ;;
      esac
      """)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let answer = try Evtools.run(
      words, in: scratch.folder,
      environment: environment(worker).merging(["PATH": "\(scratch.path("bin")):\(path)"]) { $1 })
    try #require(answer.code == 0, "\(answer.err)")
    for deaf in ["sbatch-1", "squeue-1", "squeue-2"] {
      #expect(FileManager.default.fileExists(atPath: scratch.path(deaf)))
    }
    #expect(FileManager.default.fileExists(atPath: scratch.path("failed")))
    #expect(FileManager.default.fileExists(atPath: scratch.path("killed")))
    #expect(answer.err.contains("they were submitted again"))
    try StudyRuns.check(scratch)
  }

  @Test("gives up on a task that always fails, names it, and goes on once that is mended")
  func hopeless() throws {
    let worker = try scratch.writeWorker("[ $5-${7%/*} = 1-0 ] && echo 'no such disk' && exit 3")
    let failed = try Evtools.run(words, in: scratch.folder, environment: environment(worker))
    #expect(failed.code == 65)
    #expect(failed.err.contains("of batch 1 was begun 4 times and never done"), "\(failed.err)")
    #expect(failed.err.contains("logs/0001-0.log") && failed.err.contains("no such disk"))
    let run = try scratch.run()
    let resumed = try Evtools.run(
      ["study", "resume", run], in: scratch.folder, environment: environment())
    try #require(resumed.code == 0, "\(resumed.err)")
    try StudyRuns.check(scratch)
  }

  @Test("shows its jobs, ends them when asked to, and goes on later")
  func cancelled() throws {
    let worker = try scratch.writeWorker("[ -e \(scratch.path("go")) ] || exec sleep 600")
    let running = try Evtools.start(words, in: scratch.folder, environment: environment(worker))
    var status: [String: Any] = [:]
    try StudyRuns.wait(for: running) {
      guard let run = scratch.runs().first else { return false }
      status = try Evtools.run(
        ["study", "status", run, "--json"], in: scratch.folder, environment: environment()
      ).json()
      let jobs = (status["batches"] as? [[String: Any]])?.first?["jobs"] as? [String: Int]
      return (jobs?["RUNNING"] ?? 0) > 0
    }
    let run = try scratch.run()
    let cancelled = try Evtools.run(
      ["study", "cancel", run], in: scratch.folder, environment: environment())
    #expect(cancelled.code == 0, "\(cancelled.err)")
    #expect(try running.answer().code == 75)
    for _ in 0..<100 where try !cluster.ask("squeue", "-h").isEmpty { usleep(100_000) }
    #expect(try cluster.ask("squeue", "-h").isEmpty)
    try scratch.write("", as: "go")
    let resumed = try Evtools.run(
      ["pareto", "--resume", run], in: scratch.folder, environment: environment(worker))
    try #require(resumed.code == 0, "\(resumed.err)")
    try StudyRuns.check(scratch)
  }

  @Test("prints its script without submitting it, within the array limit of the cluster")
  func dryRun() throws {
    let answer = try Evtools.run(
      words + ["--dry-run", "--workers", "3", "--slurm-options=--time=01:00:00"],
      in: scratch.folder, environment: environment())
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.out.hasPrefix("#!/bin/sh\n"))
    #expect(answer.out.contains("#SBATCH --array=0-11%3\n"), "\(answer.out)")
    #expect(answer.out.contains("#SBATCH --time=01:00:00\n"))
    #expect(answer.out.contains("--requeue") && answer.out.contains("--open-mode=append"))
    #expect(scratch.names("output").isEmpty)
    #expect(try cluster.ask("squeue", "-h", "-t", "all").isEmpty)
  }

  @Test("takes what sbatch says against it to the user")
  func refused() throws {
    let answer = try Evtools.run(
      words + ["--slurm-options=--partition=nowhere"], in: scratch.folder,
      environment: environment())
    #expect(answer.code == 65)
    #expect(answer.err.contains("sbatch did not take it") && answer.err.contains("partition"))
  }
}
