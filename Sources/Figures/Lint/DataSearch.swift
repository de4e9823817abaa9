/// Looks for the data that lie under or over some boxes.
///
/// Lines and dots are held against a grid of the boxes, so that the many that touch none cost next to nothing.
struct DataSearch {
  private let boxes: [TurnedRectangle]
  /// Data drawn before this item are hidden from the box by what is drawn there.
  private let hiddenBefore: [Int]
  private let grid: BoxGrid
  private var found: [[Int]]

  /// The items found for each box, in the order of drawing.
  static func items(
    in scene: LintedScene, under boxes: [(box: TurnedRectangle, item: Int)]
  ) -> [[Int]] {
    guard !boxes.isEmpty else { return [] }
    var search = DataSearch(boxes, scene)
    for (index, item) in scene.scene.items.enumerated() where item.isData {
      search.look(index, item)
    }
    return search.found
  }

  private init(_ boxes: [(box: TurnedRectangle, item: Int)], _ scene: LintedScene) {
    self.boxes = boxes.map(\.box)
    hiddenBefore = boxes.map { scene.lastCover(of: $0.box, before: $0.item) ?? -1 }
    grid = BoxGrid(boxes.map(\.box.box))
    found = Array(repeating: [], count: boxes.count)
  }

  private mutating func look(_ index: Int, _ item: SceneItem) {
    switch item.shape {
    case .path(let path, let fill, let stroke):
      let isFilled = fill?.isSolidInk == true
      guard isFilled || stroke?.paint.isInk == true else { return }
      lookAlong(
        path, isFilled, (stroke?.paint.isInk == true ? stroke?.width ?? 0 : 0) / 2, item, index)
      if isFilled { lookInside(path, item, index) }
    case .markers(let markers): look(at: markers, item, index)
    case .cells(let cells): look(at: cells, item, index)
    case .text: break
    }
  }

  private func isOpen(_ box: Int, _ item: Int) -> Bool {
    item > hiddenBefore[box] && found[box].last != item
  }

  private mutating func lookAlong(
    _ path: Path, _ isFilled: Bool, _ half: Double, _ item: SceneItem, _ index: Int
  ) {
    let clip = item.clip?.grown(by: half)
    var hits: [Int] = []
    path.forEachLine(isFilled: isFilled) { start, end in
      let room = Rectangle(
        left: Swift.min(start.x, end.x) - half, top: Swift.min(start.y, end.y) - half,
        right: Swift.max(start.x, end.x) + half, bottom: Swift.max(start.y, end.y) + half)
      grid.forEach(touching: room) { box in
        guard isOpen(box, index), !hits.contains(box) else { return }
        var (from, to) = (start, end)
        if let clip {
          guard let share = clip.share(from: start, to: end) else { return }
          let (x, y) = (end.x - start.x, end.y - start.y)
          from = Point(start.x + share.start * x, start.y + share.start * y)
          to = Point(start.x + share.end * x, start.y + share.end * y)
        }
        if boxes[box].meets(from, to, halfLineWidth: half) { hits.append(box) }
      }
    }
    for box in hits { found[box].append(index) }
  }

  /// Finds the boxes that no edge of an area meets and that are wholly within.
  private mutating func lookInside(_ path: Path, _ item: SceneItem, _ index: Int) {
    guard let room = path.flatBox else { return }
    for box in boxes.indices where isOpen(box, index) && room.overlaps(boxes[box].box) {
      if let place = boxes[box].place(inside: item.clip), path.fills(place) {
        found[box].append(index)
      }
    }
  }

  private mutating func look(at markers: SceneMarkers, _ item: SceneItem, _ index: Int) {
    let outline = markers.isFilled && !markers.shape.isOpen ? 0 : markers.lineWidth / 2
    for (place, centre) in markers.places.enumerated() {
      guard centre.x.isFinite, centre.y.isFinite else { continue }
      let radius = markers.size(place) / 2 + outline
      let room = Rectangle(
        left: centre.x - radius, top: centre.y - radius, right: centre.x + radius,
        bottom: centre.y + radius)
      var hit: [Int] = []
      grid.forEach(touching: room) { box in
        guard isOpen(box, index), !hit.contains(box), markers.paint(place).isInk else { return }
        if boxes[box].meets(discAround: centre, radius: radius, clip: item.clip) { hit.append(box) }
      }
      for box in hit { found[box].append(index) }
    }
  }

  private mutating func look(at cells: SceneCells, _ item: SceneItem, _ index: Int) {
    for box in boxes.indices where isOpen(box, index) {
      guard let place = boxes[box].place(inside: item.clip), cells.area.overlaps(boxes[box].box)
      else { continue }
      let isOver = cells.indices(touching: boxes[box].box).contains { cell in
        cells.colours[cell].alpha >= Paint.solid
          && boxes[box].overlaps(TurnedRectangle(cells.rectangle(cell)))
      }
      if isOver, item.clip.map({ $0.contains(place) }) ?? true { found[box].append(index) }
    }
  }
}

extension SceneItem {
  /// Whether it stands for data, or for what data are compared with.
  var isData: Bool { role == .mark || role == .reference || role == .hatch }
}

extension Paint {
  /// The least alpha of an area that counts as ink under a text; a fainter band is ground.
  static let solid: UInt8 = 77

  /// Whether it can be seen on paper at all.
  var isInk: Bool {
    let colour = colour(on: .light)
    return colour.alpha > 12 && colour.over(PageTheme.light.paper) != PageTheme.light.paper
  }

  /// Whether an area of it hides what a text upon it says.
  var isSolidInk: Bool { isInk && colour(on: .light).alpha >= Self.solid }
}

extension SceneCells {
  /// The cells that a rectangle touches.
  func indices(touching box: Rectangle) -> [Int] {
    guard rows > 0, columns > 0, let common = area.intersection(box) else { return [] }
    func range(_ low: Double, _ high: Double, _ length: Double, _ count: Int) -> ClosedRange<Int> {
      func cell(_ place: Double) -> Int {
        length > 0 ? Swift.max(0, Swift.min(count - 1, Int(place / length * Double(count)))) : 0
      }
      return cell(low)...Swift.max(cell(low), cell(high))
    }
    let across = range(common.left - area.left, common.right - area.left, area.width, columns)
    let down = range(common.top - area.top, common.bottom - area.top, area.height, rows)
    return down.flatMap { row in across.map { row * columns + $0 } }
  }

  /// The room of one cell.
  func rectangle(_ index: Int) -> Rectangle {
    let (row, column) = index.quotientAndRemainder(dividingBy: columns)
    let (width, height) = (area.width / Double(columns), area.height / Double(rows))
    return Rectangle(
      left: area.left + Double(column) * width, top: area.top + Double(row) * height,
      right: area.left + Double(column + 1) * width, bottom: area.top + Double(row + 1) * height)
  }
}
