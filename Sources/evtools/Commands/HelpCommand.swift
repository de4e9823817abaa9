import AnalysisKit
import Text

/// `evtools help [TOOL]`.
struct HelpCommand: Command {
  static let card = ToolCard(
    name: "help", summary: "Explain evtools, or one of its tools", group: .help,
    discussion: "Without a name, lists all tools; with one, explains it and its options.",
    examples: [.init("help", "all tools"), .init("help queue", "one tool")])

  struct Options: ToolOptions {
    var tool: String?
    static var grammar: OptionGrammar<Options> {
      OptionGrammar(
        [], arguments: .one("TOOL", \.tool, words: (toolRack + commandRack).map(\.name)))
    }
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    guard let name = options.tool else {
      try door.console.print(HelpText(door).overview)
      return .done
    }
    if let item = door.items.first(where: { $0.name == name }) {
      try door.console.print(HelpText(door).page(of: item))
      return .done
    }
    try ExternalTools.become(name, ["--help"])
    throw .usage(.unknownTool(name, near: NearestNames.of(name, among: door.allNames)))
  }
}
