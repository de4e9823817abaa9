extension Line: PanelContent {
  var legendKeys: [LegendKey] {
    let sign: LegendKey.Sign = emphasis == .strong ? .strongLine : .line
    return LegendKey.named(series, hasMarkers ? [sign, .marker] : [sign])
  }

  func extend(_ reach: inout Reach) {
    reach.x.take(x)
    reach.y.take(y)
    reach.y.wantsNoRoom = false
    if hasMarkers { reach.x.wantsNoRoom = false }
  }

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    let style = canvas.book.line(series)
    let pieces = canvas.lines(x: x, y: y, steps)
    var path = Path()
    // A single value between gaps would be invisible as a line.
    let lonely = pieces.compactMap { $0.points.count == 1 ? $0.points.first : nil }
    for piece in pieces where piece.points.count > 1 { path.append(piece.path) }
    let width = canvas.lines.data * (emphasis == .strong ? 1.7 : emphasis == .context ? 0.6 : 1)
    let paint: Paint =
      switch emphasis {
      case .normal: .colour(style.colour)
      case .context: .context
      case .strong: series == nil ? .ink : .colour(style.colour)
      }
    let dashes = emphasis != .normal && series == nil ? [] : style.dash.lengths.map { $0 * width }
    canvas.draw(
      .mark, path,
      stroke: Stroke(paint, width: width, dashes: dashes, cap: dashes.isEmpty ? .round : .butt),
      series: series)
    let dotted = hasMarkers ? canvas.points(x, y).filter(\.x.isFinite) : lonely
    canvas.draw(
      SceneMarkers(
        style.marker, at: dotted, sizes: [hasMarkers ? 4 : 2.4], paints: [paint], lineWidth: 1),
      series: series)
  }

  func record(in table: inout TidyTable) {
    table.add("line", series: series, numbers: [("x", x), ("y", y)])
  }
}

extension Canvas {
  /// Where pairs of values are on the page; not a number for those without a place.
  func points(_ x: [Double], _ y: [Double]) -> [Point] {
    zip(x, y).map { frame.place($0, $1) ?? Point(.nan, .nan) }
  }

  /// The lines through places, one for each stretch without a gap.
  func lines(x: [Double], y: [Double], _ steps: Line.StepMode) -> [Polyline] {
    let points = points(x, y)
    guard let rise = steps.rise else { return Polyline.split(points) }
    return Steps(rise).lines(through: points)
  }
}

extension Line.StepMode {
  /// Where such a line rises; nil for one that does not step.
  var rise: Steps.Rise? {
    switch self {
    case .none: nil
    case .after: .after
    case .before: .before
    case .middle: .middle
    }
  }
}
