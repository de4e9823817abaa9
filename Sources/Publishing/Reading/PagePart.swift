internal import Text

/// A part of a page that has a fingerprint of its own.
public struct PagePart: Equatable, Sendable {
  /// What it is.
  public let kind: Kind
  /// What it is called in the page: its id, or the name of its file.
  public let name: String
  /// The fingerprint of its bytes.
  public let sha256: String

  /// What a part can be.
  public enum Kind: String, CaseIterable, Equatable, Sendable {
    /// The title in the head of the page.
    case title
    /// The policy that says what a browser may load and run.
    case policy
    /// Rules of style.
    case style
    /// Title, verdict and key numbers.
    case answer
    /// The drawing of a figure.
    case drawing
    /// A table, of the report or of a figure's data.
    case table
    /// A file to take away.
    case download
    /// A program.
    case script
  }

  /// What it is in words, such as `Figure 1, the drawing`.
  public var words: String {
    switch kind {
    case .title: "the page's title"
    case .policy: "the content security policy"
    case .style: "the styles \(name.quoted)"
    case .answer: "the answer (title, verdict and key numbers)"
    case .drawing: "the drawing of \(Self.label(name))"
    case .table:
      name.hasPrefix("data-")
        ? "the data shown below Figure \(name.dropFirst(5))" : Self.label(name)
    case .download: "the file \(name.quoted)"
    case .script: "the script \(name.quoted)"
    }
  }

  /// `figure-1` as `Figure 1`.
  private static func label(_ id: String) -> String {
    id.isEmpty
      ? "no figure"
      : id.prefix(1).uppercased() + id.dropFirst().map { $0 == "-" ? " " : String($0) }.joined()
  }

  var json: JSON {
    ["kind": .string(kind.rawValue), "name": .string(name), "sha256": .string(sha256)]
  }

  init(_ kind: Kind, _ name: String, sha256: String) {
    (self.kind, self.name, self.sha256) = (kind, name, sha256)
  }

  init?(_ json: JSON) {
    guard let kind = json["kind"]?.string.flatMap(Kind.init(rawValue:)),
      let name = json["name"]?.string, let sha256 = json["sha256"]?.string
    else { return nil }
    self.init(kind, name, sha256: sha256)
  }
}
