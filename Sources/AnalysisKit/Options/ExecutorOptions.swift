internal import Text

/// The options of every tool that asks studies: who does the work.
///
/// No result depends on them.
public struct ExecutorOptions: ToolOptions, Defaulted {
  /// Who does the work; nil for the threads of this process, or for whoever did it before a run was broken off.
  public var executor: Executor?
  /// How many work at a time.
  public var workers: Int?
  /// How long one of them should work in one go; nil for what suits the executor.
  public var chunkSeconds: Double?
  /// What else to say to `sbatch`.
  public var slurmOptions: String?
  /// Whether only to show what would be submitted.
  public var dryRun = false

  /// Who does the work.
  public enum Executor: String, CaseIterable, OptionValue {
    /// The threads of this process.
    case local
    /// Processes that see the folder of the run.
    case shards
    /// Jobs of a Slurm cluster.
    case slurm
  }

  /// All defaults.
  public init() {}

  /// The options and what is to be said about them.
  public static let grammar = OptionGrammar<ExecutorOptions>([
    .optional(
      "executor", \.executor,
      "Who evaluates: threads here, other processes that share the run's folder, or a Slurm cluster."
    ),
    .optional(
      "workers", \.workers, in: 1...100_000,
      "shards: start so many processes here, instead of waiting for `evtools worker`. slurm: how many tasks run at a time."
    ),
    .optional(
      "chunk-seconds", \.chunkSeconds, in: 0...86_400, unit: "s",
      "How long a worker should be at work in one go; 60 with slurm and 2 with shards if left out."),
    .optional(
      "slurm-options", \.slurmOptions,
      "More for sbatch: --slurm-options=\"--partition=long --time=02:00:00\"."),
    .value("dry-run", \.dryRun, "slurm: print the job script, and submit nothing."),
  ])

  /// Complains about options that belong to another executor.
  public func check() throws(OptionFailure) {
    if executor != .slurm, dryRun {
      throw .conflict("--dry-run shows a job script, so it needs --executor slurm.")
    }
    if executor != .slurm, slurmOptions != nil {
      throw .conflict("--slurm-options are for --executor slurm.")
    }
    if executor != .slurm, executor != .shards, workers != nil {
      throw .conflict("--workers needs --executor shards or slurm; --threads is for this process.")
    }
    if slurmOptions?.contains(where: \.isNewline) ?? false {
      throw .conflict("--slurm-options must be one line.")
    }
  }

  /// As words of a command line.
  public var words: [String] {
    let json = Self.grammar.json(of: self)
    return Self.grammar.descriptions.flatMap { option -> [String] in
      switch json[option.key] ?? .null {
      case .null, .bool(false): []
      case .bool(true): ["--\(option.name)"]
      case .string(let text): ["--\(option.name)=\(text)"]
      case let other: ["--\(option.name)=\(other.compactText)"]
      }
    }
  }
}
