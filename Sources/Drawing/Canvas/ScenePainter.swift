import CCairo
import Figures

/// Draws a scene with Cairo, on paper or on dots.
struct ScenePainter {
  let context: OpaquePointer
  let typesetter: Typesetter
  let theme: PageTheme
  /// Where dots are drawn on; nil for paper.
  let dots: DotImage?
  /// What takes large things on paper.
  let inserts: PDFInserts?
  /// How many dots a point has; 1 for paper.
  let scale: Double
  /// How far a line may be from its places, in points: some tenths of what can be seen.
  let tolerance: Double

  /// Draws a scene on paper, true to a tenth of a point.
  init(
    onPaper context: OpaquePointer, inserts: PDFInserts, typesetter: Typesetter, theme: PageTheme
  ) {
    (self.context, self.inserts, self.theme) = (context, inserts, theme)
    self.typesetter = typesetter
    (dots, scale, tolerance) = (nil, 1, 0.1)
  }

  /// Draws a scene on dots, true to a quarter of one.
  init(on dots: DotImage, scale: Double, typesetter: Typesetter, theme: PageTheme) {
    (context, self.dots, inserts, self.scale) = (dots.context, dots, nil, scale)
    (self.typesetter, self.theme, tolerance) = (typesetter, theme, 0.25 / scale)
    cairo_scale(context, scale, scale)
  }

  /// Draws all items of a scene, one upon another.
  func draw(_ scene: Scene) throws(DrawingFailure) {
    for item in scene.items {
      cairo_save(context)
      defer { cairo_restore(context) }
      if let clip = item.clip { self.clip(to: clip) }
      switch item.shape {
      case .path(let path, let fill, let stroke): try draw(path, fill: fill, stroke: stroke)
      case .text(let text): try draw(text)
      case .markers(let markers): try draw(markers, clip: item.clip)
      case .cells(let cells): try draw(cells)
      }
    }
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cairo(figure: scene.name, reason: String(cString: cairo_status_to_string(status)))
    }
  }

  /// Lets nothing be drawn outside a rectangle; on dots, its edges fall between two.
  private func clip(to rectangle: Rectangle) {
    let edges = onEdges(rectangle)
    cairo_rectangle(context, edges.left, edges.top, edges.width, edges.height)
    cairo_clip(context)
  }

  /// The rectangle whose edges are nearest and fall between dots; on paper, the rectangle itself.
  func onEdges(_ rectangle: Rectangle) -> Rectangle {
    guard dots != nil else { return rectangle }
    func edge(_ place: Double) -> Double { (place * scale).rounded() / scale }
    return Rectangle(
      left: edge(rectangle.left), top: edge(rectangle.top), right: edge(rectangle.right),
      bottom: edge(rectangle.bottom))
  }

  func setPaint(_ paint: Paint) {
    let colour = paint.colour(on: theme)
    cairo_set_source_rgba(
      context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255,
      Double(colour.alpha) / 255)
  }
}

// MARK: - Paths

extension ScenePainter {
  // In a line that goes up and down hundreds of times nobody sees whether an edge has 16 or 256 shades, which
  // take twice the time.
  private static let fewestOfNoise = 200
  private static let unrestOfNoise = 8.0

  /// The nearest place of a grid of sixteenths of a point.
  static func onFineGrid(_ point: Point) -> Point {
    Point((point.x * 16).rounded() / 16, (point.y * 16).rounded() / 16)
  }

  private func draw(_ path: Path, fill: Paint?, stroke: Stroke?) throws(DrawingFailure) {
    let path = path.simplified(tolerance: tolerance)
    if let inserts, PDFInserts.takes(path, fill: fill, stroke: stroke, theme: theme) {
      return try inserts.draw(path, fill: fill, stroke: stroke, theme: theme, on: context)
    }
    let isNoise =
      dots != nil && path.steps.count > Self.fewestOfNoise
      && path.restlessness > Self.unrestOfNoise
    if isNoise { cairo_set_antialias(context, CAIRO_ANTIALIAS_FAST) }
    add(path)
    if let fill {
      cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
      setPaint(fill)
      if stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    if let stroke {
      set(stroke)
      cairo_stroke(context)
    }
  }

  /// Adds a path to the one that is drawn next.
  func add(_ path: Path) {
    for step in path.steps {
      switch step {
      case .move(let point):
        let point = Self.drawable(point)
        cairo_move_to(context, point.x, point.y)
      case .line(let point):
        let point = Self.drawable(point)
        cairo_line_to(context, point.x, point.y)
      case .curve(let first, let second, let end):
        let (first, second) = (Self.drawable(first), Self.drawable(second))
        let end = Self.drawable(end)
        cairo_curve_to(context, first.x, first.y, second.x, second.y, end.x, end.y)
      case .close: cairo_close_path(context)
      }
    }
  }

  /// Cairo counts in 1/256 of a dot with 32 bits, so what is far off the page is drawn in.
  private static func drawable(_ point: Point) -> Point {
    func near(_ place: Double) -> Double { Swift.max(-100_000, Swift.min(100_000, place)) }
    return Point(near(point.x), near(point.y))
  }

  func set(_ stroke: Stroke) {
    setPaint(stroke.paint)
    cairo_set_line_width(context, stroke.width)
    cairo_set_dash(context, stroke.dashes, Int32(stroke.dashes.count), 0)
    let isRound = stroke.cap == .round
    cairo_set_line_cap(context, isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_line_join(context, isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
  }
}
