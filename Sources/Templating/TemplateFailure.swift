public import Text

/// Why a template cannot be read or filled in, and where.
///
///     failure.description
///     // page.html:3:9: there is no value named "titel"; did you mean "title"?
public struct TemplateFailure: Error, Equatable, Sendable {
  /// The name of the template in which it went wrong.
  public let template: String

  /// Where in that template.
  public let position: TextPosition

  /// What is wrong there.
  public let reason: Reason

  /// Makes a failure at a place.
  public init(template: String, position: TextPosition, reason: Reason) {
    self.template = template
    self.position = position
    self.reason = reason
  }

  /// What can be wrong with a template or with what is filled into it.
  public enum Reason: Error, Equatable, Sendable {
    /// The text ends within a tag.
    case unclosedTag(closing: String)
    /// A section, block or parent is opened here and never closed.
    case unclosedSection(String)
    /// Something is closed that was not opened.
    case closedWithoutOpening(String)
    /// Something else is closed than was opened last.
    case closedWrongly(found: String, expected: String, opened: TextPosition)
    /// A tag that should set delimiters does not name two.
    case malformedDelimiters(String)
    /// A tag holds no name, or one with blanks or empty parts.
    case malformedName(String)
    /// Sections lie deeper inside each other than is read.
    case nestedTooDeeply(limit: Int)
    /// Partials, parents and sections call each other deeper than is rendered.
    case recursesTooDeeply(limit: Int)
    /// No template has this name.
    case unknownTemplate(String, near: [String])
    /// Nothing in sight has this name.
    case unknownKey(String, near: [String])
    /// A block is replaced that the parent does not have.
    case unknownBlock(String, parent: String, near: [String])
    /// A block is replaced twice for one parent.
    case repeatedBlock(String)
    /// Between the tags of a parent stands something else than blocks.
    case strayContentInParent
    /// A value of one kind stands where another is needed.
    case wrongKind(name: String, found: TemplateValue.Kind, needed: TemplateValue.Kind)
    /// A URL stands where only other kinds of URL are safe.
    case unsuitableURL(name: String, found: SafeURL.Kind)
    /// A value would stand where no escaping makes it safe.
    case unsafePlace(HTMLPlace)
    /// A value is written without escaping where it must be escaped.
    case needsEscaping(HTMLPlace)
    /// A value that fills its place alone has other text beside it.
    case notAlone(HTMLPlace)
    /// A template, partial, block or section does not stand in the text of a page.
    case notInText(HTMLPlace)
    /// A template, section or block ends elsewhere in the HTML than it begins.
    case endsElsewhere(HTMLPlace, begun: HTMLPlace)
    /// A section within a tag does not keep a blank between attributes.
    case missingBlankInTag
    /// Markup is put into a block whose place holds plain text only.
    case markupInPlainText(block: String)
    /// Something whose reading depends on where it stands, such as a CDATA section.
    case ambiguousHTML(String)
  }
}

extension TemplateFailure: CustomStringConvertible {
  /// The failure as `file:line:column: sentence`.
  public var description: String {
    "\(template):\(position.line):\(position.column): \(sentence)"
  }

  /// The failure as one sentence without its place.
  public var sentence: String { reason.sentence }
}

extension TemplateFailure.Reason {
  fileprivate var sentence: String {
    switch self {
    case .unclosedTag(let closing): "the tag opened here is never closed with \(closing.quoted)"
    case .unclosedSection(let name): "\(name.quoted) is opened here and never closed"
    case .closedWithoutOpening(let name): "\(name.quoted) is closed here but was not opened"
    case .closedWrongly(let found, let expected, let opened):
      "\(found.quoted) is closed here, but \(expected.quoted), opened at \(opened), is still open"
    case .malformedDelimiters(let text):
      "\(text.quoted) does not name two delimiters with a blank between, such as {{=<% %>=}}"
    case .malformedName(let name): "\(name.quoted) is no name; names are words joined by points"
    case .nestedTooDeeply(let limit):
      "sections are nested more than \(limit) deep, which is not read"
    case .recursesTooDeeply(let limit):
      "partials and sections call each other more than \(limit) deep; does one call itself?"
    case .unknownTemplate(let name, let near):
      "there is no template named \(name.quoted)" + Self.suggestion(near)
    case .unknownKey(let name, let near):
      "there is no value named \(name.quoted)" + Self.suggestion(near)
    case .unknownBlock(let name, let parent, let near):
      "\(parent.quoted) has no block named \(name.quoted)" + Self.suggestion(near)
    case .repeatedBlock(let name): "the block \(name.quoted) is replaced twice here"
    case .strayContentInParent:
      "only blocks may stand between the tags of a parent; anything else would be lost"
    case .wrongKind(let name, let found, let needed):
      "\(name.quoted) is \(found.words), but \(needed.words) is needed here"
    case .unsuitableURL(let name, let found):
      "\(name.quoted) is \(found.words), which is not safe in this attribute"
    case .unsafePlace(let place): "no value can be made safe \(place.words)" + place.advice
    case .needsEscaping(let place): "a value \(place.words) must be escaped: write two braces"
    case .notAlone(let place): "a value \(place.words) must stand there alone, without other text"
    case .notInText(let place):
      "partials, parents and blocks must stand in the text of the page, not \(place.words)"
    case .endsElsewhere(let place, let begun):
      "this part begins \(begun.words) but ends \(place.words); it must end where it begins"
    case .missingBlankInTag:
      "a blank must stand between this section of a tag and what is beside it"
    case .markupInPlainText(let block):
      "the block \(block.quoted) holds plain text only: no tags and no unescaped values"
    case .ambiguousHTML(let text):
      "\(text.quoted) is read differently in different parts of a page and is not allowed here"
    }
  }

  private static func suggestion(_ near: [String]) -> String {
    near.isEmpty ? "" : "; did you mean \(near.map(\.quoted).listed(conjunction: "or"))?"
  }
}
