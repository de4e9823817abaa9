internal import Templating

extension TemplateValue {
  /// The value with the replacement character for every character that HTML forbids.
  ///
  /// Source: WHATWG HTML, section 13.2.3.5, "Preprocessing the input stream".
  var readable: TemplateValue {
    switch self {
    case .text(let text): .text(text.readable)
    case .list(let values): .list(values.map(\.readable))
    case .object(let object): .object(object.readable)
    default: self
    }
  }
}

extension TemplateObject {
  /// The members with readable values.
  var readable: TemplateObject {
    TemplateObject(zip(keys, values).map { ($0, $1.readable) })
  }
}

extension String {
  fileprivate var readable: String {
    guard unicodeScalars.contains(where: \.isForbidden) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(scalar.isForbidden ? "\u{FFFD}" : scalar) }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Whether this is a control character that is no blank, or no character at all.
  fileprivate var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0C, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
