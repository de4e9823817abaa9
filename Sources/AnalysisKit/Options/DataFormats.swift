/// In which formats a run writes its tables of data.
///
///     try DataFormats(optionText: "csv,jsonl").formats   // [.csv, .jsonLines]
public struct DataFormats: OptionValue {
  /// A format.
  public enum Format: String, CaseIterable, Sendable {
    /// Comma-separated values, which other tools of the program read.
    case csv
    /// Columns with types, for pandas, polars, DuckDB and R.
    case parquet
    /// One JSON object a row.
    case jsonLines = "jsonl"
  }

  /// The formats, in the order of ``Format``.
  public let formats: [Format]

  /// What is written where nothing else is asked for.
  public static let usual = DataFormats([.csv, .parquet])

  private init(_ formats: [Format]) { self.formats = formats }

  /// What can be written.
  public static var form: OptionForm { .text("FORMAT,…") }

  /// Reads what was written.
  public init(optionText text: String) throws(OptionComplaint) {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let known = Format.allCases.map(\.rawValue)
    for name in names where !known.contains(name) { throw .notAChoice(name, among: known) }
    guard Set(names).count == names.count, names.contains(Format.csv.rawValue) else {
      throw .malformed(
        text, takes: "a list of different formats that has csv, which diff and audit read")
    }
    self.init(Format.allCases.filter { names.contains($0.rawValue) })
  }

  /// The value as it would be written.
  public var optionText: String { formats.map(\.rawValue).joined(separator: ",") }
}
