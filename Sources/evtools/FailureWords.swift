import AnalysisKit
import RunRecords
import Text

/// The one place where failures become words: what happened with which value, what was possible, and
/// what to do next.
struct FailureWords {
  /// The sentences.
  let text: String
  /// How the program ends.
  let code: ExitCode

  /// Words for a failure of something that was asked for by name.
  init(_ failure: ToolFailure, asked name: String?) {
    let (sentence, advice, code) = Self.parts(failure, name)
    text = sentence + (advice.map { "\n" + $0 } ?? "")
    self.code = code
  }

  private static func parts(
    _ failure: ToolFailure, _ name: String?
  ) -> (String, String?, ExitCode) {
    switch failure {
    case .usage(let failure):
      let (sentence, advice) = parts(failure, name)
      return (sentence, advice, .usage)
    case .file(let failure):
      return (
        sentence(failure), advice(failure, name), failure.action == .read ? .badInput : .cannotWrite
      )
    case .input(let failure):
      return (sentence(failure), failure.remedy, .badInput)
    case .interrupted:
      return ("stopped.", nil, .interrupted)
    case .missing(let what, let remedy):
      return (what.asSentence, remedy, .missing)
    case .defect(let what):
      return (
        "this is a defect of evtools: \(what).",
        "Please report it with the command that you ran.", .defect
      )
    }
  }

  // MARK: - Command lines

  private static func parts(_ failure: OptionFailure, _ name: String?) -> (String, String?) {
    let isNamed = name.map { !$0.hasPrefix("-") } ?? false
    let page = isNamed ? name.map { "Run `evtools help \($0)` to see what it takes." } : nil
    switch failure {
    case .unknownTool(let tool, let near):
      return (
        "there is no tool named \(tool.quoted).",
        (didYouMean(near) ?? "") + "Run `evtools help` to see them all."
      )
    case .unknownOption(let option, let near):
      return (
        "there is no option \(option).", (didYouMean(near) ?? "") + (page ?? "Run `evtools help`.")
      )
    case .missingValue(let option, let placeholder):
      return ("\(option) needs a value: \(option) \(placeholder).", page)
    case .unwantedValue(let option):
      return ("\(option) takes no value.", page)
    case .repeated(let option):
      return ("\(option) stands twice, but it can only have one value.", page)
    case .unexpectedArgument(let word):
      return ("\(word.quoted) belongs to no option.", page)
    case .missingArgument(let placeholder):
      return ("\(placeholder) is missing.", page)
    case .badValue(let option, let complaint, let unit):
      return ("--\(option): \(complaint.words(unit: unit).asSentence)", page)
    case .conflict(let sentence):
      return (sentence, page)
    }
  }

  private static func didYouMean(_ near: [String]) -> String? {
    near.isEmpty ? nil : "Did you mean \(near.map(\.quoted).listed(conjunction: "or"))? "
  }

  // MARK: - Files

  private static func sentence(_ failure: FileFailure) -> String {
    let verb = failure.action == .read ? "read" : "write"
    return "cannot \(verb) \(failure.path.quoted): \(failure.reason.words)."
  }

  private static func advice(_ failure: FileFailure, _ name: String?) -> String? {
    let option = ["publish": "--to DIR", "figure": "--to FILE"][name ?? ""] ?? "--output DIR"
    return switch (failure.action, failure.reason) {
    case (_, .damaged): "Move it away; what was in it is worked out again."
    case (_, .otherStudy): "Start a new run, or go on with the settings that it was started with."
    case (_, .tooNew): "Use that version, or start a new run."
    case (_, .disagrees):
      "One of them is wrong, or comes from another version of evtools; move that one away."
    case (.write, .busy): "Wait until it has finished."
    case (.write, .diskFull): "Free some space, or choose another place with \(option)."
    case (.write, _): "Choose another place with \(option)."
    case (.read, .missing): "Check the spelling and the folder you are in."
    default: nil
    }
  }

  private static func sentence(_ failure: InputFailure) -> String {
    let place = [
      failure.position.map { "\($0.line):\($0.column)" },
      failure.keyPath.map { " at \($0.quoted)" },
    ]
    let suffix = (place[0].map { ":" + $0 } ?? "") + (place[1] ?? "")
    return "\(failure.file)\(suffix): \(failure.problem.asSentence)"
  }
}

extension String {
  /// The text with a full stop, unless it ends a sentence already.
  fileprivate var asSentence: String {
    hasSuffix(".") || hasSuffix("?") || hasSuffix("!") ? self : self + "."
  }
}
