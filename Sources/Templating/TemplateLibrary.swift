/// Where templates find each other by name.
///
///     let library = TemplateLibrary(["row.html": "<td>{{site}}</td>"])
///     library.source(of: "row.html")   // <td>{{site}}</td>
public struct TemplateLibrary: Sendable {
  /// The names that are suggested for a misspelt one.
  public let names: [String]

  private let find: @Sendable (String) -> String?

  /// Makes a library of a function that returns the text of a template, or nothing.
  public init(names: [String] = [], source: @escaping @Sendable (String) -> String?) {
    self.names = names
    find = source
  }

  /// Makes a library of texts by name.
  public init(_ sources: [String: String] = [:]) {
    self.init(names: sources.keys.sorted()) { sources[$0] }
  }

  /// The text of a template, if there is one of this name.
  public func source(of name: String) -> String? { find(name) }

  /// Returns a library that looks into another one first, such as a folder of the user's own.
  public func overridden(by other: TemplateLibrary) -> TemplateLibrary {
    let own = self
    return TemplateLibrary(names: other.names + names.filter { !other.names.contains($0) }) {
      other.source(of: $0) ?? own.source(of: $0)
    }
  }
}
