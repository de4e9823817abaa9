/// An element of an SVG file, with its attributes in the order in which they are written.
struct SVGElement: Equatable {
  var name: String
  var attributes: [Attribute]
  var children: [Node]

  struct Attribute: Equatable {
    var name: String
    var value: String

    init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  enum Node: Equatable {
    case element(SVGElement)
    case text(String)
  }

  init(_ name: String, _ attributes: [Attribute] = [], _ children: [Node] = []) {
    (self.name, self.attributes, self.children) = (name, attributes, children)
  }

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The element as text, its child elements on lines of their own unless there is text among them.
  var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    text += "<" + name
    for attribute in attributes {
      text += " " + attribute.name + "=\"" + attribute.value.escapedForXML + "\""
    }
    guard !children.isEmpty else {
      text += "/>"
      return
    }
    text += ">"
    let hasText = name == "text" || name == "tspan"
    for child in children {
      switch child {
      case .text(let content): text += content.escapedForXML
      case .element(let element):
        if !hasText { text += "\n" }
        element.write(to: &text)
      }
    }
    text += "</" + name + ">"
  }
}

extension SVGElement {
  /// A group around elements; what all of them say of themselves, the group says for them.
  init(grouping elements: [SVGElement], _ attributes: [Attribute]) {
    let shared = elements.count < 2 ? [] : Self.shared(by: elements)
    let children = elements.map { element in
      var element = element
      element.attributes.removeAll(where: shared.contains)
      return Node.element(element)
    }
    self.init("g", attributes + shared, children)
  }

  /// What children inherit from a group.
  private static let inherited = [
    "class", "clip-path", "fill", "fill-opacity", "fill-rule", "font-size", "font-style",
    "font-weight", "shape-rendering", "stroke", "stroke-dasharray", "stroke-linecap",
    "stroke-linejoin", "stroke-opacity", "stroke-width", "text-anchor",
  ]

  private static func shared(by elements: [SVGElement]) -> [Attribute] {
    guard let first = elements.first else { return [] }
    return first.attributes.filter { attribute in
      inherited.contains(attribute.name)
        && elements.allSatisfy { $0.attributes.contains(attribute) }
    }
  }
}

extension String {
  /// The text with what XML and HTML would read as markup written in references.
  ///
  /// What no XML file may hold becomes U+FFFD.
  var escapedForXML: String {
    let isPlain = utf8.allSatisfy { byte in
      switch byte {
      case 0x20..<0x7F:
        byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
          && byte != UInt8(ascii: "\"")
      default: false
      }
    }
    guard !isPlain else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text.append(contentsOf: "&amp;".unicodeScalars)
      case "<": text.append(contentsOf: "&lt;".unicodeScalars)
      case ">": text.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": text.append(contentsOf: "&quot;".unicodeScalars)
      case "\n": text.append(contentsOf: "&#10;".unicodeScalars)
      case "\t": text.append(contentsOf: "&#9;".unicodeScalars)
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": text.append("\u{FFFD}")
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
