/// One try to lay a figure out with given places for names and labels.
struct Attempt {
  let layout: FigureLayout
  let choices: FigureLayout.Choices
  private(set) var frames: [PanelFrame] = []
  private(set) var items: [SceneItem] = []
  private(set) var losses: [String] = []
  private(set) var height = 0.0
  /// What should be chosen next time; nil when all is well.
  private(set) var betterChoices: FigureLayout.Choices?

  /// Whether a panel is too narrow to show anything.
  var isCramped: Bool { frames.contains { $0.area.width < 36 } }

  init(_ layout: FigureLayout, _ choices: FigureLayout.Choices) {
    (self.layout, self.choices) = (layout, choices)
  }

  mutating func draw() {
    let legend = LegendDrawing(
      book: layout.book, preset: layout.preset, measure: layout.measure, panel: nil,
      hatchesAreas: layout.hatchesAreas)
    let above = legend.rows(choices.above, width: layout.width - 4)
    var grid = GridSolver(layout, choices, top: above.height > 0 ? above.height + 4 : 0)
    grid.solve()
    (frames, height) = (grid.frames, grid.height)
    losses = grid.losses
    if above.height > 0 { items += above.items(Point(2, 2)) }
    for plan in layout.plans {
      var drawing = PanelDrawing(layout, plan, grid.cells[plan.index], choices)
      drawing.draw()
      items += drawing.items
      losses += drawing.losses
      merge(drawing.wish, of: plan)
    }
    if betterChoices == nil { doubtLegends() }
  }

  /// Moves a legend out of a panel where the linter still finds data beneath it: thin slivers that the
  /// grid of the room finder cannot see.
  private mutating func doubtLegends() {
    guard choices.legends.contains(.inside) else { return }
    let page = Scene(name: "", title: "", width: layout.width, height: height, items: items)
    for finding in FigureLinter(rules: [.legendOverData]).findings(in: page) {
      guard let index = finding.items.compactMap({ items[$0].panel }).first,
        choices.legends[index] == .inside
      else { continue }
      merge(.legendAbove, of: layout.plans[index])
    }
  }

  /// Takes up what a panel found not to work.
  private mutating func merge(_ wish: PanelDrawing.Wish, of plan: PanelPlan) {
    guard wish != .none else { return }
    var next = betterChoices ?? choices
    switch wish {
    case .none: break
    case .legendInside: next.legends[plan.index] = .inside
    case .legendAbove:
      next.legends[plan.index] = .none
      next.above = PanelPlan.merged(next.above + plan.keys)
    case .labelsOutside: next.outside.insert(plan.index)
    }
    betterChoices = next
  }
}
