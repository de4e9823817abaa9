import Text

extension LintedScene {
  /// An item in the words of its field, such as `the line "grid"`.
  func words(_ index: Int) -> String {
    let item = scene.items[index]
    if case .text(let text) = item.shape {
      return "the \(item.role.textWords) \(text.text.plainText.quoted)"
    }
    let name = item.series.map { " " + $0.quoted } ?? ""
    switch (item.role, item.shape) {
    case (.hatch, _): return "the hatch" + (name.isEmpty ? "" : " of" + name)
    case (.reference, .path(_, nil, _)): return "the reference line" + name
    case (.reference, _): return "the reference band" + name
    case (.mark, .path(_, nil, _)): return "the line" + name
    case (.mark, .path): return "the area" + name
    case (.mark, .markers): return "the dots" + name
    case (.mark, _): return "the cells" + name
    case (.gridLine, _): return "a grid line"
    case (.axis, _): return "an axis"
    case (.tick, _): return "the ticks"
    case (.legendSwatch, _): return "the legend's swatch" + name
    case (.colourBar, _): return "the colour bar"
    case (.leader, _): return "the leader of a callout"
    default: return "the \(item.role.textWords)" + name
    }
  }

  /// The form of a verb that goes with the words of an item.
  func verb(_ index: Int, _ singular: String, _ plural: String) -> String {
    switch (scene.items[index].role, scene.items[index].shape) {
    case (.tick, _), (.mark, .markers), (.mark, .cells): plural
    default: singular
    }
  }

  /// Several items, each once, at most three of them.
  func words(_ indices: [Int]) -> String {
    var names: [String] = []
    for index in indices where !names.contains(words(index)) { names.append(words(index)) }
    let rest = names.count - 3
    return rest > 0
      ? names.prefix(3).joined(separator: ", ") + " and " + rest.counted("other", "others")
      : names.listed(conjunction: "and")
  }

  /// The panel behind a noun, such as ` of panel (b)`; nothing where there is only one.
  func ofPanel(_ panel: Int?) -> String {
    guard let panel, panel >= 0, scene.frames.count > 1 else { return "" }
    return " of panel " + JournalPreset.ieee.panelLetter(panel).plainText
  }

  /// The room of an item that can be seen; nil when nothing can.
  func visibleBox(_ index: Int) -> Rectangle? {
    let item = scene.items[index]
    guard let box = item.box else { return nil }
    guard let clip = item.clip else { return box }
    return box.intersection(clip)
  }
}

extension SceneItem.Role {
  /// The role of a text in words.
  var textWords: String {
    switch self {
    case .tickLabel: "tick label"
    case .axisLabel: "axis label"
    case .value: "value"
    case .legendText: "legend entry"
    case .panelLetter: "panel letter"
    case .panelTitle: "title"
    case .label: "label"
    case .background: "background"
    case .ornament: "ornament"
    default: "text"
    }
  }
}

extension String {
  /// The text as the beginning of a sentence.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
