extension LintedScene {
  /// Legends over lines, dots and solid areas; a legend is the room around its swatches and texts.
  var legendsOverData: [LintFinding] {
    let parts = scene.items.indices.filter {
      scene.items[$0].role == .legendSwatch || scene.items[$0].role == .legendText
    }
    var panels: [Int?] = []
    for part in parts where !panels.contains(scene.items[part].panel) {
      panels.append(scene.items[part].panel)
    }
    let legends = panels.compactMap { panel -> (panel: Int?, items: [Int], box: Rectangle)? in
      let items = parts.filter { scene.items[$0].panel == panel }
      let boxes = items.compactMap { visibleBox($0) }
      guard let first = boxes.first else { return nil }
      return (panel, items, boxes.reduce(first) { $0.union($1) }.grown(by: -Self.tolerance))
    }
    let data = DataSearch.items(
      in: self, under: legends.map { (TurnedRectangle($0.box), $0.items[0]) })
    return zip(legends, data).compactMap { legend, items in
      items.isEmpty
        ? nil
        : LintFinding(
          .legendOverData,
          "The legend\(ofPanel(legend.panel)) lies over \(words(items)); move it to an empty "
            + "corner or out of the panel.",
          items: legend.items + items, box: legend.box)
    }
  }
}
