public import Figures
public import Text

/// The options that every tool has.
public struct CommonOptions: ToolOptions, Defaulted {
  /// Where all random numbers come from.
  public var seed = 1
  /// The folder below which runs are kept.
  public var output = FilePath("output")
  /// Whose rules the figures follow; nil for the tool's choice.
  public var preset: JournalPreset?
  /// How many columns of the page the figures are wide; nil for the tool's choice.
  public var column: JournalPreset.Column?
  /// A folder with fonts for the figures instead of Inter.
  public var fontDirectory: FilePath?
  /// A folder with templates that go before those of the program.
  public var templates: FilePath?
  /// In which formats tables of data are written.
  public var data = DataFormats.usual
  /// Whether figures are shown on the terminal.
  public var preview = false
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
  /// How to say how far the work has come.
  public var progress = ProgressForm.automatic
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
    .optional("preset", \.preset, "The journal whose rules figures follow."),
    .optional("column", \.column, "How many columns of the journal's page figures are wide."),
    .optional("font-dir", \.fontDirectory, "A folder with the fonts of figures, instead of Inter."),
    .optional("templates", \.templates, "A folder with templates that replace those of reports."),
    .value(
      "data", \.data,
      "How tables of data are written: csv, and parquet and jsonl (JSON lines) as you like."),
    .value("preview", \.preview, "Show the figures on the terminal too."),
    .optional("run-name", \.runName, "What to call the run."),
    .optional(
      "threads", short: "j", \.threads, in: 1...1024,
      "How many threads work; results do not depend on it. As many as processors if left out."),
    .optional("scenario", \.scenario, "A JSON file with values for the options above."),
    .optional("resume", \.resume, "Go on with a run that was broken off."),
    .value("quiet", short: "q", \.quiet, "Say nothing but the result."),
    .value(
      "progress", \.progress,
      "How to say how far the work has come: for people, or one JSON object a line on standard error."
    ),
    .value("json", \.json, "Print one JSON object and nothing else."),
    .value(
      "force", short: "f", \.force,
      "Resume or repeat although the program or the input files have changed."),
  ])
}

/// How to say how far the work has come.
public enum ProgressForm: String, CaseIterable, OptionValue {
  /// As it suits people: a bar on a terminal, a line now and then elsewhere.
  case automatic = "auto"
  /// One JSON object a line, for programs.
  case json
}

extension JournalPreset: OptionValue {}
extension JournalPreset.Column: OptionValue {}

/// How figures and pages are to look and data are written, as the record of a run keeps it.
public struct Presentation: Equatable, Sendable {
  /// Whose rules the figures follow; nil for the tool's choice.
  public var preset: JournalPreset?
  /// How many columns wide they are; nil for the tool's choice.
  public var column: JournalPreset.Column?
  /// A folder with fonts instead of Inter.
  public var fontDirectory: String?
  /// A folder with templates that go before those of the program.
  public var templates: String?
  /// In which formats tables of data are written.
  public var data = DataFormats.usual

  /// What was asked for on the command line.
  public init(_ options: CommonOptions) {
    (preset, column) = (options.preset, options.column)
    (fontDirectory, templates) = (options.fontDirectory?.text, options.templates?.text)
    data = options.data
  }

  /// What a record keeps; nothing where nothing was asked for.
  public init(_ record: JSONObject) {
    preset = record["preset"]?.string.flatMap(JournalPreset.init(rawValue:))
    column = record["column"]?.string.flatMap(JournalPreset.Column.init(rawValue:))
    (fontDirectory, templates) = (record["fonts"]?.string, record["templates"]?.string)
    data = record["data"]?.string.flatMap { try? DataFormats(optionText: $0) } ?? .usual
  }

  /// For the record of a run.
  public var json: JSONObject {
    var json: JSONObject = [:]
    if let preset { json["preset"] = .string(preset.rawValue) }
    if let column { json["column"] = .string(column.rawValue) }
    if let fontDirectory { json["fonts"] = .string(fontDirectory) }
    if let templates { json["templates"] = .string(templates) }
    if data != .usual { json["data"] = .string(data.optionText) }
    return json
  }

  /// The format of a figure, where nothing else was asked for that of its author.
  public func format(_ own: FigureFormat) -> FigureFormat {
    guard preset != nil || column != nil else { return own }
    return FigureFormat(preset ?? own.preset, column ?? own.column, height: own.height)
  }
}
