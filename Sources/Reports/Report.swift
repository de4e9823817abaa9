public import Figures
public import Text

/// What a tool found out, in reading order; knows neither terminal nor HTML.
public struct Report: Sendable {
  /// What the report is about, in a few words.
  public var title: String
  /// The answer, in one sentence or two.
  public var verdict: String
  /// The parts, in reading order.
  public var parts: [Part]
  /// The same for machines: the members that `--json` prints.
  public var json: JSONObject
  /// The seed that was used, where a scenario says it instead of the command line.
  public var seed: Int?
  /// The name of the file that keeps what `--json` prints, without its ending.
  public var answerName = "answer"
  /// The tables to keep, by file name without ending.
  public var data: [DataTable]
  /// What else is kept as JSON, such as files that options of other tools take, by file name without ending.
  public var documents: [(name: String, content: JSONObject)] = []
  /// The journals by whose rules every figure is drawn once more, as files beside the report.
  public var presets: [JournalPreset] = []

  /// A part of a report.
  public enum Part: Sendable {
    /// A heading: what follows, up to the next one, belongs to it.
    case section(String)
    /// One paragraph.
    case prose(String)
    /// The numbers that carry the answer.
    case keyNumbers([KeyNumber])
    /// A table for reading.
    case table(ReportTable)
    /// A figure, drawn where the report is shown.
    case figure(Figure)
    /// Figures that follow one another.
    case animation(Animation)
  }

  /// Starts a report with its answer.
  public init(
    title: String, verdict: String, parts: [Part] = [], json: JSONObject = [:],
    data: [DataTable] = []
  ) {
    self.title = title
    self.verdict = verdict
    self.parts = parts
    self.json = json
    self.data = data
  }
}
