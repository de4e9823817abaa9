public import Text

/// All options of a tool, in the order in which the help shows them.
///
/// This one description makes the parser, the help, the shell completion, the record of a run and the schema
/// of scenario files; so they cannot disagree.
public struct OptionGrammar<Options: Sendable>: Sendable {
  /// The options.
  public let options: [OptionDeclaration<Options>]
  /// What the help calls the words that are not options; nil when there are none.
  public let arguments: ArgumentsDeclaration<Options>?

  /// Lists options, and what may stand beside them.
  public init(
    _ options: [OptionDeclaration<Options>], arguments: ArgumentsDeclaration<Options>? = nil
  ) {
    self.options = options
    self.arguments = arguments
  }

  /// What is to be said about each option.
  public var descriptions: [OptionDescription] { options.map(\.description) }

  /// The options as they stand in records.
  public func json(of options: Options) -> JSONObject {
    JSONObject(self.options.map { ($0.description.key, $0.json(options)) })
  }

  /// Sets one option from text; returns false when the grammar does not know it.
  func assign(_ name: String, _ text: String, to options: inout Options) throws(OptionFailure)
    -> Bool
  {
    guard let option = self.options.first(where: { $0.description.name == name }) else {
      return false
    }
    do {
      try option.assign(&options, text)
    } catch {
      throw .badValue(name, error, unit: option.description.unit)
    }
    return true
  }
}

/// The words of a command line that belong to no option, such as the run in `evtools rerun RUN`.
public struct ArgumentsDeclaration<Options: Sendable>: Sendable {
  /// What stands for them in the help.
  public let placeholder: String
  /// Whether at least one has to be there.
  public let isRequired: Bool
  /// The words that shells can complete.
  public let words: [String]
  /// Whether shells complete paths.
  public let completesPaths: Bool
  let limit: Int
  let assign: @Sendable (inout Options, [String]) -> Void

  /// Declares that one word may stand there.
  public static func one(
    _ placeholder: String, _ field: Field<Options, String?>,
    isRequired: Bool = false, words: [String] = [], completesPaths: Bool = false
  ) -> ArgumentsDeclaration {
    ArgumentsDeclaration(
      placeholder: placeholder, isRequired: isRequired, words: words,
      completesPaths: completesPaths, limit: 1, assign: { $0[keyPath: field] = $1.first })
  }
  /// Declares that several words may stand there.
  public static func several(
    _ placeholder: String, _ field: Field<Options, [String]>, atMost limit: Int,
    completesPaths: Bool = false
  ) -> ArgumentsDeclaration {
    ArgumentsDeclaration(
      placeholder: placeholder, isRequired: false, words: [], completesPaths: completesPaths,
      limit: limit, assign: { $0[keyPath: field] = $1 })
  }
}
