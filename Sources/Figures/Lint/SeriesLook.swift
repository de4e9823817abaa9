/// How one series of a panel is told from the others: its colours, and what is seen without colour.
struct SeriesLook {
  let series: String
  private(set) var items: [Int] = []
  private(set) var colours: [Colour] = []
  private var inkColours: [Colour] = []
  private var dashes: Set<[Int]> = []
  private var markers: Set<String> = []
  private var hatches: Set<Int> = []
  private var isHatched = false
  private var hasAreas = false

  /// A series of more colours than these is coloured by its values.
  private static let mostColours = 8

  init(_ series: String) { self.series = series }

  /// The looks of the series of a panel, in the order in which they are drawn.
  static func all(in scene: Scene, panel: Int?) -> [SeriesLook] {
    var (looks, places) = ([SeriesLook](), [String: Int]())
    for (index, item) in scene.items.enumerated() where item.panel == panel {
      guard let series = item.series, !series.isEmpty, item.role == .mark || item.role == .hatch
      else { continue }
      let place = places[series] ?? looks.count
      if place == looks.count {
        places[series] = place
        looks.append(SeriesLook(series))
      }
      looks[place].take(item, index)
    }
    let values = ValueColours(scene, panel: panel)
    for place in looks.indices { looks[place].colours.removeAll(where: values.contains) }
    return looks
  }

  /// The colours by which it is known; none for what is coloured by value or stands back.
  var ownColours: [Colour] {
    colours.count > Self.mostColours ? [] : colours.isEmpty ? inkColours : colours
  }

  /// Whether it has neither lines nor dots.
  var hasAreasOnly: Bool { dashes.isEmpty && markers.isEmpty }

  /// What it is drawn with: lines, dots, areas.
  private var kinds: Set<Int> {
    Set(
      [dashes.isEmpty ? nil : 0, markers.isEmpty ? nil : 1, hasAreas ? 2 : nil].compactMap(\.self))
  }

  /// Whether the kind of mark, dash, marker or hatch tells the two apart.
  func differsWithoutColour(from other: SeriesLook) -> Bool {
    kinds.isDisjoint(with: other.kinds)
      || (!dashes.isEmpty && !other.dashes.isEmpty && dashes.isDisjoint(with: other.dashes))
      || (markers != other.markers && markers.isDisjoint(with: other.markers))
      || (hasAreas && other.hasAreas && (isHatched, hatches) != (other.isHatched, other.hatches))
  }

  private mutating func take(_ item: SceneItem, _ index: Int) {
    items.append(index)
    switch item.shape {
    case .path(let path, let fill, let stroke):
      if item.role == .hatch { return takeHatch(path) }
      if let fill, Self.isLarge(path, item.clip) {
        take(fill)
        hasAreas = hasAreas || fill.isSolidInk
      }
      if let stroke, fill == nil {
        take(stroke.paint)
        let unit = stroke.width > 0 ? stroke.width : 1
        dashes.insert(stroke.dashes.map { Int(Swift.min(1e6, 10 * $0 / unit).rounded()) })
      }
    case .markers(let markers):
      if item.role == .hatch {
        isHatched = true
        hatches.insert(-1)
      } else if markers.paints.count == 1, !markers.places.isEmpty {
        take(markers.paints[0])
        self.markers.insert(markers.shape.rawValue + (markers.isFilled ? "" : " hollow"))
      }
    case .text, .cells: break
    }
  }

  /// Whether an area has room for a hatch; a smaller one is hardly seen.
  private static func isLarge(_ path: Path, _ clip: Rectangle?) -> Bool {
    guard let box = path.flatBox, let seen = clip.map({ box.intersection($0) }) ?? box else {
      return false
    }
    return Swift.min(seen.width, seen.height) >= 3
  }

  private mutating func take(_ paint: Paint) {
    switch paint {
    case .colour(var colour):
      colour.alpha = 255
      if !colours.contains(colour), colours.count <= Self.mostColours { colours.append(colour) }
    case .ink: inkColours = [.black]
    case .softInk, .grid, .context, .paper: break
    }
  }

  /// The directions of a hatch, in steps of 15 degrees' rise.
  private mutating func takeHatch(_ path: Path) {
    isHatched = true
    path.forEachLine(isFilled: false) { start, end in
      let (x, y) = (end.x - start.x, end.y - start.y)
      let length = start.distance(to: end)
      guard length > 1e-9 else { return }
      let (rise, isRising) = (y.magnitude / length, x * y < 0)
      hatches.insert(rise < 0.2 ? 0 : rise > 0.98 ? 2 : isRising ? 1 : 3)
    }
  }
}
