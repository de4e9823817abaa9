import Text

/// What a reader is told who cannot see a figure: what it is, its axes, its series and how they run.
struct FigureDescription {
  let text: String

  init(_ figure: Figure, _ scene: Scene) {
    var sentences: [String] = []
    let title = figure.title.isEmpty ? figure.name : figure.title
    sentences.append(title.hasSuffix(".") ? title : title + ".")
    for (index, panel) in figure.panels.prefix(9).enumerated() {
      let place = figure.panels.count > 1 ? "Panel \(index + 1)" : "The figure"
      let name = panel.title.isEmpty ? "" : " (\(panel.title.plainText))"
      sentences.append("\(place)\(name) shows \(Self.kinds(panel)).")
      sentences += Self.axes(panel, index < scene.frames.count ? scene.frames[index] : nil)
      sentences += Self.series(panel)
    }
    if figure.panels.count > 9 { sentences.append("It has \(figure.panels.count) panels in all.") }
    text = sentences.joined(separator: " ")
  }

  private static func kinds(_ panel: Panel) -> String {
    var kinds: [String] = []
    for mark in panel.marks where !kinds.contains(mark.kindName) { kinds.append(mark.kindName) }
    return kinds.isEmpty ? "nothing" : kinds.prefix(5).joined(separator: ", ")
  }

  private static func axes(_ panel: Panel, _ frame: PanelFrame?) -> [String] {
    guard let frame else { return [] }
    return [("x", panel.x, frame.x), ("y", panel.y, frame.y)].compactMap { name, axis, scale in
      guard axis.isShown else { return nil }
      let label = axis.label.isEmpty ? "" : " is \(axis.label.plainText) and"
      if let names = axis.categoryNames {
        let listed = names.prefix(8).joined(separator: ", ")
        return
          "Its \(name) axis\(label) names \(listed)\(names.count > 8 ? " and \(names.count - 8) more" : "")."
      }
      let unit = axis.unit.map { " " + $0.plainText } ?? ""
      let ticks = Ticks(for: scale, about: 5)
      guard let low = ticks.major.first, let high = ticks.major.last else { return nil }
      let kind = if case .log10 = scale.kind { " on a logarithmic scale" } else { "" }
      let factor = ticks.note.map { " (\($0.plainText))" } ?? ""
      return
        "Its \(name) axis\(label) runs from about \(low.label.plainText) to \(high.label.plainText)\(unit)\(factor)\(kind)."
    }
  }

  /// How each line runs: where it begins and ends, and its greatest value.
  private static func series(_ panel: Panel) -> [String] {
    var sentences: [String] = []
    for case .line(let line) in panel.marks {
      let values = line.y.filter(\.isFinite)
      guard let first = values.first, let last = values.last, let most = values.max(),
        sentences.count < 7
      else { continue }
      let name = line.series.map { "\"\($0)\"" } ?? "The line"
      sentences.append(
        "\(name) goes from \(short(first)) to \(short(last)), at most \(short(most)).")
    }
    let names = panel.seriesNames
    if sentences.isEmpty, !names.isEmpty {
      let more = names.count > 8 ? " and \(names.count - 8) more" : ""
      sentences.append("It compares \(names.prefix(8).joined(separator: ", "))\(more).")
    }
    return sentences
  }

  private static func short(_ value: Double) -> String {
    // No prefix of units here: a number may have a unit that takes none, or no unit at all.
    value.text(significantDigits: 3).replacing("-", with: "\u{2212}")
  }
}

extension Mark {
  /// What the mark is called in a sentence.
  var kindName: String {
    switch self {
    case .line: "lines"
    case .band: "bands"
    case .area(let area): area.layers.count > 1 ? "stacked areas" : "an area"
    case .dots: "dots"
    case .bars(let bars): bars.layers.count > 1 ? "\(bars.grouping.rawValue) bars" : "bars"
    case .intervals: "values with intervals"
    case .cells: "a grid of coloured cells"
    case .contours: "lines of equal value"
    case .tracks: "spans on tracks"
    case .rule, .referenceBand: "reference lines"
    case .callout: "callouts"
    case .segments(let segments): segments.hasArrows ? "arrows" : "line segments"
    case .histogram: "a histogram"
    case .density: "densities"
    case .distributions(let groups):
      groups.style == .box
        ? "box plots" : groups.style == .violin ? "violin plots" : "swarms of samples"
    case .steps(let steps): steps.isSurvival ? "survival curves" : "cumulative distributions"
    case .flows: "flows as ribbons"
    }
  }
}
