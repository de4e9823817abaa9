import CCairo
import Figures

extension ScenePainter {
  /// Above so many markers, a PDF has an image of them.
  private static let mostOnPaper = 20_000
  /// Below so many markers, each is drawn by itself on dots.
  private static let fewestStamped = 32

  /// Draws markers, the later upon the earlier.
  func draw(_ markers: SceneMarkers, clip: Rectangle?) throws(DrawingFailure) {
    guard !markers.places.isEmpty else { return }
    if let dots, markers.places.count >= Self.fewestStamped {
      let window = DotWindow(dots, clip: clip, scale: scale)
      try MarkerStamps(markers, on: dots, scale: scale, painter: self)
        .press(on: dots, within: window)
    } else if dots == nil, markers.places.count > Self.mostOnPaper {
      try drawAsImage(markers, clip: clip)
    } else {
      drawShapes(of: markers)
    }
  }

  /// Draws markers that are too many for a file as dots of 1/600 inch.
  private func drawAsImage(_ markers: SceneMarkers, clip: Rectangle?) throws(DrawingFailure) {
    guard let box = markers.box else { return }
    guard let area = clip.map({ box.intersection($0) }) ?? box, area.width > 0, area.height > 0
    else { return }
    let scale = 600.0 / 72
    let (width, height) = (area.width * scale, area.height * scale)
    guard width < 30_000, height < 30_000 else { throw .imageSize(width: width, height: height) }
    let image = try DotImage(
      width: Int(width.rounded(.up)), height: Int(height.rounded(.up)), ground: nil)
    var moved = markers
    moved.places = markers.places.map { Point($0.x - area.left, $0.y - area.top) }
    try MarkerStamps(moved, on: image, scale: scale, painter: self)
      .press(on: image, within: DotWindow(image, clip: nil, scale: scale))
    image.paint(
      on: context,
      area: Rectangle(
        left: area.left, top: area.top, right: area.left + Double(image.width) / scale,
        bottom: area.top + Double(image.height) / scale))
  }

  /// Draws each marker; neighbours that look the same and cover what is below are drawn at once.
  func drawShapes(of markers: SceneMarkers) {
    let outline = markers.shape.outline
    var first = 0
    while first < markers.places.count {
      let (size, paint) = (markers.size(first), markers.paint(first))
      let isOpaque = paint.colour(on: theme).alpha == 255
      var next = first + 1
      while isOpaque, next < markers.places.count, markers.size(next) == size,
        markers.paint(next) == paint
      { next += 1 }
      draw(outline, at: markers.places[first..<next], size: size, paint: paint, as: markers)
      first = next
    }
  }

  private func draw(
    _ outline: Path, at places: ArraySlice<Point>, size: Double, paint: Paint,
    as markers: SceneMarkers
  ) {
    let isFilled = markers.isFilled && !markers.shape.isOpen
    if markers.shape == .circle, isFilled {
      // A line of no length with round ends is a disc, and takes a third of the bytes.
      for place in places.map(places.count > 1 ? Self.onFineGrid : { $0 }) {
        cairo_move_to(context, place.x, place.y)
        cairo_line_to(context, place.x, place.y)
      }
      set(Stroke(paint, width: size, cap: .round))
      cairo_stroke(context)
      return
    }
    for place in places {
      add(outline.mapped { Point(place.x + size * $0.x, place.y + size * $0.y) })
    }
    if isFilled {
      setPaint(paint)
      cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
      cairo_fill(context)
    } else {
      set(Stroke(paint, width: markers.lineWidth))
      cairo_stroke(context)
    }
  }
}
