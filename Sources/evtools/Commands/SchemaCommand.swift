import AnalysisKit
import Text

/// `evtools schema TOOL`.
struct SchemaCommand: Command {
  static let card = ToolCard(
    name: "schema", summary: "Print the JSON schema of a tool's scenario files", group: .help,
    discussion: """
      A scenario file holds values for a tool's options, so that they need not be typed: \
      `evtools queue --scenario station.json`. Editors use the schema to complete and to check it.
      """,
    examples: [.init("schema queue", "what a scenario of the queue tool may hold")])

  struct Options: ToolOptions {
    var tool: String?
    static var grammar: OptionGrammar<Options> {
      OptionGrammar(
        [], arguments: .one("TOOL", \.tool, isRequired: true, words: toolRack.map(\.name)))
    }
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let name = options.tool ?? ""
    guard let item = toolRack.first(where: { $0.name == name }) else {
      let near = NearestNames.of(name, among: toolRack.map(\.name))
      throw .usage(.unknownTool(name, near: near))
    }
    let schema = OptionSchema.schema(title: "evtools \(name)", options: item.options)
    try door.console.print(schema.prettyText)
    return .done
  }
}
