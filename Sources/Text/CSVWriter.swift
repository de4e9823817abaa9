/// Writes tables of comma-separated values, with quotes only where a reader needs them.
///
///     CSVWriter.text(header: ["site", "note"], rows: [["North", "new, fast"]])
///     // site,note
///     // North,"new, fast"
public enum CSVWriter {
  /// Returns a table as text whose lines end with a line feed; every row has equally many fields.
  public static func text(
    header: [String]? = nil, rows: [[String]], separator: CSVSeparator = .comma
  ) -> String {
    let lines = (header.map { [$0] } ?? []) + rows
    let width = lines.first?.count ?? 0
    return lines.map { line in
      precondition(
        line.count == width, "A row of \(line.count) fields stands below one of \(width).")
      return text(ofRow: line, separator: separator)
    }.joined()
  }

  /// Returns one row with its line feed, for a file that is written as it grows.
  public static func text(ofRow fields: [String], separator: CSVSeparator = .comma) -> String {
    guard fields != [""] else { return "\"\"\n" }
    return fields.map(text(ofField:)).joined(separator: separator.text) + "\n"
  }

  /// A field with any of the separators is quoted, so that a reader cannot take it for the one in use.
  private static func text(ofField field: String) -> String {
    let special: Set<Unicode.Scalar> = ["\"", ",", ";", "\t", "\n", "\r", "\u{FEFF}"]
    guard field.unicodeScalars.contains(where: special.contains) else { return field }
    var quoted = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
