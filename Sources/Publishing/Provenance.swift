internal import Figures
public import RunRecords
public import Text

/// How a report was made: everything that is needed to make it again, and nothing that may differ between two
/// equal runs.
///
///     Provenance(record, command: ["evtools", "queue", "--arrivals", "8"])
public struct Provenance: Equatable, Sendable {
  /// The name of the tool.
  public var tool: String
  /// The program that ran.
  public var program: ProgramVersion
  /// The command, word for word; the same for a run and its repetition.
  public var command: [String]
  /// Every option of the tool with its value, defaults included.
  public var options: JSONObject
  /// How figures and pages look, where something else was asked for than the usual.
  public var presentation: JSONObject
  /// Where all random numbers came from; the first is the one to run again with.
  public var seeds: [Int]
  /// What the user calls the run.
  public var runName: String?
  /// The scenario file, where one was given.
  public var scenario: RunRecord.InputFile?
  /// The other files that were read.
  public var inputs: [RunRecord.InputFile]
  /// The date that the report bears, such as `2026-11-20`.
  public var date: String?
  /// Words to find the report by, such as the name of a preset.
  public var tags: [String]

  /// States how a report was made.
  public init(
    tool: String, program: ProgramVersion, command: [String], options: JSONObject,
    presentation: JSONObject = [:], seeds: [Int], runName: String? = nil,
    scenario: RunRecord.InputFile? = nil,
    inputs: [RunRecord.InputFile] = [], date: String? = nil, tags: [String] = []
  ) {
    self.tool = tool
    self.program = program
    self.command = command
    self.options = options
    self.presentation = presentation
    self.seeds = seeds
    self.runName = runName
    self.scenario = scenario
    self.inputs = inputs
    self.date = date
    self.tags = tags
  }

  /// Takes over what the record of a run says.
  public init(
    _ record: RunRecord, command: [String], date: String? = nil, tags: [String] = []
  ) {
    self.init(
      tool: record.tool, program: record.program, command: command, options: record.options,
      presentation: record.presentation, seeds: [record.seed], runName: record.name,
      scenario: record.scenario,
      inputs: record.inputs, date: date, tags: tags)
  }

  /// The record of a run that would make the report again; its seed is the first one.
  public var record: RunRecord {
    var record = RunRecord(
      tool: tool, program: program, name: runName, seed: seeds.first ?? 1, options: options,
      presentation: presentation, scenario: scenario)
    record.inputs = inputs
    return record
  }

  /// The day of a moment in Universal Time, which `SOURCE_DATE_EPOCH` counts in seconds since 1970.
  ///
  ///     Provenance.date(ofEpochSecond: 1_795_132_800)   // "2026-11-20"
  public static func date(ofEpochSecond second: Int) -> String {
    let day = second >= 0 ? second / 86_400 : -((86_399 - second) / 86_400)
    let date = CivilDate(dayNumber: day)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.year)-\(two(date.month))-\(two(date.day))"
  }
}
