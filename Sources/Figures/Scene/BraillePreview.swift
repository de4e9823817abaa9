/// Whether a terminal gets colours.
public enum TerminalColours: Equatable, Sendable {
  /// Plain characters only.
  case none
  /// The 256 colours that nearly all terminals have, by ANSI sequences.
  case ansi
}

extension Scene {
  /// The figure in characters, for a look at it in a terminal.
  ///
  ///     print(scene.braille(columns: 80))
  ///
  /// Lines, markers and areas are dots of Unicode's braille patterns; texts are set where there is room for
  /// them, labels that read upward stand above their panel instead. It is a preview: lines through one
  /// character have one colour, and labels that would cover each other are left out.
  ///
  /// - Parameters:
  ///   - columns: how many characters are in a line, at least 20.
  ///   - colours: whether series keep their colours.
  /// - Returns: lines of at most so many characters, each with a line feed.
  public func braille(columns: Int = 80, colours: TerminalColours = .none) -> String {
    guard width > 0, height > 0, width.isFinite, height.isFinite else { return "" }
    var preview = BraillePreview(of: self, columns: Swift.max(20, columns), colours: colours)
    preview.draw()
    return preview.text
  }
}

/// Draws a scene in characters.
private struct BraillePreview {
  let scene: Scene
  let colours: TerminalColours
  /// How many dots a point has.
  let scale: Double
  /// Empty rows above the page, for labels that stand above the topmost panels.
  let rowsAbove: Int
  var canvas: BrailleCanvas
  var letters: BrailleLetters

  init(of scene: Scene, columns: Int, colours: TerminalColours) {
    (self.scene, self.colours) = (scene, colours)
    scale = Double(2 * columns) / scene.width
    let isTurned = scene.items.contains { item in
      if case .text(let text) = item.shape { return text.turn != 0 }
      return false
    }
    rowsAbove = isTurned ? 1 : 0
    let rows = Int(Swift.min(1000, (scene.height * scale / 4).rounded(.up))) + rowsAbove
    canvas = BrailleCanvas(columns: columns, rows: rows)
    letters = BrailleLetters(columns: columns, rows: rows)
  }

  mutating func draw() {
    for item in scene.items { draw(item) }
    for roles in BrailleLetters.order {
      for item in scene.items where roles.contains(item.role) {
        if case .text(let text) = item.shape { set(text, of: item) }
      }
    }
  }

  var text: String { letters.text(over: canvas, colours: colours) }

  // MARK: - Dots

  private func dots(_ point: Point) -> Point {
    Point(point.x * scale, point.y * scale + Double(4 * rowsAbove))
  }

  private func pen(for paint: Paint?, _ item: SceneItem) -> BrailleCanvas.Pen {
    var pen = BrailleCanvas.Pen(colour: nil, clip: canvas.all)
    if case .colour(let colour) = paint, colour != .black { pen.colour = colour.over(.white) }
    guard let clip = item.clip else { return pen }
    let (first, last) = (
      dots(Point(clip.left, clip.top)), dots(Point(clip.right, clip.bottom))
    )
    pen.clip = BrailleCanvas.DotRange(
      left: Swift.max(0, first.x.wholeDots), top: Swift.max(0, first.y.wholeDots),
      right: Swift.min(pen.clip.right, last.x.wholeDots),
      bottom: Swift.min(pen.clip.bottom, last.y.wholeDots))
    return pen
  }

  private mutating func draw(_ item: SceneItem) {
    switch item.role {
    case .background, .gridLine, .hatch: return
    default: break
    }
    switch item.shape {
    case .path(let path, let fill, let stroke): draw(path, fill: fill, stroke: stroke, item)
    case .markers(let markers): draw(markers, item)
    case .cells(let cells): draw(cells, item)
    case .text: break
    }
  }

  private mutating func draw(_ path: Path, fill: Paint?, stroke: Stroke?, _ item: SceneItem) {
    let chains = path.mapped(dots).chains.filter { chain in
      chain.allSatisfy { $0.x.isFinite && $0.y.isFinite }
    }
    if let fill {
      canvas.fill(chains, Self.pattern(of: fill), pen(for: fill, item))
      if stroke == nil, Self.isSolid(fill) {
        for chain in chains {
          canvas.draw(chain + chain.prefix(1), dashes: [], pen(for: fill, item))
        }
      }
    }
    guard let stroke else { return }
    let dashes = stroke.dashes.enumerated().map { index, length in
      Swift.max(index.isMultiple(of: 2) ? 1 : 1.5, 2 * length * scale)
    }
    for chain in chains { canvas.draw(chain, dashes: dashes, pen(for: stroke.paint, item)) }
  }

  private static func pattern(of paint: Paint) -> FillPattern {
    switch paint {
    case .paper: .none
    case .grid: .faint
    case .colour(let colour) where colour.alpha < 128: .faint
    case .ink, .softInk, .context, .colour: .even
    }
  }

  private static func isSolid(_ paint: Paint) -> Bool {
    if case .even = pattern(of: paint) { return true }
    return false
  }

  private mutating func draw(_ markers: SceneMarkers, _ item: SceneItem) {
    for (index, place) in markers.places.enumerated() where place.x.isFinite && place.y.isFinite {
      let pen = pen(for: markers.paint(index), item)
      let (centre, size) = (dots(place), markers.size(index) * scale)
      let middle = Point(centre.x.rounded(.down) + 0.5, centre.y.rounded(.down) + 0.5)
      canvas.set(centre.x.wholeDots, centre.y.wholeDots, pen)
      guard size >= 2 else { continue }
      // A dot more, as the outline runs through the middle of its dots.
      let outline = markers.shape.outline.mapped {
        Point(middle.x + $0.x * (size - 0.5), middle.y + $0.y * (size - 0.5))
      }
      for chain in outline.chains { canvas.draw(chain, dashes: [], pen) }
    }
  }

  /// A terminal is dark more often than not: the lighter a cell, the more dots it has.
  private mutating func draw(_ cells: SceneCells, _ item: SceneItem) {
    let (start, end) = (
      dots(Point(cells.area.left, cells.area.top)), dots(Point(cells.area.right, cells.area.bottom))
    )
    guard start.x < end.x, start.y < end.y, cells.rows > 0 else { return }
    let shown = BrailleCanvas.DotRange(
      left: Swift.max(0, start.x.wholeDots), top: Swift.max(0, start.y.wholeDots),
      right: Swift.min(canvas.all.right, (end.x - 0.5).wholeDots),
      bottom: Swift.min(canvas.all.bottom, (end.y - 0.5).wholeDots))
    guard shown.left <= shown.right, shown.top <= shown.bottom else { return }
    for y in shown.top...shown.bottom {
      let row = (Double(y) + 0.5 - start.y) / (end.y - start.y) * Double(cells.rows)
      for x in shown.left...shown.right {
        let column = (Double(x) + 0.5 - start.x) / (end.x - start.x) * Double(cells.columns)
        let cell =
          Swift.min(cells.rows - 1, Swift.max(0, Int(row))) * cells.columns
          + Swift.min(cells.columns - 1, Swift.max(0, Int(column)))
        let colour = cells.colours[cell]
        guard colour.alpha > 0 else { continue }
        let pen = pen(for: .colour(colour), item)
        let share = colours == .ansi ? 1 : 0.1 + 0.9 * CIELAB(colour).lightness / 100
        if case .set = FillPattern.share(share).answer(x, y) { canvas.set(x, y, pen) }
      }
    }
  }

  // MARK: - Letters

  private mutating func set(_ text: SceneText, of item: SceneItem) {
    let line = BrailleLetters.Line(text.text.plainText, colour: pen(for: text.paint, item).colour)
    guard !line.isEmpty else { return }
    guard text.turn == 0 else { return setTurned(line, text, of: item) }
    let anchor = dots(Point(text.anchor.x, text.anchor.y - 0.36 * text.size))
    let start = anchor.x / 2 - text.alignment.share * Double(line.width)
    let mayCover = item.role != .tickLabel && item.role != .axisLabel
    letters.set(
      line, row: anchor.y.wholeDots / 4, column: Int(start.rounded()), avoiding: canvas,
      reach: item.role == .tickLabel ? .near : .far, mayCover: mayCover)
  }

  /// What reads upward stands level above its panel, from where it was.
  private mutating func setTurned(
    _ line: BrailleLetters.Line, _ text: SceneText, of item: SceneItem
  ) {
    let box = Rectangle(around: text.corners) ?? scene.page
    let area = item.panel.flatMap {
      scene.frames.indices.contains($0) ? scene.frames[$0].area : nil
    }
    let top = dots(Point(box.left, area?.top ?? box.top))
    let right = area.map { dots(Point($0.right, 0)).x / 2 } ?? Double(canvas.columns)
    letters.set(
      line, row: top.y.wholeDots / 4 - 1, column: (top.x / 2).wholeDots,
      upTo: Swift.min(canvas.columns, right.wholeDots), avoiding: canvas)
  }
}

extension Double {
  /// The dot that holds a place; what is far off stays off.
  fileprivate var wholeDots: Int { Int(Swift.min(1e6, Swift.max(-1e6, self)).rounded(.down)) }
}

extension Path {
  /// The parts of the path as places joined by straight lines; curves in eight pieces.
  fileprivate var chains: [[Point]] {
    var chains: [[Point]] = []
    var chain: [Point] = []
    func curve(_ first: Point, _ second: Point, _ end: Point) -> [Point] {
      guard let start = chain.last else { return [end] }
      return (1...8).map { step in
        let (t, u) = (Double(step) / 8, 1 - Double(step) / 8)
        let weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
        let points = zip(weights, [start, first, second, end])
        return points.reduce(Point(0, 0)) {
          Point($0.x + $1.0 * $1.1.x, $0.y + $1.0 * $1.1.y)
        }
      }
    }
    for step in steps {
      switch step {
      case .move(let point):
        if !chain.isEmpty { chains.append(chain) }
        chain = [point]
      case .line(let point): chain.append(point)
      case .curve(let first, let second, let end): chain += curve(first, second, end)
      case .close:
        guard let start = chain.first else { continue }
        chains.append(chain + [start])
        chain = []
      }
    }
    return chain.isEmpty ? chains : chains + [chain]
  }
}
