import AnalysisKit
import Glibc
import RunRecords
import Text

/// `evtools worker --study DIR --shard I/N`.
struct WorkerCommand: Command {
  static let card = ToolCard(
    name: "worker", summary: "Do a share of the work of a run's studies, on any machine",
    group: .records,
    discussion: """
      For a run that was started with `--executor shards`. Nothing but the folder of the run is shared. Each of N workers \
      does the chunks whose number leaves I when divided by N and that nobody has done yet, and goes on with what comes until \
      the run is over. It may be killed at any instant and started again; TERM and USR1 end it once what it is at is kept.

      --shard /N takes I from the environment: JOB_COMPLETION_INDEX (indexed jobs of Kubernetes), SLURM_ARRAY_TASK_ID, \
      PBS_ARRAY_INDEX, LSB_JOBINDEX or SGE_TASK_ID (the last two count from 1). With GNU parallel: \
      `seq 0 3 | parallel -u evtools worker --study output/RUN --shard {}/4`.

      Where a run starts workers itself, the words of EVTOOLS_WORKER start them instead of this program: \
      EVTOOLS_WORKER="apptainer exec evtools.sif evtools".

      Ends with 0 when its share of the batch is done or the run is over, 75 when it was stopped or nothing came for \
      too long, 65 when there is no study or it belongs to another version.
      """,
    examples: [.init("worker --study output/latest --idle 0", "do what there is, and go")])

  struct Options: ToolOptions {
    var study: FilePath?
    var shard = "0/1"
    var batch: Int?
    var idle = 600.0
    var threads = 1
    static let grammar = OptionGrammar<Options>([
      .optional("study", \.study, "The folder of the run, or of one of its studies."),
      .value("shard", \.shard, "Which share of how many: from 0/N to N-1/N."),
      .optional(
        "batch", \.batch, in: 1...1_000_000, "Do only this batch, and end."),
      .value(
        "idle", \.idle, in: 0...1_000_000, unit: "s", "How long to wait for work before it goes."),
      .value("threads", short: "j", \.threads, in: 1...1024, "How many threads work."),
    ])
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    guard let folder = options.study?.text else {
      throw .usage(.missingArgument("--study DIR"))
    }
    let share = try share(options.shard)
    var worker = StudyWorker(
      share, name: "\(share.index)-of-\(share.count)-\(Self.host)-\(getpid())",
      program: BuildStamp.program.words, models: modelRack)
    worker.batch = options.batch
    worker.patience = options.idle
    worker.threads = options.threads
    worker.interruption = { Interruptions.signal != 0 }
    worker.words = { FailureWords($0, asked: nil).text }
    switch try worker.work(in: folder) {
    case .done:
      try door.console.print("The share \(share.words) of \(folder) is done.\n")
      return .done
    case .idle, .stopped: return .incomplete
    case .absent:
      if RunFolder(path: folder).record()?.status == .complete {
        try door.console.print("\(folder) is complete; there is nothing to do.\n")
        return .done
      }
      throw .input(
        InputFailure(
          file: folder, problem: "there is no study in it to work on",
          remedy: "Give the folder of a run that was started with --executor shards."))
    }
  }

  private func share(_ text: String) throws(ToolFailure) -> WorkShare {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = Int(strictText: parts[1]),
      let index = parts[0].isEmpty ? try Self.indexOfEnvironment() : Int(strictText: parts[0]),
      let share = WorkShare(index, of: count)
    else {
      throw .usage(
        .conflict("--shard takes I/N with I from 0 to N-1, such as 0/4; not \(text.quoted)."))
    }
    return share
  }

  /// What queueing systems call the number of a task, and from where they count.
  private static let variables = [
    ("JOB_COMPLETION_INDEX", 0), ("SLURM_ARRAY_TASK_ID", 0), ("PBS_ARRAY_INDEX", 0),
    ("LSB_JOBINDEX", 1), ("SGE_TASK_ID", 1),
  ]

  private static func indexOfEnvironment() throws(ToolFailure) -> Int? {
    for (name, first) in variables {
      guard let text = getenv(name).map({ String(cString: $0) }) else { continue }
      return Int(strictText: text).map { $0 - first }
    }
    let names = variables.map(\.0).listed(conjunction: "or")
    throw .usage(
      .conflict("--shard /N takes its number from the environment, but there is no \(names)."))
  }

  private static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, 255)
    let text = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.filter { $0 != "/" }
  }
}
