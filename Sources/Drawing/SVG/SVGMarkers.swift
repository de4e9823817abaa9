import Figures

extension SVGElement {
  /// Markers as few elements: neighbours of one size and paint share a path.
  ///
  /// Filled discs are lines without length and with round ends, by far the shortest way to say it.
  /// Where something is seen through them each is drawn on its own, so that crowds are seen too; a group
  /// says for all how they look.
  static func markers(_ markers: SceneMarkers, colours: SVGColours) -> [SVGElement] {
    var elements: [SVGElement] = []
    var start = 0
    while start < markers.places.count {
      let (size, paint) = (markers.size(start), markers.paint(start))
      var end = start + 1
      while end < markers.places.count, markers.size(end) == size, markers.paint(end) == paint {
        end += 1
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
    let line = Stroke(paint, width: markers.lineWidth)
    var look = colours.attributes(fill: isFilled ? paint : nil, stroke: isFilled ? nil : line)
    switch (markers.shape, isFilled) {
    case (.circle, true):
      look = colours.attributes(fill: nil, stroke: Stroke(paint, width: size, cap: .round))
      return paths(places, look, isOpaque: colours.isOpaque(paint)) { $0.appendDot(at: $1) }
    case (.circle, false):
      return group(places.map { circle(at: $0, radius: size / 2) }, look)
    default:
      let outline = markers.shape.outline.mapped { Point($0.x * size, $0.y * size) }
      return paths(places, look, isOpaque: colours.isOpaque(paint)) {
        $0.append(outline.moved(x: $1.x, y: $1.y))
      }
    }
  }

  /// One path for all places where they hide what is below, else a path for each.
  private static func paths(
    _ places: [Point], _ look: [Attribute], isOpaque: Bool,
    draw: (inout PathData, Point) -> Void
  ) -> [SVGElement] {
    let parts = isOpaque ? [places] : places.map { [$0] }
    let data = parts.map { places in
      var data = PathData()
      for place in places { draw(&data, place) }
      return data.text
    }
    return group(
      data.filter { !$0.isEmpty }.map { SVGElement("path", [.init("d", $0)]) }, look)
  }

  private static func group(_ elements: [SVGElement], _ look: [Attribute]) -> [SVGElement] {
    if elements.count > 1 { return [SVGElement("g", look, elements.map(Node.element))] }
    return elements.map { SVGElement($0.name, look + $0.attributes) }
  }

  private static func circle(at centre: Point, radius: Double) -> SVGElement {
    SVGElement(
      "circle",
      zip(["cx", "cy", "r"], [centre.x, centre.y, radius]).map {
        Attribute($0, Hundredths($1)?.text ?? "0")
      })
  }
}
