import Text

extension LintedScene {
  /// Texts whose contrast with what they stand on is below 4.5, as printed with two decimals.
  var faintTexts: [LintFinding] {
    let grounds = scene.items.indices.filter { scene.items[$0].isGround }
    let boxes = grounds.map { visibleBox($0) }
    return texts.compactMap { text in
      let under = zip(grounds, boxes).filter { index, box in
        index < text.index && box?.overlaps(text.box.box) == true
          && (text.item.role == .value || !scene.items[index].isDots)
      }.map(\.0)
      var worst: (contrast: Double, ground: Colour)?
      for place in text.box.corners + [text.box.centre] {
        let ground = ground(at: place, of: under)
        let contrast = text.text.paint.colour(on: .light).over(ground).contrast(with: ground)
        if contrast < worst?.contrast ?? .infinity { worst = (contrast, ground) }
      }
      guard let worst, worst.contrast < 4.495 else { return nil }
      return LintFinding(
        .faintText,
        "\(words(text.index).capitalizedFirst)\(ofPanel(text.item.panel)) has a contrast of "
          + "\(worst.contrast.text(decimals: 2)) with its ground \(worst.ground.hexText), and "
          + "4.50 is the least for text; make it darker or lighter.",
        items: [text.index], box: text.box.box)
    }
  }

  /// The colour of the page at a place, with the given items upon it.
  private func ground(at place: Point, of items: [Int]) -> Colour {
    items.reduce(PageTheme.light.paper) { ground, index in
      let item = scene.items[index]
      guard item.clip?.contains(place) ?? true else { return ground }
      return (item.fillColour(at: place)?.over(ground)) ?? ground
    }
  }
}

extension SceneItem {
  /// Whether a text may stand on it.
  fileprivate var isGround: Bool {
    switch shape {
    case .path(_, let fill, _): fill != nil && role != .legendSwatch
    case .markers(let markers): markers.isFilled && !markers.shape.isOpen && role == .mark
    case .cells: true
    case .text: false
    }
  }

  /// Whether it is made of dots, on which only values stand.
  fileprivate var isDots: Bool {
    if case .markers = shape { true } else { false }
  }

  /// With what it fills a place; nil where it does not.
  fileprivate func fillColour(at place: Point) -> Colour? {
    switch shape {
    case .path(let path, let fill?, _): return path.fills(place) ? fill.colour(on: .light) : nil
    case .markers(let markers):
      let index = markers.places.indices.last {
        markers.places[$0].distance(to: place) <= markers.size($0) / 2
      }
      return index.map { markers.paint($0).colour(on: .light) }
    case .cells(let cells):
      guard cells.area.contains(place) else { return nil }
      let here = Rectangle(left: place.x, top: place.y, right: place.x, bottom: place.y)
      return cells.indices(touching: here).first.map { cells.colours[$0] }
    case .text, .path: return nil
    }
  }
}
