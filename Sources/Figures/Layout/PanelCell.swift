/// A panel in its place, with its axes and the texts beside it.
struct PanelCell {
  let frame: PanelFrame
  let x: AxisPlan
  let y: AxisPlan
  let cellLeft: Double
  let cellTop: Double
  let cellRight: Double
  /// What stands at the right: the names of lines and of reference lines.
  private(set) var sideLabels: [SideLabel] = []
  /// What stands above: the names of upright reference lines.
  private(set) var topLabels: [SideLabel] = []
  private(set) var bar: ColourBarPlan?
  private(set) var title: [RichText] = []
  private(set) var losses: [String] = []
  private(set) var gutters = Gutters(left: 0, top: 0, right: 0, bottom: 0)
  let letter: RichText?
  /// From the area to the left edge of the tick labels.
  private(set) var tickRoom = 0.0

  /// A text beside the panel that belongs to a height, or to a place from the left.
  struct SideLabel {
    var lines: [RichText]
    var wanted: Double
    /// Where what it names ends; nil for a line that goes from edge to edge.
    var end: Double?
    var series: String?
    var width: Double
  }

  init(
    _ layout: FigureLayout, _ choices: FigureLayout.Choices, _ plan: PanelPlan, area: Rectangle,
    cellLeft: Double, cellTop: Double, cellRight: Double, isLowest: Bool, isLeftmost: Bool
  ) {
    (self.cellLeft, self.cellTop, self.cellRight) = (cellLeft, cellTop, cellRight)
    let planner = AxisPlanner(measure: layout.measure, type: layout.type)
    let sharing = layout.figure.arrangement
    x = planner.horizontal(
      plan.panel.x, plan.x, length: area.width,
      titleLength: 2 * Swift.min(area.centre.x - cellLeft, cellRight - area.centre.x),
      depth: Swift.min(90, Swift.max(60, 0.25 * layout.width)),
      labels: !sharing.sharesX || isLowest)
    y = planner.vertical(
      plan.panel.y, plan.y, length: area.height,
      depth: 0.34 * layout.width / Double(layout.columns), labels: !sharing.sharesY || isLeftmost)
    frame = PanelFrame(
      area: area, x: plan.x, y: plan.y, isXReversed: x.isReversed, isYReversed: y.isReversed)
    letter = layout.hasLetters ? layout.preset.panelLetter(plan.index) : nil
    collectLabels(layout, choices, plan)
    bar = ColourBarPlan(plan, layout, height: area.height)
    fitTitle(layout, plan)
    measureGutters(layout)
  }

  // MARK: - Texts beside the panel

  private mutating func collectLabels(
    _ layout: FigureLayout, _ choices: FigureLayout.Choices, _ plan: PanelPlan
  ) {
    let most = 0.3 * layout.width / Double(layout.columns)
    func label(_ text: RichText, _ wanted: Double, end: Double?, series: String?) -> SideLabel {
      let fitting = layout.fitting
      let lines = fitting.lines(text, size: layout.type.tick, length: most, atMost: 3)
      let width = lines.lines.map { fitting.width($0, layout.type.tick) }.max() ?? 0
      if !lines.isWhole { losses.append("the end of the name \"\(text.plainText)\"") }
      return SideLabel(lines: lines.lines, wanted: wanted, end: end, series: series, width: width)
    }
    if choices.legends[plan.index] == .direct {
      for end in plan.lineEnds(in: frame) ?? [] {
        sideLabels.append(label(RichText(plain: end.series), end.y, end: end.x, series: end.series))
      }
    }
    guard choices.outside.contains(plan.index) else { return }
    for mark in plan.panel.marks {
      switch mark {
      case .rule(let rule) where !rule.label.isEmpty:
        if let y = rule.y, let place = visible(frame.vertical(y), vertically: true) {
          sideLabels.append(label(rule.label, place, end: nil, series: nil))
        } else if let x = rule.x, let place = visible(frame.horizontal(x), vertically: false) {
          topLabels.append(label(rule.label, place, end: nil, series: nil))
        }
      case .referenceBand(let band) where !band.label.isEmpty:
        let middle = (band.from + band.to) / 2
        if band.isOnX, let place = visible(frame.horizontal(middle), vertically: false) {
          topLabels.append(label(band.label, place, end: nil, series: nil))
        } else if !band.isOnX, let place = visible(frame.vertical(middle), vertically: true) {
          sideLabels.append(label(band.label, place, end: nil, series: nil))
        }
      default: break
      }
    }
  }

  private func visible(_ place: Double?, vertically: Bool) -> Double? {
    guard let place else { return nil }
    let range = vertically ? frame.area.top...frame.area.bottom : frame.area.left...frame.area.right
    return range.contains(place) ? place : nil
  }

  private mutating func fitTitle(_ layout: FigureLayout, _ plan: PanelPlan) {
    guard !plan.panel.title.isEmpty else { return }
    let lines = layout.fitting.lines(
      plan.panel.title, size: layout.type.label,
      length: cellRight - frame.area.left - (letter == nil ? 0 : 6), atMost: 2)
    title = lines.lines
    if !lines.isWhole { losses.append("the end of the title \"\(plan.panel.title.plainText)\"") }
  }

  // MARK: - Margins

  private mutating func measureGutters(_ layout: FigureLayout) {
    let (type, lines) = (layout.type, layout.preset.lines)
    let leading = 1.2 * type.label
    if y.axis.isShown {
      let hasTicks = y.axis.categoryNames == nil
      tickRoom = (hasTicks ? lines.majorTick : 0) + (y.depth > 0 ? 2.5 : 0) + y.depth
      let titleRoom = y.title.isEmpty ? 0 : 3.5 + leading * Double(y.title.count)
      gutters.left = tickRoom + titleRoom
    }
    gutters.left = Swift.max(3.5, gutters.left, x.overhang.start)
    if x.axis.isShown {
      let ticks = lines.majorTick + (x.depth > 0 ? 2.5 : 0) + x.depth
      gutters.bottom = ticks + (x.title.isEmpty ? 0 : 3 + leading * Double(x.title.count))
    }
    gutters.bottom = Swift.max(3.5, gutters.bottom, y.overhang.end)
    var top = Swift.max(3.5, y.overhang.end + 1)
    if !topLabels.isEmpty {
      let count = topLabels.map(\.lines.count).max() ?? 1
      top = Swift.max(top, 1.2 * type.tick * Double(count) + 3)
    }
    let head = Swift.max(
      letter == nil ? 0 : 1.1 * type.panelLetter, leading * Double(title.count))
    gutters.top = head > 0 ? top + head + 1 : top
    gutters.right = Swift.max(3.5, x.overhang.end)
    if let widest = sideLabels.map(\.width).max() {
      let leads = sideLabels.contains { $0.series != nil }
      gutters.right = Swift.max(gutters.right, widest + (leads ? 11 : 7))
    }
    if let bar { gutters.right = Swift.max(gutters.right + bar.width, bar.width + 2) }
  }
}
