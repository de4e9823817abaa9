import Text

extension LintedScene {
  /// Lines thinner than the journal prints, with the outlines of hollow markers; a hair of paper between
  /// areas is none.
  var thinLines: [LintFinding] {
    let least = scene.preset.lines.hairline
    var groups: [(words: String, panel: Int?, width: Double, items: [Int])] = []
    for index in scene.items.indices {
      guard let width = lineWidth(scene.items[index]), width < least - 1e-9 else { continue }
      let (words, panel) = (words(index), scene.items[index].panel)
      let place = groups.firstIndex {
        $0.words == words && $0.panel == panel && $0.width == width
      }
      if let place {
        groups[place].items.append(index)
      } else {
        groups.append((words, panel, width, [index]))
      }
    }
    return groups.map { group in
      LintFinding(
        .thinLine,
        "\(group.words.capitalizedFirst)\(ofPanel(group.panel)) "
          + "\(verb(group.items[0], "is", "are")) drawn "
          + "\(group.width.text(significantDigits: 2)) points wide, and "
          + "\(least.text(significantDigits: 2)) are the least that is printed; draw it wider.",
        items: group.items, box: visibleBox(group.items[0]))
    }
  }

  private func lineWidth(_ item: SceneItem) -> Double? {
    switch item.shape {
    case .path(let path, _, let stroke?) where stroke.paint.isInk && !path.isEmpty: stroke.width
    case .markers(let markers)
    where !(markers.isFilled && !markers.shape.isOpen) && !markers.places.isEmpty:
      markers.lineWidth
    default: nil
    }
  }
}
