import AnalysisKit

/// Something that can be asked for by name: a tool or a command.
protocol RackItem: Sendable {
  /// What the help says about it.
  var card: ToolCard { get }
  /// The options of its own.
  var options: [OptionDescription] { get }
  /// The options that it shares with others.
  var commonOptions: [OptionDescription] { get }
  /// The words that it takes beside options.
  var arguments: ArgumentsWords? { get }

  /// Does what it was asked; returns the exit code.
  func run(_ arguments: [String], at door: Door) throws(ToolFailure) -> ExitCode
}

/// What a shell and the help have to know about the words beside the options.
struct ArgumentsWords: Sendable {
  let placeholder: String
  let isRequired: Bool
  let words: [String]
  let completesPaths: Bool
}

extension ArgumentsWords {
  /// Says of the words of a grammar what shell and help have to know.
  init<Options>(_ declaration: ArgumentsDeclaration<Options>) {
    self.init(
      placeholder: declaration.placeholder, isRequired: declaration.isRequired,
      words: declaration.words, completesPaths: declaration.completesPaths)
  }
}

extension RackItem {
  var name: String { card.name }
}

/// An analysis tool on the rack.
struct ToolItem<Tool: AnalysisTool>: RackItem {
  var card: ToolCard { Tool.card }
  var options: [OptionDescription] { Tool.Options.grammar.descriptions }
  /// Those that the tool does not understand in its own way.
  var commonOptions: [OptionDescription] {
    let own = Set(options.map(\.name))
    let all = CommonOptions.grammar.descriptions + (Tool.studies ? Self.executorOptions : [])
    return all.filter { !own.contains($0.name) }
  }
  private static var executorOptions: [OptionDescription] {
    ExecutorOptions.grammar.descriptions
  }
  var arguments: ArgumentsWords? { Tool.Options.grammar.arguments.map(ArgumentsWords.init) }

  func run(_ arguments: [String], at door: Door) throws(ToolFailure) -> ExitCode {
    try ToolSession<Tool>(arguments, at: door).run()
  }
}

/// Something that evtools itself can do.
protocol Command: Sendable {
  associatedtype Options: ToolOptions

  static var card: ToolCard { get }
  init()
  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode
}

/// A command on the rack.
struct CommandItem<Work: Command>: RackItem {
  var card: ToolCard { Work.card }
  var options: [OptionDescription] { Work.Options.grammar.descriptions }
  var commonOptions: [OptionDescription] { [] }

  var arguments: ArgumentsWords? { Work.Options.grammar.arguments.map(ArgumentsWords.init) }

  func run(_ arguments: [String], at door: Door) throws(ToolFailure) -> ExitCode {
    var options = Work.Options()
    do throws(OptionFailure) {
      let line = try CommandLineReader(arguments, knowing: self.options)
      if Work.Options.grammar.arguments == nil, let word = line.words.first {
        throw .unexpectedArgument(word)
      }
      try Work.Options.grammar.apply(line, to: &options)
      try options.check()
    } catch {
      throw .usage(error)
    }
    return try Work().run(options, at: door)
  }
}
