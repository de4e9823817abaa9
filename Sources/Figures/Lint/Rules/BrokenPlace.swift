extension LintedScene {
  /// Items with a place that is not a finite number: no backend can draw them.
  var brokenPlaces: [LintFinding] {
    scene.items.indices.filter { !scene.items[$0].isFinite }.map { index in
      LintFinding(
        .brokenPlace,
        "\(words(index).capitalizedFirst)\(ofPanel(scene.items[index].panel)) "
          + "\(verb(index, "has", "have")) a place or a size that is not a finite number; leave "
          + "such values out.",
        items: [index])
    }
  }
}

extension SceneItem {
  fileprivate var isFinite: Bool {
    switch shape {
    case .path(let path, _, let stroke):
      path.points.allSatisfy(\.isFinite) && (stroke?.width ?? 0).isFinite
    case .markers(let markers):
      markers.places.allSatisfy(\.isFinite) && markers.sizes.allSatisfy(\.isFinite)
        && markers.lineWidth.isFinite
    case .text(let text): text.size.isFinite && text.corners.allSatisfy(\.isFinite)
    case .cells(let cells): cells.area.corners.allSatisfy(\.isFinite)
    }
  }
}

extension Point {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite }
}
