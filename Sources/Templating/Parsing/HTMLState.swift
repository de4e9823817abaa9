/// How far a browser has read the HTML of a template.
///
/// Two states are equal when whatever follows is read alike.
///
/// Source: WHATWG HTML, section 13.2.5, "Tokenization".
struct HTMLState: Equatable {
  /// The part of HTML that is being read.
  enum Phase: Equatable {
    case text, tagOpen, endTagOpen, tagName, beforeAttribute, attributeName, afterAttributeName
    case beforeValue, quoted, unquoted, afterValue
    /// Behind a section within a tag, which may have left several states.
    case gap
    case declarationOpen, comment, declaration
    /// Within an element without tags, whose characters are references or not.
    case plain, raw
  }

  /// What a place that a value fills alone holds so far.
  enum Filling: Equatable {
    case empty, text, value
  }

  var phase = Phase.text
  var element: [UInt8] = []
  var isEndTag = false
  var endsWithSlash = false
  var attribute: [UInt8] = []
  var quote: UInt8 = 0
  var filling = Filling.empty
  /// The last bytes, where they may be the beginning of something.
  var tail: [UInt8] = []
  var hasHeaderName = false
  var hasFilledContent = false

  var elementName: String { String(decoding: element, as: UTF8.self) }
  var attributeName: String { String(decoding: attribute, as: UTF8.self) }

  var isWithinTag: Bool {
    switch phase {
    case .tagName, .beforeAttribute, .attributeName, .afterAttributeName, .afterValue, .gap: true
    default: false
    }
  }

  /// The place in words of the field.
  var place: HTMLPlace {
    switch phase {
    case .text: .text
    case .tagOpen, .endTagOpen, .tagName: .tagName
    case .beforeAttribute, .attributeName, .afterAttributeName, .afterValue, .gap: .tag
    case .beforeValue, .unquoted: .unquotedValue(attributeName)
    case .quoted: AttributeRules.place(of: attributeName, in: elementName)
    case .declarationOpen, .declaration: .declaration
    case .comment: .comment
    case .plain: .plainText(element: elementName)
    case .raw where element == Array("script".utf8): .script
    case .raw where element == Array("style".utf8): .style
    case .raw: .rawElement(elementName)
    }
  }
}
