import Figures

extension SVGElement {
  /// Markers as few elements: neighbours of one size and paint share a path.
  ///
  /// Filled discs are lines without length and with round ends, by far the shortest way to say it.
  /// Where something is seen through them each is drawn on its own, so that crowds are seen too.
  static func markers(_ markers: SceneMarkers, colours: SVGColours) -> [SVGElement] {
    var elements: [SVGElement] = []
    var start = 0
    while start < markers.places.count {
      let (size, paint) = (markers.size(start), markers.paint(start))
      var end = start + 1
      if colours.isOpaque(paint) {
        while end < markers.places.count, markers.size(end) == size, markers.paint(end) == paint {
          end += 1
        }
      }
      let places = markers.places[start..<end].filter { $0.x.isFinite && $0.y.isFinite }
      elements += run(of: markers, at: places, size: size, paint: paint, colours: colours)
      start = end
    }
    return elements
  }

  private static func run(
    of markers: SceneMarkers, at places: [Point], size: Double, paint: Paint, colours: SVGColours
  ) -> [SVGElement] {
    let isFilled = markers.isFilled && !markers.shape.isOpen
    let disc = Stroke(paint, width: size, cap: .round)
    let line = Stroke(paint, width: markers.lineWidth)
    var data = PathData()
    switch (markers.shape, isFilled) {
    case (.circle, true) where colours.isOpaque(paint):
      for place in places { data.appendDot(at: place) }
      return path(data, colours.attributes(fill: nil, stroke: disc))
    case (.circle, _):
      let look = colours.attributes(fill: isFilled ? paint : nil, stroke: isFilled ? nil : line)
      return places.map { circle(at: $0, radius: size / 2, look) }
    default:
      let outline = markers.shape.outline.mapped { Point($0.x * size, $0.y * size) }
      for place in places { data.append(outline.moved(x: place.x, y: place.y)) }
      return path(
        data, colours.attributes(fill: isFilled ? paint : nil, stroke: isFilled ? nil : line))
    }
  }

  private static func circle(
    at centre: Point, radius: Double, _ attributes: [Attribute]
  ) -> SVGElement {
    let place: [Attribute] = zip(["cx", "cy", "r"], [centre.x, centre.y, radius]).map {
      .init($0, Hundredths($1)?.text ?? "0")
    }
    return SVGElement("circle", place + attributes)
  }

  private static func path(_ data: PathData, _ attributes: [Attribute]) -> [SVGElement] {
    let text = data.text
    return text.isEmpty ? [] : [SVGElement("path", attributes + [.init("d", text)])]
  }
}
