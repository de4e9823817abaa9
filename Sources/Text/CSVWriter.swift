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
    var bytes: [UInt8] = []
    for line in lines {
      precondition(
        line.count == width, "A row of \(line.count) fields stands below one of \(width).")
      append(line, separator, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns one row with its line feed, for a file that is written as it grows.
  public static func text(ofRow fields: [String], separator: CSVSeparator = .comma) -> String {
    var bytes: [UInt8] = []
    append(fields, separator, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(
    _ fields: [String], _ separator: CSVSeparator, to bytes: inout [UInt8]
  ) {
    if fields == [""] { bytes += [quote, quote] }
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(separator.rawValue) }
      append(field, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes one field after what is there, for tables that are written without keeping their rows.
  ///
  /// A field with any of the separators is quoted, so that a reader cannot take it for the one in use.
  public static func append(_ field: String, to bytes: inout [UInt8]) {
    guard field.utf8.contains(where: isSpecial) || hasByteOrderMark(field) else {
      bytes += field.utf8
      return
    }
    bytes.append(quote)
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private static func hasByteOrderMark(_ field: String) -> Bool {
    field.utf8.contains(0xEF) && field.unicodeScalars.contains("\u{FEFF}")
  }

  private static let quote = UInt8(ascii: "\"")

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case quote, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "\n"),
      UInt8(ascii: "\r"):
      true
    default: false
    }
  }
}
