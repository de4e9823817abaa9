/// A piece of a template: text up to the end of its line, or a tag.
struct TemplateToken {
  enum Kind: Equatable {
    case text, comment, delimiters
    case value, verbatimValue
    case section, invertedSection, parent, block, close
    case partial

    var opensSection: Bool {
      switch self {
      case .section, .invertedSection, .parent, .block: true
      default: false
      }
    }

    /// Whether a line with nothing else than this tag leaves no empty line.
    var mayStandAlone: Bool { self != .text && self != .value && self != .verbatimValue }
  }

  let kind: Kind
  /// Where it begins, in bytes.
  let start: Int
  /// The text; of a tag what it names.
  let bytes: ArraySlice<UInt8>
  /// Whether the tag has its line for itself, which then leaves nothing else.
  var standsAlone = false
  /// The blanks before the first tag of a line.
  var margin: ArraySlice<UInt8> = []

  var name: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether a text is made of blanks only.
  var isBlank: Bool { bytes.allSatisfy(\.isBlank) }

  var endsLine: Bool { kind == .text && bytes.last == UInt8(ascii: "\n") }
}
