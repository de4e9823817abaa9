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
  /// The tables to keep, by file name without ending.
  public var data: [DataTable]

  /// A part of a report.
  public enum Part: Sendable {
    /// One paragraph.
    case prose(String)
    /// A table for reading.
    case table(ReportTable)
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
