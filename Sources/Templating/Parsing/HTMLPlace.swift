/// Where in a page something stands.
public enum HTMLPlace: Equatable, Sendable {
  /// Between tags, where text is shown.
  case text
  /// Within an element whose content is text without tags, such as `title`.
  case plainText(element: String)
  /// Within the quotes of an attribute that only says something.
  case attribute(String)
  /// Within the quotes of an attribute that leads elsewhere when it is clicked.
  case link(String)
  /// Within the quotes of an attribute that loads a picture, sound or film.
  case media(String)
  /// Within the quotes of an attribute of a drawing that refers to a part or a picture.
  case reference(String)
  /// Within a `script` element.
  case script
  /// Within a `style` element.
  case style
  /// In the name of a tag.
  case tagName
  /// Within a tag, outside the value of an attribute.
  case tag
  /// In the value of an attribute that has no quotes.
  case unquotedValue(String)
  /// In an attribute that holds a program.
  case eventHandler(String)
  /// In a `style` attribute.
  case styleAttribute
  /// In another attribute that can load or run something.
  case dangerousAttribute(String, element: String)
  /// In the content of a `meta` element that acts as a header.
  case pageHeader
  /// In a comment.
  case comment
  /// In a declaration such as `<!DOCTYPE html>`.
  case declaration
  /// In an element whose content is no HTML, such as `xmp`.
  case rawElement(String)
}

extension HTMLPlace {
  var words: String {
    switch self {
    case .text: "in the text of the page"
    case .plainText(let element): "in the plain text of a \(element) element"
    case .attribute(let name), .link(let name), .media(let name), .reference(let name):
      "in the attribute \(name)"
    case .script: "inside a script element"
    case .style: "inside a style element"
    case .tagName: "in the name of a tag"
    case .tag: "in a tag outside the value of an attribute"
    case .unquotedValue(let name): "in the unquoted value of the attribute \(name)"
    case .eventHandler(let name): "in the event handler \(name)"
    case .styleAttribute: "in a style attribute"
    case .dangerousAttribute(let name, let element):
      "in the attribute \(name) of the element \(element)"
    case .pageHeader: "in the content of a meta element with http-equiv"
    case .comment: "in a comment"
    case .declaration: "in a declaration"
    case .rawElement(let element): "inside the element \(element)"
    }
  }

  var advice: String {
    switch self {
    case .script: "; write three braces, alone in the element, and give a SafeScript"
    case .style: "; write three braces, alone in the element, and give a SafeStyle"
    case .link, .media, .reference: "; write three braces, alone in quotes, and give a SafeURL"
    case .unquotedValue: "; put the value into quotes"
    case .styleAttribute: "; use a class"
    default: ""
    }
  }
}
