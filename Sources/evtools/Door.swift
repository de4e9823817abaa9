import AnalysisKit
import RunRecords
import Text

/// Where every command comes in: finds what was asked for, runs it, and turns failures into words.
struct Door: Sendable {
  /// Where words go.
  let console: Console
  /// What is asked for by name.
  var items: [any RackItem] { toolRack + commandRack }

  /// The version of this program.
  static let version = "0.1.0"

  /// Serves one command line and returns how it ended.
  func enter(_ arguments: [String]) -> ExitCode {
    do throws(ToolFailure) {
      return try serve(arguments)
    } catch {
      let words = FailureWords(error, asked: arguments.first)
      return complain(words.text, words.code, asJSON: arguments.contains("--json"))
    }
  }

  /// Says what went wrong, to people and where asked for to machines; returns the code.
  func complain(_ text: String, _ code: ExitCode, asJSON: Bool) -> ExitCode {
    if asJSON {
      try? console.print(json: [
        "error": ["code": .integer(Int(code.rawValue)), "message": .string(text)]
      ])
    }
    console.complain("evtools: " + text)
    return code
  }

  private func serve(_ arguments: [String]) throws(ToolFailure) -> ExitCode {
    guard let name = arguments.first else {
      try console.print(HelpText(self).overview)
      return .done
    }
    let rest = Array(arguments.dropFirst())
    if let item = items.first(where: { $0.name == name }) {
      let options = rest.prefix { $0 != "--" }
      if options.contains("--help") || options.contains("-h") {
        try console.print(HelpText(self).page(of: item))
        return .done
      }
      return try item.run(rest, at: self)
    }
    switch name {
    case "--version", "-V", "version":
      try console.print("evtools \(BuildStamp.program.words)\n")
      return .done
    case "--help", "-h":
      return try serve(["help"] + rest)
    default:
      try ExternalTools.become(name, rest)
      throw unknown(name)
    }
  }

  private func unknown(_ name: String) -> ToolFailure {
    guard !name.hasPrefix("-") else {
      let near = NearestNames.of(name, among: ["--version", "--help"])
      return .usage(.unknownOption(name, near: near))
    }
    return .usage(.unknownTool(name, near: NearestNames.of(name, among: allNames)))
  }

  /// The names of everything that can be asked for.
  var allNames: [String] { items.map(\.name) + externalNames }

  /// The external tools that can be reached: a tool of ours goes before one of the same name.
  var externalNames: [String] {
    ExternalTools.names().filter { name in !items.contains { $0.name == name } }
  }
}
