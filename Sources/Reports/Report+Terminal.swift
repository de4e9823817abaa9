internal import Figures
internal import Text

extension Report {
  /// All but the verdict, as plain text for a terminal.
  public var partsText: String {
    parts.map(\.terminalText).joined(separator: "\n\n") + "\n"
  }
}

extension Report.Part {
  var terminalText: String {
    switch self {
    case .section(let heading):
      heading + "\n" + String(repeating: "=", count: heading.displayWidth)
    case .prose(let text): text
    case .keyNumbers(let numbers): numbers.map(\.terminalText).joined(separator: "\n")
    case .table(let table): table.terminalText
    case .figure(let figure): "Figure \(figure.name): \(figure.title)"
    case .animation(let animation): "Animation \(animation.name): \(animation.title)"
    }
  }
}

extension KeyNumber {
  /// One line, and a second one that judges: `wait: 9.55 min (9.21 to 9.89), n = 20`.
  var terminalText: String {
    var text = "\(label): \(value)" + (unit.map { " " + $0 } ?? "")
    text += interval.map { " (\($0))" } ?? ""
    text += sampleSize.map { ", n = \($0.groupedText)" } ?? ""
    guard let judgement else { return text }
    return text + "\n  \(judgement.standing.words): \(judgement.sentence)"
  }
}

extension ReportTable {
  var terminalText: String {
    let columns = columns.map { column in
      TextTable.Column(column.title, column.isNumeric ? .decimalPoint : .left)
    }
    let lines = TextTable(columns: columns, rows: rows).text
    return caption + "\n" + lines.trimmingNewline
  }
}

extension String {
  fileprivate var trimmingNewline: String {
    hasSuffix("\n") ? String(dropLast()) : self
  }
}
