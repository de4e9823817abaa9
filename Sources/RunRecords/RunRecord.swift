public import Text

/// What `run.json` says: all that is needed to make the same run again, and what came out.
///
/// Equal commands give equal bytes here; whatever may differ between two equal runs (wall time, host,
/// threads) stands in `environment.json`.
public struct RunRecord: Equatable, Sendable {
  /// The tool's name.
  public var tool: String
  /// The program that ran.
  public var program: ProgramVersion
  /// What the user calls the run.
  public var name: String?
  /// The seed of all random numbers.
  public var seed: Int
  /// Every option of the tool with its value, defaults included.
  public var options: JSONObject
  /// How figures and pages are to look, where that was asked for.
  public var presentation: JSONObject
  /// The scenario file, where one was given.
  public var scenario: InputFile?
  /// The other files that were read.
  public var inputs: [InputFile]
  /// How far the run has come.
  public var status: Status
  /// The answer in one sentence, once there is one.
  public var verdict: String?
  /// What was written, with fingerprints.
  public var outputs: [OutputFile]

  /// How far a run has come.
  public enum Status: String, Sendable {
    case incomplete
    case complete
  }

  /// A file that was read, as the user named it.
  public struct InputFile: Equatable, Sendable {
    /// The path.
    public var path: String
    /// The fingerprint of its content.
    public var sha256: String

    /// States a file and its fingerprint.
    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// A file that was written, relative to the run's folder.
  public struct OutputFile: Equatable, Sendable {
    /// The path.
    public var path: String
    /// The length of its content.
    public var bytes: Int
    /// The fingerprint of its content.
    public var sha256: String
  }

  /// Describes a run that is about to begin.
  public init(
    tool: String, program: ProgramVersion, name: String?, seed: Int, options: JSONObject,
    presentation: JSONObject = [:], scenario: InputFile? = nil
  ) {
    self.tool = tool
    self.program = program
    self.name = name
    self.seed = seed
    self.options = options
    self.presentation = presentation
    self.scenario = scenario
    inputs = []
    status = .incomplete
    verdict = nil
    outputs = []
  }
}

/// Which program made a run.
public struct ProgramVersion: Equatable, Sendable {
  /// The version number.
  public var version: String
  /// The commit it was built from, where that is known.
  public var commit: String?
  /// Whether the sources differed from that commit.
  public var hasUncommittedChanges: Bool

  /// States a version.
  public init(version: String, commit: String?, hasUncommittedChanges: Bool) {
    self.version = version
    self.commit = commit
    self.hasUncommittedChanges = hasUncommittedChanges
  }

  /// The version in words: `0.1.0 (1a2b3c4d, with uncommitted changes)`.
  public var words: String {
    guard let commit else { return version }
    return
      "\(version) (\(commit.prefix(8))\(hasUncommittedChanges ? ", with uncommitted changes" : ""))"
  }
}
