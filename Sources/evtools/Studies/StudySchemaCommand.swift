import AnalysisKit
import Text

/// `evtools study schema`.
struct StudySchemaCommand: Command {
  static let card = ToolCard(
    name: "schema", summary: "Print the JSON schema of study files", group: .records,
    discussion: "", examples: [])

  struct Options: ToolOptions {
    static let grammar = OptionGrammar<Options>([])
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    try door.console.print(StudyFile.schema.prettyText)
    return .done
  }
}
