/// The names of series with the signs that stand for them.
struct LegendDrawing {
  let book: SeriesBook
  let preset: JournalPreset
  let measure: any TextMeasure
  let panel: Int?
  let hatchesAreas: Bool

  private let gap = 4.0
  private let between = 12.0
  private var size: Double { preset.type.tick }
  private var leading: Double { 1.45 * size }
  private var fitting: TextFitting { TextFitting(measure: measure) }

  /// How long the sign of an entry is: lines need to show their dashes.
  private func swatch(_ key: LegendKey) -> Double {
    !key.signs.isDisjoint(with: [.line, .strongLine, .arrow])
      ? 16 : key.signs.contains(.marker) || key.signs.contains(.hollowMarker) ? 6 : 10
  }

  /// The size of a legend whose entries stand one below the other.
  func listSize(_ keys: [LegendKey], atMost width: Double) -> (width: Double, height: Double) {
    let swatch = keys.map(swatch).max() ?? 0
    let widest = keys.map { fitting.width(text($0, width - swatch - gap), size) }.max() ?? 0
    return (swatch + gap + widest, leading * Double(keys.count))
  }

  private func text(_ key: LegendKey, _ width: Double) -> RichText {
    fitting.shortened(RichText(plain: key.series), size: size, length: Swift.max(10, width)).text
  }

  /// The entries one below the other in a rectangle.
  func list(_ keys: [LegendKey], in box: Rectangle) -> [SceneItem] {
    let swatch = keys.map(swatch).max() ?? 0
    return keys.enumerated().flatMap { index, key in
      entry(
        key, at: Point(box.left, box.top + (Double(index) + 0.5) * leading), swatch: swatch,
        width: box.width - swatch - gap + 0.01)
    }
  }

  /// The entries in rows of a width; returns the items for a box that begins at the origin, and its height.
  func rows(_ keys: [LegendKey], width: Double) -> (items: (Point) -> [SceneItem], height: Double) {
    var (places, x, row) = ([(LegendKey, Double, Int)](), 0.0, 0)
    for key in keys {
      let swatch = swatch(key)
      let length = swatch + gap + fitting.width(text(key, width - swatch - gap), size)
      if x > 0, x + length > width { (x, row) = (0, row + 1) }
      places.append((key, x, row))
      x += length + between
    }
    let height = keys.isEmpty ? 0 : leading * Double(row + 1)
    return (
      { origin in
        places.flatMap { key, x, row in
          entry(
            key, at: Point(origin.x + x, origin.y + (Double(row) + 0.5) * leading),
            swatch: swatch(key), width: width - x - swatch(key) - gap + 0.01)
        }
      }, height
    )
  }

  /// One entry, its swatch beginning at a place and centred at its height.
  private func entry(_ key: LegendKey, at place: Point, swatch: Double, width: Double)
    -> [SceneItem]
  {
    var items: [SceneItem] = []
    let (line, area) = (book.line(key.series), book.area(key.series))
    let box = Rectangle(
      left: place.x, top: place.y - 0.36 * size, right: place.x + swatch,
      bottom: place.y + 0.36 * size)
    func add(_ shape: SceneItem.Shape) {
      items.append(SceneItem(.legendSwatch, shape, panel: panel, series: key.series))
    }
    if key.signs.contains(.band) {
      add(.path(Path(box), fill: .colour(line.colour.opacity(0.2)), stroke: nil))
    }
    if key.signs.contains(.patch) || key.signs.contains(.hatchedPatch) {
      let patch = box
      add(.path(Path(patch), fill: .colour(area.colour), stroke: nil))
      if key.signs.contains(.hatchedPatch), hatchesAreas, area.hatch != .none {
        let hatch = HatchLines(area.hatch, in: [patch.corners], spacing: 3.2)
        if !hatch.path.isEmpty {
          add(.path(hatch.path, fill: nil, stroke: Stroke(.paper, width: 0.5)))
        }
        if !hatch.places.isEmpty {
          add(
            .markers(
              SceneMarkers(
                .circle, at: hatch.places, sizes: [1.1], paints: [.paper], lineWidth: 0.25)))
        }
      }
    }
    if key.signs.contains(.strongLine) {
      add(
        .path(
          Path(through: [Point(box.left, place.y), Point(box.right, place.y)]), fill: nil,
          stroke: Stroke(
            .colour(line.colour), width: 1.7 * preset.lines.data,
            dashes: line.dash.lengths.map { $0 * 1.7 * preset.lines.data })))
    }
    if key.signs.contains(.line) {
      add(
        .path(
          Path(through: [Point(box.left, place.y), Point(box.right, place.y)]), fill: nil,
          stroke: Stroke(
            .colour(line.colour), width: preset.lines.data,
            dashes: line.dash.lengths.map { $0 * preset.lines.data })))
    }
    if key.signs.contains(.arrow),
      let head = Arrowhead(
        from: Point(box.left, place.y), to: Point(box.right, place.y), length: 5, width: 3.6)
    {
      add(
        .path(
          Path(through: [Point(box.left, place.y), head.shaftEnd]), fill: nil,
          stroke: Stroke(.colour(line.colour), width: 0.6)))
      add(.path(head.path, fill: .colour(line.colour), stroke: nil))
    }
    if key.signs.contains(.marker) || key.signs.contains(.hollowMarker) {
      let isFilled = !(key.shape ?? line.marker).isOpen && !key.signs.contains(.hollowMarker)
      add(
        .markers(
          SceneMarkers(
            key.shape ?? line.marker, at: [Point(box.centre.x, place.y)], sizes: [4.4],
            paints: [.colour(line.colour)], isFilled: isFilled, lineWidth: isFilled ? 0.4 : 0.9)))
    }
    let text = text(key, width)
    items.append(
      SceneItem(
        .legendText,
        .text(
          SceneText(
            text, size: size, at: Point(place.x + swatch + gap, place.y + 0.364 * size),
            extent: measure.extent(of: text, size: size))), panel: panel, series: key.series))
    return items
  }
}
