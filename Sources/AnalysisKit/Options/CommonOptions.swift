/// The options that every tool has.
public struct CommonOptions: ToolOptions, Defaulted {
  /// Where all random numbers come from.
  public var seed = 1
  /// The folder below which runs are kept.
  public var output = FilePath("output")
  /// What the user calls the run.
  public var runName: String?
  /// How many threads work; nil for as many as there are processors.
  public var threads: Int?
  /// A file with values for the tool's options.
  public var scenario: FilePath?
  /// The folder of a run that was broken off and is to go on.
  public var resume: FilePath?
  /// Whether to say nothing but the result.
  public var quiet = false
  /// Whether to print one JSON object instead of text.
  public var json = false
  /// Whether to go on where a safeguard would stop.
  public var force = false

  /// All defaults.
  public init() {}

  /// The options and what is to be said about them.
  public static let grammar = OptionGrammar<CommonOptions>([
    .value("seed", \.seed, in: 0...9_007_199_254_740_992, "Where all random numbers come from."),
    .value("output", short: "o", \.output, "The folder below which runs are kept."),
    .optional("run-name", \.runName, "What to call the run."),
    .optional(
      "threads", short: "j", \.threads, in: 1...1024,
      "How many threads work; results do not depend on it. As many as processors if left out."),
    .optional("scenario", \.scenario, "A JSON file with values for the options above."),
    .optional("resume", \.resume, "Go on with a run that was broken off."),
    .value("quiet", short: "q", \.quiet, "Say nothing but the result."),
    .value("json", \.json, "Print one JSON object and nothing else."),
    .value(
      "force", short: "f", \.force,
      "Resume or repeat although the program or the input files have changed."),
  ])
}
