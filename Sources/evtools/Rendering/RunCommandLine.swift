import AnalysisKit
import Figures
import RunRecords
import Text

/// The command that makes a run again, whatever was typed: every option that is not the default.
///
///     RunCommandLine(record).words   // ["evtools", "queue", "--seed", "1", "--chargers", "4-8"]
struct RunCommandLine {
  /// The words, program first.
  let words: [String]

  /// Derives the command from the record of a run, so that a run and its repetition have the same.
  init(_ record: RunRecord) {
    var words = ["evtools", record.tool, "--seed", "\(record.seed)"]
    let item = toolRack.first { $0.name == record.tool } as? any Repeatable
    let defaults = item?.defaultOptions ?? [:]
    // As text, since a whole number read from a file is not the number that a program holds.
    for (key, value) in record.options
    where key != "seed" && value.compactText != defaults[key]?.compactText {
      words += Self.words("--" + key.split(separator: "_").joined(separator: "-"), value)
    }
    let look = Presentation(record.presentation)
    for (name, value) in [
      ("--preset", look.preset?.rawValue), ("--column", look.column?.rawValue),
      ("--font-dir", look.fontDirectory), ("--templates", look.templates),
      ("--data", look.data == .usual ? nil : look.data.optionText),
      ("--run-name", record.name),
    ] {
      if let value { words += [name, value] }
    }
    self.words = words
  }

  private static func words(_ name: String, _ value: JSON) -> [String] {
    if let flag = value.bool { return [flag ? name : "--no-" + name.dropFirst(2)] }
    if let text = value.string { return [name, text] }
    if let list = value.array {
      return [name, list.map { $0.string ?? $0.compactText }.joined(separator: ",")]
    }
    return value.isNull ? [] : [name, value.compactText]
  }
}
