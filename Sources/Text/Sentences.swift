extension String {
  /// The text in double quotes, with quotes, backslashes and control characters inside escaped.
  ///
  ///     "par\"eto".quoted   // "par\"eto" with its quotes and a backslash
  public var quoted: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.properties.generalCategory == .control:
        text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text.quotedAsIs
  }

  /// The text between double quotes and otherwise unchanged.
  var quotedAsIs: String { "\"" + self + "\"" }
}

extension Collection<String> {
  /// The texts as a part of a sentence.
  ///
  ///     ["red", "green", "blue"].listed(conjunction: "or")   // "red, green or blue"
  public func listed(conjunction: String) -> String {
    guard let last = Array(self).last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " " + conjunction + " " + last
  }
}

extension Int {
  /// The number with its noun in the singular or plural.
  ///
  ///     1.counted("field", "fields")   // "1 field"
  ///     3.counted("field", "fields")   // "3 fields"
  public func counted(_ singular: String, _ plural: String) -> String {
    "\(self) \(self == 1 ? singular : plural)"
  }
}
