internal import Figures
internal import Templating

extension RichText {
  /// The text for a page; every run is escaped.
  var html: SafeHTML {
    runs.reduce(SafeHTML(trusted: "")) { $0 + $1.html }
  }
}

extension RichText.Run {
  fileprivate var html: SafeHTML {
    var tags = scripts.map { $0 == .superscript ? "sup" : "sub" }
    if isItalic { tags.append("i") }
    if isBold { tags.append("b") }
    return tags.reversed().reduce(SafeHTML(escaping: text.keepingPercent)) { inner, tag in
      SafeHTML(trusted: "<\(tag)>") + inner + SafeHTML(trusted: "</\(tag)>")
    }
  }
}
