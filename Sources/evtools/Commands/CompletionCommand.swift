import AnalysisKit

/// `evtools completion SHELL`.
struct CompletionCommand: Command {
  static let card = ToolCard(
    name: "completion", summary: "Print the completion script of a shell", group: .help,
    discussion: """
      bash and zsh: eval "$(evtools completion bash)" in the shell's start-up file; \
      fish: evtools completion fish | source.
      """,
    examples: [.init("completion bash", "the script for bash")])

  struct Options: ToolOptions {
    var shell: String?
    static var grammar: OptionGrammar<Options> {
      OptionGrammar(
        [],
        arguments: .one(
          "SHELL", \.shell, isRequired: true,
          words: CompletionScript.Shell.allCases.map(\.rawValue)))
    }
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let shell: CompletionScript.Shell
    do {
      shell = try CompletionScript.Shell(optionText: options.shell ?? "")
    } catch {
      throw .usage(.conflict("there is no script for that shell: \(error.words(unit: nil))."))
    }
    try door.console.print(CompletionScript(door.items).text(for: shell))
    return .done
  }
}
