import Text

/// A page with holes, in the language Mustache, that is filled with values.
///
/// Known are values, sections, inverted sections, comments, partials, delimiters, and of the optional modules
/// inheritance and dynamic names; there are no lambdas. By strict rules, a template that is read
/// can be filled with anything: no text from data becomes markup, a program or an address.
///
///     let template = try Template(parsing: "<h1>{{title}}</h1>", named: "page.html")
///     try template.render(["title": "a < b"])   // <h1>a &lt; b</h1>
///
/// Source: the Mustache specification 1.4, github.com/mustache/spec.
public struct Template: Sendable {
  /// The name that complaints give.
  public let name: String

  private let page: TemplatePage
  private let shelf: TemplateShelf

  /// Reads a template and those that it calls by name.
  public init(
    parsing text: String, named name: String, in library: TemplateLibrary = TemplateLibrary(),
    rules: TemplateRules = .strict
  ) throws(TemplateFailure) {
    self.name = name
    page = try TemplateParser.page(parsing: text, named: name, rules: rules)
    var shelf = TemplateShelf(library: library, rules: rules)
    try shelf.loadCalls(of: page)
    self.shelf = shelf
  }

  /// Reads a template of a library and those that it calls by name.
  public init(
    named name: String, in library: TemplateLibrary, rules: TemplateRules = .strict
  ) throws(TemplateFailure) {
    guard let text = library.source(of: name) else {
      throw TemplateFailure(
        template: name, position: TextPosition(line: 1, column: 1),
        reason: .unknownTemplate(name, near: NearestNames.of(name, among: library.names)))
    }
    try self.init(parsing: text, named: name, in: library, rules: rules)
  }

  /// Returns the page with a value filled in.
  public func render(_ value: TemplateValue) throws(TemplateFailure) -> String {
    var renderer = TemplateRenderer(page: page, shelf: shelf, value: value)
    return try renderer.render()
  }
}
