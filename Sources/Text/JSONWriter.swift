/// Turns JSON values into text.
struct JSONWriter {
  enum Style { case compact, pretty }

  let style: Style
  private var bytes: [UInt8] = []
  private var depth = 0

  /// How many characters already stand before the value that is about to be written.
  private var usedColumns = 0

  private static let widestLine = 100

  init(style: Style) { self.style = style }

  /// What has been written.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func write(_ value: JSON) {
    switch value {
    case .array(let values) where style == .pretty: writePretty(values)
    case .object(let members) where style == .pretty: writePretty(members)
    case .array(let values): writeList("[", values, "]") { $0.write($1) }
    case .object(let members):
      writeList("{", members, "}") { $0.writeMember($1.key, colon: ":", $1.value) }
    default: writeScalar(value)
    }
  }

  // MARK: - Pretty

  private mutating func writePretty(_ values: [JSON]) {
    if let line = Self.oneLine(values), usedColumns + line.unicodeScalars.count < Self.widestLine {
      bytes += line.utf8
      return
    }
    writeLines("[", values, "]") { $0.write($1) }
  }

  private mutating func writePretty(_ members: JSONObject) {
    guard !members.isEmpty else {
      bytes += "{}".utf8
      return
    }
    writeLines("{", members, "}") { $0.writeMember($1.key, colon: ": ", $1.value) }
  }

  /// The array on one line, unless it holds other arrays or objects.
  private static func oneLine(_ values: [JSON]) -> String? {
    let isFlat = values.allSatisfy { $0.array == nil && $0.object == nil }
    guard isFlat else { return nil }
    var writer = JSONWriter(style: .compact)
    writer.writeList("[", values, "]", separator: ", ") { $0.writeScalar($1) }
    return writer.text
  }

  private mutating func writeLines<Elements: Sequence>(
    _ open: String, _ elements: Elements, _ close: String,
    writeElement: (inout JSONWriter, Elements.Element) -> Void
  ) {
    depth += 1
    writeList(open + newLine(), elements, "", separator: "," + newLine()) {
      $0.usedColumns = 2 * $0.depth
      writeElement(&$0, $1)
    }
    depth -= 1
    bytes += (newLine() + close).utf8
  }

  private func newLine() -> String { "\n" + String(repeating: "  ", count: depth) }

  // MARK: - Both styles

  private mutating func writeList<Elements: Sequence>(
    _ open: String, _ elements: Elements, _ close: String, separator: String = ",",
    writeElement: (inout JSONWriter, Elements.Element) -> Void
  ) {
    bytes += open.utf8
    let separator = Array(separator.utf8)
    var isFirst = true
    for element in elements {
      if !isFirst { bytes += separator }
      isFirst = false
      writeElement(&self, element)
    }
    bytes += close.utf8
  }

  private mutating func writeMember(_ key: String, colon: String, _ value: JSON) {
    let start = bytes.count
    writeString(key)
    bytes += colon.utf8
    if style == .pretty {
      usedColumns += String(decoding: bytes[start...], as: UTF8.self).unicodeScalars.count
    }
    write(value)
  }

  // MARK: - Scalars

  private mutating func writeScalar(_ value: JSON) {
    switch value {
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .number(let value) where value.isFinite: value.appendShortestText(to: &bytes)
    case .string(let value): writeString(value)
    case .null, .number, .array, .object: bytes += "null".utf8
    }
  }

  private mutating func writeString(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case ..<0x20:
        bytes += (byte < 16 ? "\\u000" : "\\u00").utf8
        bytes += String(byte, radix: 16).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
