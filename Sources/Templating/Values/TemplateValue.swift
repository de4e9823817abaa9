/// A value that fills a template.
///
///     let value: TemplateValue = ["title": "Queue", "rows": [["load": .number("0.9")]]]
///     value["title"]   // .text("Queue")
public enum TemplateValue: Equatable, Sendable {
  /// Known to have no value: empty as text, false as a section.
  case nothing

  /// Whether a section is shown.
  case flag(Bool)

  /// Words, escaped wherever they are shown; an empty text is false as a section.
  case text(String)

  /// A number as it is to be shown; true as a section, zero too.
  case number(String)

  /// Values in order, through which a section walks.
  case list([TemplateValue])

  /// Values by name.
  case object(TemplateObject)

  /// HTML that is shown as it is.
  case html(SafeHTML)

  /// A program or data for the inside of a `script` element.
  case script(SafeScript)

  /// Rules for the inside of a `style` element.
  case style(SafeStyle)

  /// An address for a link or an image.
  case url(SafeURL)

  /// The kinds of values.
  public enum Kind: String, Equatable, Sendable, CaseIterable {
    /// No value.
    case nothing
    /// True or false.
    case flag
    /// Words.
    case text
    /// A number.
    case number
    /// Values in order.
    case list
    /// Values by name.
    case object
    /// HTML known to be safe.
    case html
    /// A program known to be safe.
    case script
    /// Style rules known to be safe.
    case style
    /// An address known to be safe.
    case url
  }

  /// Of which kind this value is.
  public var kind: Kind {
    switch self {
    case .nothing: .nothing
    case .flag: .flag
    case .text: .text
    case .number: .number
    case .list: .list
    case .object: .object
    case .html: .html
    case .script: .script
    case .style: .style
    case .url: .url
    }
  }

  /// The value under a key; nothing when this is no object or has no such key.
  public subscript(key: String) -> TemplateValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }
}

extension TemplateValue.Kind {
  var words: String {
    switch self {
    case .nothing: "nothing"
    case .flag: "a flag"
    case .text: "text"
    case .number: "a number"
    case .list: "a list"
    case .object: "an object"
    case .html: "safe HTML (SafeHTML)"
    case .script: "a safe script (SafeScript)"
    case .style: "a safe style sheet (SafeStyle)"
    case .url: "a safe address (SafeURL)"
    }
  }
}
