import AnalysisKit
import HighwayStudies
import HighwayWorld
import Text

/// `evtools scenario schema|show|list|validate`.
struct ScenarioItem: RackItem {
  private static let verbs: [any RackItem] = [
    CommandItem<ScenarioListCommand>(), CommandItem<ScenarioSchemaCommand>(),
    CommandItem<ScenarioShowCommand>(), CommandItem<ScenarioValidateCommand>(),
  ]

  let card = ToolCard(
    name: "scenario", summary: "List, show and check scenarios of the highway", group: .records,
    discussion: """
      A scenario says everything that a run of `evtools simulate` depends on. `list` names the presets, `show` \
      prints a preset or a file with all its keys, `schema` prints the JSON schema, `validate` says what is \
      wrong with a file, if anything. A file names only what differs from its preset: \
      {"preset": "demo", "traffic": {"vehicles_per_hour": 100}}.
      """,
    examples: [
      .init("scenario list", "the presets"),
      .init("scenario show demo", "all keys of the demonstration"),
      .init("scenario schema", "for editors"),
      .init("scenario validate demo", "is it possible?"),
    ])

  var options: [OptionDescription] { [] }
  var commonOptions: [OptionDescription] { [] }
  var arguments: ArgumentsWords? {
    ArgumentsWords(
      placeholder: Self.verbs.map(\.name).joined(separator: "|") + " [NAME|FILE]",
      isRequired: true,
      words: Self.verbs.map(\.name) + HighwayScenario.presets.map(\.name), completesPaths: true)
  }

  func run(_ arguments: [String], at door: Door) throws(ToolFailure) -> ExitCode {
    let names = Self.verbs.map(\.name)
    guard let word = arguments.first else {
      throw .usage(.missingArgument(names.listed(conjunction: "or")))
    }
    guard let verb = Self.verbs.first(where: { $0.name == word }) else {
      throw .usage(
        .conflict(
          "`evtools scenario` takes \(names.listed(conjunction: "or")); not \(word.quoted)."))
    }
    return try verb.run(Array(arguments.dropFirst()), at: door)
  }
}

/// `evtools scenario list`.
struct ScenarioListCommand: Command {
  static let card = ToolCard(
    name: "list", summary: "Name the presets", group: .records, discussion: "", examples: [])

  struct Options: ToolOptions {
    static let grammar = OptionGrammar<Options>([])
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let table = TextTable(
      columns: [
        .init("scenario"), .init("km", .right), .init("stations", .right),
        .init("chargers", .right), .init("vehicles/h", .right), .init("hours", .right),
      ], rows: ScenarioSource.presetRows)
    try door.console.print(table.text)
    return .done
  }
}

/// `evtools scenario schema`.
struct ScenarioSchemaCommand: Command {
  static let card = ToolCard(
    name: "schema", summary: "Print the JSON schema", group: .records, discussion: "", examples: [])

  struct Options: ToolOptions {
    static let grammar = OptionGrammar<Options>([])
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    try door.console.print(HighwayScenario.schema.prettyText)
    return .done
  }
}

/// `evtools scenario show NAME`.
struct ScenarioShowCommand: Command {
  static let card = ToolCard(
    name: "show", summary: "Print all keys", group: .records, discussion: "", examples: [])

  struct Options: ToolOptions {
    var name: String?
    static let grammar = OptionGrammar<Options>(
      [], arguments: .one("NAME|FILE", \.name, isRequired: true, completesPaths: true))
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let scenario = try ScenarioSource.scenario(options.name ?? "", Workshop(seed: 1))
    let json: JSON
    do {
      json = try JSON(encoding: scenario)
    } catch {
      throw .defect("a scenario cannot be written: \(error.description)")
    }
    try door.console.print(json.prettyText)
    return .done
  }
}

/// `evtools scenario validate NAME`.
struct ScenarioValidateCommand: Command {
  static let card = ToolCard(
    name: "validate", summary: "Say what is wrong", group: .records, discussion: "", examples: [])

  struct Options: ToolOptions {
    var name: String?
    static let grammar = OptionGrammar<Options>(
      [], arguments: .one("NAME|FILE", \.name, isRequired: true, completesPaths: true))
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let name = options.name ?? ""
    let scenario = try ScenarioSource.scenario(name, Workshop(seed: 1))
    _ = try ScenarioSource.plan(scenario, named: name)
    try door.console.print("\(name) is a scenario that can be run.\n")
    return .done
  }
}
