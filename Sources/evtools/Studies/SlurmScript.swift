import AnalysisKit
import Text

/// The script of a job array whose tasks each work out their share of the chunks of a batch.
struct SlurmScript {
  let job: CrewJob
  /// How many shares the batch is cut into.
  let shares: Int
  /// The most tasks at a time.
  let most: Int?
  /// What the user has to say to `sbatch`.
  let options: String?
  /// The words that start a worker.
  let worker: [String]

  /// Where the task of a number says what it has to say.
  func log(of task: Int) -> String { "\(job.logs)/\(StudyFolder.digits(job.batch))-\(task).log" }

  /// The script for some of the tasks.
  func text(tasks: [Int]) -> String {
    var lines = ["#!/bin/sh"]
    lines += [
      "--job-name=\(SlurmCluster.jobName(folder: job.folder, batch: job.batch))",
      "--array=\(Self.ranges(tasks))" + (most.map { "%\($0)" } ?? ""),
      "--output=\(job.logs.slurmPath)/\(StudyFolder.digits(job.batch))-%a.log",
      // A task that is begun again, after a node died, must not wipe out what was said before.
      "--open-mode=append", "--requeue", "--ntasks=1", "--cpus-per-task=1",
      // A minute and a half before its time is up a task is told, finishes what it is at, and ends.
      "--signal=B:USR1@90",
    ].map { "#SBATCH \($0)" }
    if let options { lines.append("#SBATCH \(options)") }
    let words = worker + ["worker", "--study", job.folder, "--batch", "\(job.batch)", "--shard"]
    lines += [
      "# The worker takes the place of this shell, so that signals reach it.",
      "exec \(words.map(\.shellWord).joined(separator: " ")) \"$SLURM_ARRAY_TASK_ID/\(shares)\" --idle 30",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Numbers in increasing order as Slurm writes them: `0-3,7`.
  static func ranges(_ numbers: [Int]) -> String {
    var ranges: [(first: Int, last: Int)] = []
    for number in numbers {
      if let last = ranges.last, last.last == number - 1 {
        ranges[ranges.count - 1].last = number
      } else {
        ranges.append((number, number))
      }
    }
    return ranges.map { $0 == $1 ? "\($0)" : "\($0)-\($1)" }.joined(separator: ",")
  }
}

extension String {
  /// The path as `#SBATCH` takes it: quoted where it has to be, and with no sign that stands for something else.
  fileprivate var slurmPath: String {
    let escaped = split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
    return escaped.contains(where: \.isWhitespace) ? "\"\(escaped)\"" : escaped
  }
}
