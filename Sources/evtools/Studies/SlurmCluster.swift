import AnalysisKit
import RunRecords
import Text

/// What we ask of Slurm, by its own programs.
enum SlurmCluster {
  /// What the job of a batch is called: by its folder, as two runs may ask the same study.
  static func jobName(folder: String, batch: Int) -> String {
    "evtools-\(SHA256.hex(of: Array(folder.utf8)).prefix(12))-\(StudyFolder.digits(batch))"
  }

  /// Fails with what to do where there is no Slurm.
  static func need() throws(ToolFailure) {
    guard ChildProgram.ask(["sbatch", "--version"]).code != 0 else { return }
    throw .missing(
      "there is no sbatch on the PATH", remedy: "Do this on a node from which jobs are submitted.")
  }

  /// How many tasks an array may have; Slurm's own default where it does not say.
  static var mostTasks: Int {
    let answer = ChildProgram.ask(["scontrol", "show", "config"])
    let line = answer.text.split(whereSeparator: \.isNewline).first {
      $0.hasPrefix("MaxArraySize")
    }
    let value = line?.split(separator: "=").last?.filter { $0 != " " }
    return max(1, value.flatMap { Int(strictText: $0) } ?? 1001)
  }

  /// The states of the tasks of a job by their numbers, as long as they wait or run; nil when nobody answers.
  static func tasks(of name: String) -> [Int: String]? {
    let answer = ChildProgram.ask(
      ["squeue", "--noheader", "--array", "--name", name, "--format", "%K %T"])
    guard answer.code == 0 else { return nil }
    var tasks: [Int: String] = [:]
    for line in answer.text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard words.count == 2, let task = Int(strictText: words[0]) else { continue }
      tasks[task] = String(words[1])
    }
    return tasks
  }

  /// How a submission ended.
  enum Submission {
    /// With a job of this number.
    case taken(String)
    /// Nobody answered; it may be tried again.
    case unanswered(String)
    /// Slurm does not want it.
    case refused(String)
  }

  /// Submits a script in a file.
  static func submit(_ script: String) -> Submission {
    let answer = ChildProgram.ask(["sbatch", "--parsable", script])
    if answer.code == 0 {
      let first = answer.lastLine.split(separator: ";").first.map(String.init)
      return .taken(first ?? answer.lastLine)
    }
    let passing = ["contact", "timed out", "temporarily", "Connection", "try again"]
    return passing.contains { answer.text.contains($0) }
      ? .unanswered(answer.lastLine) : .refused(answer.lastLine)
  }

  /// Ends all tasks of a job.
  static func cancel(_ name: String) { _ = ChildProgram.ask(["scancel", "--name", name]) }
}
