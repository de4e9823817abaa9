/// Knows what of a panel's area is free.
struct RoomFinder {
  private let area: Rectangle
  private let ink: Occupancy
  /// The same without pale fills, such as bands, on which a text can be read.
  private let solidInk: Occupancy
  private var taken: [Rectangle] = []

  init(_ items: [SceneItem], area: Rectangle) {
    self.area = area
    let reach = area.grown(by: 2)
    ink = Occupancy(of: items.flatMap(\.inks), area: reach, cell: 1.5)
    let solid = items.filter { !$0.isPale }
    solidInk =
      solid.count == items.count
      ? ink : Occupancy(of: solid.flatMap(\.inks), area: reach, cell: 1.5)
  }

  mutating func take(_ box: Rectangle) { taken.append(box) }

  /// Whether nothing is in a rectangle, or nothing but pale fills.
  func isFree(_ box: Rectangle, butPale: Bool = false) -> Bool {
    area.contains(box, tolerance: 0.5) && !taken.contains { $0.overlaps(box) }
      && (butPale ? solidInk : ink).ink(in: box) <= 1e-9
  }

  /// A free rectangle for a legend: the corners first, then the sides.
  func freeBox(width: Double, height: Double) -> Rectangle? {
    let candidates = Occupancy.candidates(width: width, height: height, in: area, inset: 4)
    return candidates.first { isFree($0.grown(by: 2.5)) }
      ?? candidates.first { isFree($0.grown(by: 2.5), butPale: true) }
  }

  /// A free rectangle as near to a place as possible.
  func freeBox(near place: Point, width: Double, height: Double) -> Rectangle? {
    freeBox(near: place, width: width, height: height, butPale: false)
      ?? freeBox(near: place, width: width, height: height, butPale: true)
  }

  private func freeBox(
    near place: Point, width: Double, height: Double, butPale: Bool
  ) -> Rectangle? {
    for distance in [9.0, 14, 20, 28, 38, 50, 66, 86, 110, 140] {
      for (x, y) in [
        (1.0, -1.0), (1, 1), (-1, -1), (-1, 1), (1, 0), (-1, 0), (0, -1), (0, 1), (0.5, -1),
        (-0.5, -1),
        (0.5, 1), (-0.5, 1), (1, -0.5), (1, 0.5), (-1, -0.5), (-1, 0.5),
      ] {
        let near = Point(place.x + x * distance * 0.8, place.y + y * distance * 0.8)
        let left = x > 0.1 ? near.x : x < -0.1 ? near.x - width : near.x - width / 2
        let top = y > 0.1 ? near.y : y < -0.1 ? near.y - height : near.y - height / 2
        let box = Rectangle(left: left, top: top, right: left + width, bottom: top + height)
        if isFree(box.grown(by: 1.5), butPale: butPale) { return box }
      }
    }
    return nil
  }

  /// A free corner for an inset, the one asked for if it is free.
  func corner(_ corner: Inset.Corner?, width: Double, height: Double) -> Rectangle? {
    let candidates = Array(
      Occupancy.candidates(width: width, height: height, in: area, inset: 1).prefix(4))
    let corners: [Inset.Corner] = [.upperRight, .upperLeft, .lowerRight, .lowerLeft]
    let first = corner.flatMap { corners.firstIndex(of: $0) }.map { [candidates[$0]] } ?? []
    return (first + candidates).first { isFree($0.grown(by: -0.5)) }
  }

  // MARK: - Names of reference lines

  /// A place where a text may begin, end or be centred.
  struct Anchor {
    var point: Point
    var alignment: SceneText.Alignment
    var turn = 0.0

    /// The room a text takes here.
    func box(_ extent: TextExtent) -> Rectangle {
      let text = SceneText(
        RichText(plain: "x"), size: 1, at: point, alignment, turn: turn, extent: extent)
      return Rectangle(around: text.corners)
        ?? Rectangle(left: point.x, top: point.y, right: point.x, bottom: point.y)
    }
  }

  /// The first place where a text is in nobody's way.
  func first(of places: [Anchor], _ extent: TextExtent, size: Double) -> Anchor? {
    places.first { isFree($0.box(extent).grown(by: 0.4)) }
      ?? places.first { isFree($0.box(extent).grown(by: 0.4), butPale: true) }
  }

  /// Above and below a level line, at its ends; beside an upright one.
  static func anchors(along rule: Rule, _ frame: PanelFrame, _ size: Double) -> [Anchor] {
    let area = frame.area
    if let y = rule.y.flatMap(frame.vertical), y >= area.top, y <= area.bottom {
      let (above, below) = (y - 2.8, y + 2.8 + 0.76 * size)
      return [above, below].flatMap { base in
        [
          Anchor(point: Point(area.right - 3, base), alignment: .end),
          Anchor(point: Point(area.left + 4, base), alignment: .start),
          Anchor(point: Point(area.centre.x, base), alignment: .middle),
        ]
      }
    }
    if let x = rule.x.flatMap(frame.horizontal), x >= area.left, x <= area.right {
      let tops = stride(from: area.top + 0.8 * size + 2, to: area.bottom, by: 1.5 * size)
      return tops.flatMap { base in
        [
          Anchor(point: Point(x + 3, base), alignment: .start),
          Anchor(point: Point(x - 3, base), alignment: .end),
        ]
      }
    }
    return []
  }

  /// Within a band, which is no obstacle itself: near its upper or lower edge.
  static func anchors(within band: ReferenceBand, _ frame: PanelFrame, _ size: Double) -> [Anchor] {
    let area = frame.area
    if band.isOnX {
      guard let start = frame.horizontal(band.from), let end = frame.horizontal(band.to) else {
        return []
      }
      let middle =
        (Swift.max(area.left, Swift.min(start, end)) + Swift.min(area.right, Swift.max(start, end)))
        / 2
      return stride(from: area.top + 0.8 * size + 2, to: area.bottom - 2, by: 1.5 * size).map {
        Anchor(point: Point(middle, $0), alignment: .middle)
      }
    }
    guard let start = frame.vertical(band.from), let end = frame.vertical(band.to) else {
      return []
    }
    let (top, bottom) = (Swift.min(start, end), Swift.max(start, end))
    return [top + 0.76 * size + 2.5, bottom - 2.5].flatMap { base in
      [
        Anchor(point: Point(area.right - 3, base), alignment: .end),
        Anchor(point: Point(area.left + 4, base), alignment: .start),
      ]
    }
  }
}
