extension LintedScene {
  /// Texts over lines, dots and solid areas; values stand on data on purpose, legends have a rule of their own.
  var textsOverData: [LintFinding] {
    let shown = texts.filter { $0.item.role != .value && $0.item.role != .legendText }
    let data = DataSearch.items(in: self, under: shown.map { ($0.box, $0.index) })
    return zip(shown, data).compactMap { text, items in
      items.isEmpty
        ? nil
        : LintFinding(
          .textOverData,
          "\(words(text.index).capitalizedFirst)\(ofPanel(text.item.panel)) lies over "
            + "\(words(items)); move it to where nothing is drawn.",
          items: [text.index] + items, box: text.box.box)
    }
  }
}
