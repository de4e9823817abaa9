import Foundation
import Testing

@Suite("Shell completion") struct CompletionTests {
  private let scratch = Scratch()

  struct Case: Sendable, CustomTestStringConvertible {
    let words: [String]
    let offers: [String]
    var testDescription: String { words.joined(separator: " ") }
  }

  static let cases = [
    Case(words: ["evtools", "q"], offers: ["queue"]),
    Case(words: ["evtools", "queue", "--arr"], offers: ["--arrivals"]),
    Case(words: ["evtools", "queue", "--service", "log"], offers: ["lognormal"]),
    Case(words: ["evtools", "queue", "-c", "un"], offers: ["unlimited"]),
    Case(words: ["evtools", "completion", "fi"], offers: ["fish"]),
    Case(words: ["evtools", "help", "qu"], offers: ["queue"]),
    Case(words: ["evtools", "help", "re"], offers: ["rerun", "report"]),
    Case(words: ["evtools", "queue", "--service", "=", "ex"], offers: ["exponential"]),
  ]

  @Test("offers what can follow, in bash", arguments: cases)
  func bash(_ example: Case) throws {
    let words = example.words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      eval "$('\(Evtools.binary)' completion bash)"
      COMP_WORDS=(\(words)); COMP_CWORD=\(example.words.count - 1)
      _evtools; printf '%s\\n' "${COMPREPLY[@]}"
      """
    let answer = try Evtools.run(["-c", script], in: scratch.folder, program: "/bin/bash")
    #expect(answer.err.isEmpty)
    #expect(answer.out.split(separator: "\n").map(String.init) == example.offers)
  }

  @Test("is sound to the shell's own parser", arguments: ["bash", "zsh", "fish"])
  func syntax(_ shell: String) throws {
    let script = try Evtools.run(["completion", shell], in: scratch.folder)
    #expect(script.code == 0)
    try scratch.write(script.out, as: "completion")
    #expect(script.out.contains("arrivals") && script.out.contains("queue"))
    // Where a shell is missing its script has at least been written and looked at.
    let programs = ["/bin/", "/usr/bin/"].map { $0 + shell }
    guard let program = programs.first(where: FileManager.default.isExecutableFile) else { return }
    let answer = try Evtools.run(["-n", "completion"], in: scratch.folder, program: program)
    #expect(answer.code == 0, "\(answer.err)")
  }
}
