import AnalysisKit
import Text

/// The pages of `evtools help`, made from the cards and the grammars.
struct HelpText {
  private let door: Door
  private var width: Int { door.console.width }

  init(_ door: Door) { self.door = door }

  /// What evtools is and what it can do.
  var overview: String {
    var lines = [
      "evtools answers questions about EV charging: it simulates, compares with theory and reports.",
      "",
      "Usage: evtools TOOL [options]", "",
    ]
    for group in ToolCard.Group.allCases {
      let items = door.items.filter { $0.card.group == group }
      guard !items.isEmpty else { continue }
      lines.append(door.console.emphasised(group.rawValue))
      lines += items.flatMap { entry($0.name, $0.card.summary) }
      lines.append("")
    }
    let external = door.externalNames
    if !external.isEmpty {
      lines.append(door.console.emphasised("External tools (evtools-NAME on the PATH)"))
      lines += external.map { "  " + $0 }
      lines.append("")
    }
    lines.append(
      "`evtools help TOOL` explains a tool and its options; `evtools --version` tells which evtools this is."
    )
    return folded(lines)
  }

  /// All about one tool or command.
  func page(of item: any RackItem) -> String {
    var lines = [door.console.emphasised("evtools \(item.name)") + ": \(item.card.summary)", ""]
    lines.append(
      "Usage: evtools \(item.name)\(words(item.arguments))"
        + (item.options.isEmpty && item.commonOptions.isEmpty ? "" : " [options]"))
    for paragraph in item.card.discussion.split(separator: "\n") {
      lines += ["", String(paragraph)]
    }
    lines += section("Options", item.options) + section("Options of every tool", item.commonOptions)
    lines += ["", door.console.emphasised("Examples")]
    for example in item.card.examples {
      lines += ["  # \(example.purpose)", "  evtools \(example.arguments.joined(separator: " "))"]
    }
    return folded(lines)
  }

  private func words(_ arguments: ArgumentsWords?) -> String {
    guard let arguments else { return "" }
    return arguments.isRequired ? " \(arguments.placeholder)" : " [\(arguments.placeholder)]"
  }

  private func section(_ title: String, _ options: [OptionDescription]) -> [String] {
    guard !options.isEmpty else { return [] }
    return ["", door.console.emphasised(title)] + options.flatMap { entry(usage($0), help($0)) }
  }

  private func usage(_ option: OptionDescription) -> String {
    let name =
      option.form == .flag ? "--\(option.name)" : "--\(option.name) \(option.form.placeholder)"
    return (option.short.map { "-\($0), " } ?? "    ") + name
  }

  private func help(_ option: OptionDescription) -> String {
    var notes: [String] = []
    if let unit = option.unit { notes.append(unit) }
    if let range = option.range, range.upperBound < 1e15 {
      notes.append("\(range.lowerBound.shortestText) to \(range.upperBound.shortestText)")
    }
    if let text = option.defaultText, option.form != .flag { notes.append("default \(text)") }
    return option.help + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }

  /// A name with its explanation beside it, or below it when the name is long.
  private func entry(_ name: String, _ text: String) -> [String] {
    let indent = 30
    let lines = text.folded(to: width - indent)
    let blank = String(repeating: " ", count: indent)
    guard name.count + 4 <= indent else { return ["  " + name] + lines.map { blank + $0 } }
    let first = "  " + name + String(repeating: " ", count: indent - 2 - name.count)
    return [first + (lines.first ?? "")] + lines.dropFirst().map { blank + $0 }
  }

  private func folded(_ lines: [String]) -> String {
    lines.flatMap { line in
      line.hasPrefix(" ") || line.contains("\u{1B}") || line.count <= width
        ? [line] : line.folded(to: width)
    }.joined(separator: "\n") + "\n"
  }
}

extension String {
  /// The text in lines of at most so many characters, broken at blanks.
  func folded(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
