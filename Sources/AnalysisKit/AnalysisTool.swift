public import Reports

/// One analysis that a user can ask for by name.
///
/// A tool computes and returns a ``Report``; it draws nothing, prints nothing and writes nothing
/// itself. What it is given is its options and a ``Workshop``.
public protocol AnalysisTool: Sendable {
  /// What can be asked of the tool.
  associatedtype Options: ToolOptions

  /// What `evtools help` says about it.
  static var card: ToolCard { get }

  /// Whether it asks studies (``Workshop/study(of:)``), whose work other processes and machines can do.
  static var studies: Bool { get }

  /// Makes the tool ready to run.
  init()

  /// Runs the analysis.
  func run(_ options: Options, in workshop: Workshop) throws(ToolFailure) -> Report
}

extension AnalysisTool {
  /// Asks no studies.
  public static var studies: Bool { false }
}

/// The options of a tool: a value with a default for everything, and a description of each field.
public protocol ToolOptions: Defaulted {
  /// All defaults.
  init()

  /// The description from which parsing, help, completion, records and schemas are derived.
  static var grammar: OptionGrammar<Self> { get }

  /// Other names of options that all tools have, such as `output-dir` for `output`.
  static var otherNames: [(other: String, name: String)] { get }

  /// Complains about options that exclude one another.
  func check() throws(OptionFailure)
}

extension ToolOptions {
  /// Knows no other names.
  public static var otherNames: [(other: String, name: String)] { [] }

  /// Finds every combination of options acceptable.
  public func check() throws(OptionFailure) {}
}
