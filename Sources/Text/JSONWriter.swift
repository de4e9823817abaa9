/// Turns JSON values into text.
struct JSONWriter {
  enum Style { case compact, pretty }

  let style: Style
  private(set) var text = ""
  private var depth = 0

  /// How many characters already stand before the value that is about to be written.
  private var usedColumns = 0

  private static let widestLine = 100

  init(style: Style) { self.style = style }

  mutating func write(_ value: JSON) {
    switch value {
    case .array(let values) where style == .pretty: writePretty(values)
    case .object(let members) where style == .pretty: writePretty(members)
    case .array(let values): writeList("[", values, "]") { $0.write($1) }
    case .object(let members):
      writeList("{", members, "}") { $0.writeMember($1.key, colon: ":", $1.value) }
    default: text += Self.scalarText(value)
    }
  }

  // MARK: - Pretty

  private mutating func writePretty(_ values: [JSON]) {
    if let line = Self.oneLine(values), usedColumns + line.unicodeScalars.count < Self.widestLine {
      text += line
      return
    }
    writeLines("[", values, "]") { $0.write($1) }
  }

  private mutating func writePretty(_ members: JSONObject) {
    guard !members.isEmpty else {
      text += "{}"
      return
    }
    writeLines("{", members, "}") { $0.writeMember($1.key, colon: ": ", $1.value) }
  }

  /// The array on one line, unless it holds other arrays or objects.
  private static func oneLine(_ values: [JSON]) -> String? {
    let isFlat = values.allSatisfy { $0.array == nil && $0.object == nil }
    return isFlat ? "[" + values.map(scalarText).joined(separator: ", ") + "]" : nil
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
    text += newLine() + close
  }

  private func newLine() -> String { "\n" + String(repeating: "  ", count: depth) }

  // MARK: - Both styles

  private mutating func writeList<Elements: Sequence>(
    _ open: String, _ elements: Elements, _ close: String, separator: String = ",",
    writeElement: (inout JSONWriter, Elements.Element) -> Void
  ) {
    text += open
    var isFirst = true
    for element in elements {
      if !isFirst { text += separator }
      isFirst = false
      writeElement(&self, element)
    }
    text += close
  }

  private mutating func writeMember(_ key: String, colon: String, _ value: JSON) {
    let start = Self.stringText(key) + colon
    usedColumns += start.unicodeScalars.count
    text += start
    write(value)
  }

  private static func scalarText(_ value: JSON) -> String {
    switch value {
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value) where value.isFinite: value.shortestText
    case .string(let value): stringText(value)
    case .null, .number, .array, .object: "null"
    }
  }

  private static func stringText(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        text += (scalar.value < 16 ? "\\u000" : "\\u00") + String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
