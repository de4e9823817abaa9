import Text

extension ContourLines: PanelContent {
  var legendKeys: [LegendKey] { [] }

  func extend(_ reach: inout Reach) {
    reach.x.take(x)
    reach.y.take(y)
  }

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    let levels = (levels.isEmpty ? Contours.niceLevels(of: values, about: 6) : levels).filter(
      \.isFinite)
    let found = Contours(
      x: x.map { canvas.frame.horizontal($0) ?? .nan },
      y: y.map { canvas.frame.vertical($0) ?? .nan },
      values: values, levels: levels)
    let all = zip(levels, found.lines).flatMap { level, lines in lines.map { (level, $0) } }
    let labels = hasLabels ? places(all, canvas) : []
    for (index, (level, line)) in all.enumerated() {
      let label = labels.first { $0.line == index }
      guard !line.points.isEmpty else { continue }
      let middle = label?.centre ?? line.points[line.points.count / 2]
      let ground = canvas.ground(at: middle)
      let ink = ground.map { Paint.colour($0.readableInk.solidInk) } ?? .ink
      let stroke = Stroke(ink, width: target == level ? 1.6 : 0.7)
      guard let place = label else {
        canvas.draw(.mark, line.path, stroke: stroke)
        continue
      }
      var path = Path()
      for piece in line.cut(place.gap) { path.append(piece.path) }
      canvas.draw(.mark, path, stroke: stroke)
      let text = text(level)
      let extent = canvas.measure.extent(of: text, size: canvas.typeSize)
      canvas.write(.value, turned(text, extent, place, ink, canvas))
    }
  }

  /// The level with as many decimals as it needs, as 0.1, 1 and 10 stand on one map.
  private func text(_ level: Double) -> RichText {
    RichText(plain: TickLabels.text(level, decimals: decimals).withoutLastZeros)
  }

  private func places(_ all: [(Double, Polyline)], _ canvas: Canvas) -> [ContourLabelPlace] {
    ContourLabelPlace.places(
      on: all.map(\.1),
      widths: all.map { canvas.measure.extent(of: text($0.0), size: canvas.typeSize).width },
      height: 0.73 * canvas.typeSize, within: canvas.frame.area)
  }

  /// The number, its middle upon the line.
  private func turned(
    _ text: RichText, _ extent: TextExtent, _ place: ContourLabelPlace, _ paint: Paint,
    _ canvas: Canvas
  ) -> SceneText {
    let drop = canvas.middleDrop()
    let anchor = Point(
      place.centre.x - drop * PlaneAngle.sine(degrees: place.angle),
      place.centre.y + drop * PlaneAngle.cosine(degrees: place.angle))
    return SceneText(
      text, size: canvas.typeSize, paint: paint, at: anchor, .middle, turn: place.angle,
      extent: extent)
  }

  func record(in table: inout TidyTable) {
    guard !x.isEmpty else { return }
    let count = Swift.min(x.count * y.count, values.count)
    table.add(
      "contour", series: nil,
      numbers: [
        ("x", (0..<count).map { x[$0 % x.count] }), ("y", (0..<count).map { y[$0 / x.count] }),
        ("value", Array(values.prefix(count))),
      ])
  }
}

extension String {
  /// The decimal number without zeros at its end that say nothing.
  fileprivate var withoutLastZeros: String {
    guard contains(".") else { return self }
    let meaning = self[...(lastIndex { $0 != "0" } ?? startIndex)]
    return String(meaning.last == "." ? meaning.dropLast() : meaning)
  }
}

extension Canvas {
  /// The colour of the cell that is drawn at a place; nil on paper.
  func ground(at place: Point) -> Colour? {
    for item in items.reversed() {
      guard case .cells(let cells) = item.shape, cells.area.contains(place),
        cells.area.width > 0, cells.area.height > 0
      else { continue }
      let column = Int((place.x - cells.area.left) / cells.area.width * Double(cells.columns))
      let row = Int((place.y - cells.area.top) / cells.area.height * Double(cells.rows))
      let index =
        Swift.min(cells.rows - 1, row) * cells.columns + Swift.min(cells.columns - 1, column)
      return cells.colours.indices.contains(index) ? cells.colours[index] : nil
    }
    return nil
  }
}
