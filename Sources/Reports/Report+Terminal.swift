internal import Figures
internal import Text

extension Report {
  /// All but the verdict, as plain text for a terminal.
  public var partsText: String { partsText { _ in nil } }

  /// The same with pictures in characters, each below the name of its figure.
  ///
  /// - Parameter preview: the picture of a figure or an animation by its name; nil for none.
  /// - Returns: all but the verdict.
  public func partsText(preview: (_ name: String) -> String?) -> String {
    parts.map { part in
      let picture = part.drawingName.flatMap(preview)
      return part.terminalText + (picture.map { "\n" + $0.trimmingNewline } ?? "")
    }.joined(separator: "\n\n") + "\n"
  }
}

extension Report.Part {
  /// The name of what is drawn, if anything is.
  fileprivate var drawingName: String? {
    switch self {
    case .figure(let figure): figure.name
    case .animation(let animation): animation.name
    case .section, .prose, .keyNumbers, .table: nil
    }
  }

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
