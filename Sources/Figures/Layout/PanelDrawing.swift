/// Draws one panel in its place, and says if a name or a label had better go elsewhere.
struct PanelDrawing {
  private let layout: FigureLayout
  private let plan: PanelPlan
  private let cell: PanelCell
  private let choices: FigureLayout.Choices
  private(set) var items: [SceneItem] = []
  private(set) var losses: [String] = []
  private(set) var wish = Wish.none

  /// What would be better next time.
  enum Wish { case none, legendInside, legendAbove, labelsOutside }

  private var area: Rectangle { cell.frame.area }
  private var type: TypeSizes { layout.type }
  private var lines: LineWidths { layout.preset.lines }

  init(
    _ layout: FigureLayout, _ plan: PanelPlan, _ cell: PanelCell, _ choices: FigureLayout.Choices
  ) {
    (self.layout, self.plan, self.cell, self.choices) = (layout, plan, cell, choices)
  }

  mutating func draw() {
    drawGrid()
    var canvas = Canvas(
      frame: cell.frame, panel: plan.index, preset: layout.preset, book: layout.book,
      measure: layout.measure, hatchesAreas: plan.hatchesAreas)
    for mark in plan.panel.marks {
      mark.content.draw(on: &canvas, colours: plan.channel?.range)
    }
    items += canvas.items
    losses += canvas.losses
    drawAxes()
    drawHead()
    drawSideLabels()
    drawTopLabels()
    if let bar = cell.bar {
      // The bar stands beyond the names at the right of the area.
      let beside = cell.gutters.right - bar.width
      items += bar.items(
        layout, area: area, from: area.right + Swift.max(0, beside), panel: plan.index)
    }
    fillRoom(callouts: canvas.callouts)
  }

  // MARK: - Axes

  private func add(_ role: SceneItem.Role, _ path: Path, _ stroke: Stroke) -> [SceneItem] {
    path.isEmpty
      ? [] : [SceneItem(role, .path(path, fill: nil, stroke: stroke), panel: plan.index)]
  }

  private mutating func write(
    _ role: SceneItem.Role, _ text: RichText, size: Double, at place: Point,
    _ alignment: SceneText.Alignment, turn: Double = 0, series: String? = nil
  ) {
    guard !text.isEmpty else { return }
    items.append(
      SceneItem(
        role,
        .text(
          SceneText(
            text, size: size, at: place, alignment, turn: turn,
            extent: layout.measure.extent(of: text, size: size))), panel: plan.index, series: series
      ))
  }

  /// Whether the panel is covered by colours, or has no axes to lead the eye to.
  private var hasOwnGround: Bool {
    plan.panel.marks.contains {
      switch $0 {
      case .cells, .flows, .contours: true
      default: false
      }
    }
  }

  private mutating func drawGrid() {
    let stroke = Stroke(.grid, width: Swift.max(0.4, lines.hairline))
    var path = Path()
    let isLying = plan.panel.marks.contains {
      switch $0 {
      case .bars(let bars): bars.direction == .horizontal
      case .intervals(let intervals): intervals.direction == .horizontal
      case .distributions(let groups): groups.direction == .horizontal
      case .tracks: true
      default: false
      }
    }
    if plan.panel.x.isShown, plan.panel.x.showsGrid ?? (isLying && !hasOwnGround) {
      for tick in cell.x.labels {
        guard let x = cell.frame.horizontal(tick.value), inside(x, area.left, area.right) else {
          continue
        }
        path.append(Path(through: [Point(x, area.top), Point(x, area.bottom)]))
      }
    }
    if plan.panel.y.isShown, plan.panel.y.showsGrid ?? (!isLying && !hasOwnGround) {
      for tick in cell.y.labels {
        guard let y = cell.frame.vertical(tick.value), inside(y, area.top, area.bottom) else {
          continue
        }
        path.append(Path(through: [Point(area.left, y), Point(area.right, y)]))
      }
    }
    items += add(.gridLine, path, stroke)
  }

  private func inside(_ place: Double, _ low: Double, _ high: Double) -> Bool {
    place > low + 0.5 && place < high - 0.5
  }

  private mutating func drawAxes() {
    let stroke = Stroke(.ink, width: lines.axis)
    if plan.panel.x.isShown {
      items += add(
        .axis, Path(through: [Point(area.left, area.bottom), Point(area.right, area.bottom)]),
        stroke)
      drawXTicks(stroke)
    }
    if plan.panel.y.isShown {
      items += add(
        .axis, Path(through: [Point(area.left, area.top), Point(area.left, area.bottom)]), stroke)
      drawYTicks(stroke)
    }
  }

  private mutating func drawXTicks(_ stroke: Stroke) {
    let hasTicks = plan.panel.x.categoryNames == nil
    var (major, minor) = (Path(), Path())
    for tick in cell.x.labels {
      guard let x = cell.frame.horizontal(tick.value) else { continue }
      if hasTicks {
        major.append(
          Path(through: [Point(x, area.bottom), Point(x, area.bottom + lines.majorTick)]))
      }
      drawXLabel(tick.lines, x)
    }
    for value in cell.x.minor {
      guard let x = cell.frame.horizontal(value) else { continue }
      minor.append(Path(through: [Point(x, area.bottom), Point(x, area.bottom + lines.minorTick)]))
    }
    items +=
      add(.tick, major, stroke)
      + add(.tick, minor, Stroke(.softInk, width: Swift.max(0.4, lines.hairline)))
    let leading = 1.2 * type.label
    for (index, line) in cell.x.title.enumerated() {
      let y =
        area.bottom + lines.majorTick + (cell.x.depth > 0 ? 2.5 : 0) + cell.x.depth
        + 3
        + (Double(index) + 0.8) * leading
      write(.axisLabel, line, size: type.label, at: Point(area.centre.x, y), .middle)
    }
  }

  private mutating func drawXLabel(_ texts: [RichText], _ x: Double) {
    let top = area.bottom + lines.majorTick + 2.5
    for (index, text) in texts.enumerated() {
      switch cell.x.turn {
      case 0:
        let y = top + 0.76 * type.tick + Double(index) * 1.18 * type.tick
        write(.tickLabel, text, size: type.tick, at: Point(x, y), .middle)
      case -45:
        write(
          .tickLabel, text, size: type.tick,
          at: Point(x + 0.3 * type.tick, top + 0.55 * type.tick), .end, turn: -45)
      default:
        write(
          .tickLabel, text, size: type.tick, at: Point(x + 0.364 * type.tick, top), .end, turn: -90)
      }
    }
  }

  private mutating func drawYTicks(_ stroke: Stroke) {
    let hasTicks = plan.panel.y.categoryNames == nil
    var (major, minor) = (Path(), Path())
    let right = area.left - (hasTicks ? lines.majorTick : 0) - 2.5
    let leading = 1.18 * type.tick
    for tick in cell.y.labels {
      guard let y = cell.frame.vertical(tick.value) else { continue }
      if hasTicks {
        major.append(Path(through: [Point(area.left - lines.majorTick, y), Point(area.left, y)]))
      }
      for (index, text) in tick.lines.enumerated() {
        let offset = (Double(index) - 0.5 * Double(tick.lines.count - 1)) * leading
        write(
          .tickLabel, text, size: type.tick, at: Point(right, y + 0.364 * type.tick + offset), .end)
      }
    }
    for value in cell.y.minor {
      guard let y = cell.frame.vertical(value) else { continue }
      minor.append(Path(through: [Point(area.left - lines.minorTick, y), Point(area.left, y)]))
    }
    items +=
      add(.tick, major, stroke)
      + add(.tick, minor, Stroke(.softInk, width: Swift.max(0.4, lines.hairline)))
    let count = Double(cell.y.title.count)
    for (index, line) in cell.y.title.enumerated() {
      let x =
        area.left - cell.tickRoom - 3.5 - 1.2 * type.label * (count - 1 - Double(index))
        - 0.24 * type.label
      write(.axisLabel, line, size: type.label, at: Point(x, area.centre.y), .middle, turn: -90)
    }
  }

  // MARK: - Texts around

  /// Letter and title stand on the first line of the row, at one height in all its panels.
  private mutating func drawHead() {
    var titleLeft = area.left
    let base = cell.cellTop + 0.8 * (cell.letter == nil ? type.label : type.panelLetter)
    if let letter = cell.letter {
      write(.panelLetter, letter, size: type.panelLetter, at: Point(cell.cellLeft, base), .start)
      let width = layout.measure.extent(of: letter, size: type.panelLetter).width
      titleLeft = Swift.max(titleLeft, cell.cellLeft + width + 5)
    }
    for (index, line) in cell.title.enumerated() {
      write(
        .panelTitle, line, size: type.label,
        at: Point(titleLeft, base + Double(index) * 1.2 * type.label), .start)
    }
  }

  private mutating func drawSideLabels() {
    guard !cell.sideLabels.isEmpty else { return }
    let leading = 1.2 * type.tick
    let sizes = cell.sideLabels.map { leading * Double($0.lines.count) }
    let spread = LabelSpreading(
      wanted: cell.sideLabels.map(\.wanted), sizes: sizes,
      within: (area.top - 2)...(area.bottom + 0.5 * leading))
    let isCrooked = zip(cell.sideLabels, spread.places).contains {
      ($0.wanted - ($1 ?? $0.wanted)).magnitude > 3.2 * leading
    }
    if choices.legends[plan.index] == .direct, !spread.fits || isCrooked { wish = .legendInside }
    guard spread.fits else {
      losses.append("the names at the right, of which there are too many")
      return
    }
    let leads = cell.sideLabels.contains { $0.series != nil }
    let left = area.right + (leads ? 9 : 5)
    for (label, place) in zip(cell.sideLabels, spread.places) {
      guard let place else { continue }
      if let series = label.series, let end = label.end {
        drawLead(
          series, from: Point(Swift.max(end, area.right - 0.12 * area.width), label.wanted),
          to: Point(left - 1.5, place))
      }
      for (index, line) in label.lines.enumerated() {
        let offset = (Double(index) - 0.5 * Double(label.lines.count - 1)) * leading
        write(
          .label, line, size: type.tick, at: Point(left, place + 0.364 * type.tick + offset),
          .start,
          series: label.series)
      }
    }
  }

  /// The short line that ties a name to the end of its line, in the line's colour.
  private mutating func drawLead(_ series: String, from start: Point, to end: Point) {
    let style = layout.book.line(series)
    let knee = Point(Swift.max(start.x, area.right) + 2, start.y)
    items += add(
      .leader, Path(through: [Point(start.x + 1, start.y), knee, end]),
      Stroke(.colour(style.colour), width: 0.6))
  }

  private mutating func drawTopLabels() {
    guard !cell.topLabels.isEmpty else { return }
    let spread = LabelSpreading(
      wanted: cell.topLabels.map(\.wanted), sizes: cell.topLabels.map(\.width), gap: 5,
      within: area.left...Swift.max(area.left + 1, area.right + cell.gutters.right - 2))
    guard spread.fits else {
      losses.append("the names of upright reference lines, of which there are too many")
      return
    }
    let leading = 1.2 * type.tick
    for (label, place) in zip(cell.topLabels, spread.places) {
      guard let place else { continue }
      for (index, line) in label.lines.enumerated() {
        let base = area.top - 3 - Double(label.lines.count - 1 - index) * leading
        write(.label, line, size: type.tick, at: Point(place, base), .middle)
      }
    }
  }

  // MARK: - Texts within

  private var isObstacle: (SceneItem) -> Bool {
    { item in
      switch item.role {
      case .gridLine, .background, .tick: false
      case .reference:
        // A line is in the way; a pale band is not.
        if case .path(_, _, let stroke) = item.shape { stroke != nil } else { true }
      default: true
      }
    }
  }

  /// Finds room for what stands among the data: insets, names of reference lines, the legend, callouts.
  private mutating func fillRoom(callouts: [Callout]) {
    let isNeeded =
      choices.legends[plan.index] != .none || !callouts.isEmpty || !plan.panel.insets.isEmpty
      || (!choices.outside.contains(plan.index) && hasReferenceNames)
    guard isNeeded else { return }
    var room = RoomFinder(items.filter(isObstacle), area: area)
    for inset in plan.panel.insets { draw(inset, &room) }
    if !choices.outside.contains(plan.index) { nameReferences(&room) }
    drawLegend(&room)
    for callout in callouts { draw(callout, &room) }
  }

  private var hasReferenceNames: Bool {
    plan.panel.marks.contains { mark in
      switch mark {
      case .rule(let rule): !rule.label.isEmpty
      case .referenceBand(let band): !band.label.isEmpty
      default: false
      }
    }
  }

  private mutating func nameReferences(_ room: inout RoomFinder) {
    for mark in plan.panel.marks {
      let (label, places): (RichText, [RoomFinder.Anchor])
      switch mark {
      case .rule(let rule):
        (label, places) = (rule.label, RoomFinder.anchors(along: rule, cell.frame, type.tick))
      case .referenceBand(let band):
        (label, places) = (band.label, RoomFinder.anchors(within: band, cell.frame, type.tick))
      default: continue
      }
      guard !label.isEmpty, !places.isEmpty else { continue }
      let extent = layout.measure.extent(of: label, size: type.tick)
      guard let place = room.first(of: places, extent, size: type.tick) else {
        wish = .labelsOutside
        return
      }
      write(.label, label, size: type.tick, at: place.point, place.alignment, turn: place.turn)
      room.take(place.box(extent).grown(by: 1.5))
    }
  }

  private mutating func drawLegend(_ room: inout RoomFinder) {
    if choices.legends[plan.index] == .direct, cell.sideLabels.allSatisfy({ $0.series == nil }) {
      wish = wish == .none ? .legendInside : wish
    }
    guard choices.legends[plan.index] == .inside, !plan.keys.isEmpty else { return }
    let legend = LegendDrawing(
      book: layout.book, preset: layout.preset, measure: layout.measure, panel: plan.index,
      hatchesAreas: plan.hatchesAreas)
    let size = legend.listSize(plan.keys, atMost: 0.6 * area.width)
    guard size.width < 0.62 * area.width, size.height < 0.7 * area.height,
      let box = room.freeBox(width: size.width, height: size.height)
    else {
      wish = .legendAbove
      return
    }
    items += legend.list(plan.keys, in: box)
    room.take(box)
  }

  private mutating func draw(_ callout: Callout, _ room: inout RoomFinder) {
    guard let target = cell.frame.place(callout.x, callout.y), area.contains(target) else { return }
    let lines = layout.fitting.lines(
      callout.text, size: type.tick, length: 0.45 * area.width, atMost: 2)
    let extents = lines.lines.map { layout.measure.extent(of: $0, size: type.tick) }
    let leading = 1.2 * type.tick
    let width = extents.map(\.width).max() ?? 0
    let height = leading * Double(lines.lines.count)
    guard let box = room.freeBox(near: target, width: width, height: height) else {
      losses.append("the callout \"\(callout.text.plainText)\"")
      return
    }
    for (index, line) in lines.lines.enumerated() {
      write(
        .label, line, size: type.tick,
        at: Point(box.left, box.top + (Double(index) + 0.78) * leading), .start)
    }
    if let leader = LeaderLine(
      from: box, to: target, gap: 1.5, clearance: callout.hasRing ? 4.5 : 2)
    {
      items += add(.leader, leader.path, Stroke(.ink, width: 0.5))
    }
    room.take(box.grown(by: 2))
  }

  // MARK: - Insets

  private mutating func draw(_ inset: Inset, _ room: inout RoomFinder) {
    guard let panel = inset.panel else { return }
    let share = inset.share.isFinite ? Swift.min(0.7, Swift.max(0.2, inset.share)) : 0.42
    let (width, height) = (share * area.width, share * area.height)
    guard width > 50, height > 36,
      let box = room.corner(inset.corner, width: width, height: height)
    else {
      losses.append("an inset, for which the panel is too small")
      return
    }
    let drawing = InsetDrawing(panel, in: box, layout: layout, panelIndex: plan.index)
    items += drawing.items
    losses += drawing.losses
    room.take(box.grown(by: 3))
  }
}
