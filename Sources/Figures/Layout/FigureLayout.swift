import Numerics

extension Scene {
  /// Lays a figure out: measures its texts, solves its margins and puts everything in its place.
  ///
  ///     let scene = Scene(figure, measuredBy: EvenMeasure())
  ///     scene.width   // 340.15…: 120 mm
  ///
  /// Any figure can be laid out, whatever its data; what had no room is told in ``losses``.
  public init(_ figure: Figure, measuredBy measure: any TextMeasure) {
    self = FigureLayout(figure, measure).scene()
  }
}

/// The layout of one figure.
struct FigureLayout {
  let figure: Figure
  let measure: any TextMeasure
  let preset: JournalPreset
  let book: SeriesBook
  var plans: [PanelPlan]
  private(set) var columns: Int
  var rows: Int { (plans.count + columns - 1) / Swift.max(1, columns) }

  var type: TypeSizes { preset.type }
  var fitting: TextFitting { TextFitting(measure: measure) }
  var width: Double { figure.format.pageWidth }
  /// Whether areas need hatches to be told apart.
  var hatchesAreas: Bool { plans.contains(where: \.hatchesAreas) }
  var hasLetters: Bool { figure.arrangement.hasLetters ?? (plans.count > 1) }

  /// Where names and labels go; changed from try to try until everything has room.
  struct Choices: Equatable {
    /// Where each panel has its legend.
    var legends: [Legend]
    /// The names that stand above all panels.
    var above: [LegendKey] = []
    /// The panels whose reference lines are named outside.
    var outside: Set<Int> = []

    enum Legend: Equatable {
      case none, direct, inside
    }
  }

  init(_ figure: Figure, _ measure: any TextMeasure) {
    (self.figure, self.measure, preset) = (figure, measure, figure.format.preset)
    book = SeriesBook(figure)
    plans = figure.panels.enumerated().map { PanelPlan($0.element, $0.offset) }
    columns = Self.columns(of: figure)
    shareScales()
  }

  private static func columns(of figure: Figure) -> Int {
    let count = figure.panels.count
    guard count > 1 else { return 1 }
    // A panel narrower than this could not hold its own texts.
    let narrowest = Swift.max(1, Int(figure.format.pageWidth / 82))
    if let columns = figure.arrangement.columns {
      let asked = Swift.max(1, Swift.min(columns, count))
      return asked <= narrowest ? asked : balanced(count, atMost: narrowest)
    }
    let most = Swift.max(1, Int(figure.format.pageWidth / 120))
    return balanced(count, atMost: count == 4 && most == 3 ? 2 : most)
  }

  /// As few rows as may be, and these as equal as may be: six panels are three and three, not four and two.
  private static func balanced(_ count: Int, atMost most: Int) -> Int {
    let rows = (count + most - 1) / most
    return (count + rows - 1) / rows
  }

  /// One scale for all panels that are to be compared.
  private mutating func shareScales() {
    guard let first = figure.panels.first else { return }
    var reach = Reach()
    for plan in plans {
      reach.x.merge(plan.reach.x)
      reach.y.merge(plan.reach.y)
    }
    for index in plans.indices {
      if figure.arrangement.sharesX { plans[index].x = first.x.scale(for: reach.x) }
      if figure.arrangement.sharesY { plans[index].y = first.y.scale(for: reach.y) }
    }
  }

  // MARK: - Tries

  /// Tries fewer columns when their texts leave the panels no room.
  func scene() -> Scene {
    let attempt = bestAttempt()
    guard let attempt, attempt.isCramped, columns > 1 else { return finished(attempt) }
    var narrower = self
    narrower.columns = Self.balanced(plans.count, atMost: columns - 1)
    return narrower.scene()
  }

  private func bestAttempt() -> Attempt? {
    var choices = firstChoices()
    var best: Attempt?
    for _ in 0..<6 {
      var attempt = Attempt(self, choices)
      attempt.draw()
      guard let next = attempt.betterChoices, next != choices else {
        best = attempt
        break
      }
      choices = next
      best = attempt
    }
    return best
  }

  private func firstChoices() -> Choices {
    let named = plans.filter { !$0.keys.isEmpty }
    var choices = Choices(legends: plans.map { _ in .none })
    // Between tracks and names a text would seem to belong to one of them.
    choices.outside = Set(plans.filter { $0.panel.y.categoryNames != nil }.map(\.index))
    switch figure.legend {
    case .none: break
    case .above: choices.above = PanelPlan.merged(plans.flatMap(\.keys))
    case .automatic, .inside:
      let names = named.map { Set($0.keys.map(\.series)) }
      let areShared =
        named.count > 1 && names.dropFirst().contains { !$0.isDisjoint(with: names[0]) }
      if areShared {
        choices.above = PanelPlan.merged(plans.flatMap(\.keys))
      } else {
        for plan in named {
          choices.legends[plan.index] = figure.legend == .automatic ? .direct : .inside
        }
      }
    }
    return choices
  }

  private func finished(_ attempt: Attempt?) -> Scene {
    let height = attempt?.height ?? 40
    var scene = Scene(
      name: figure.name, title: figure.title, keywords: figure.keywords, width: width,
      height: height, preset: preset, frames: attempt?.frames ?? [], items: attempt?.items ?? [],
      csv: figure.csv, losses: attempt?.losses ?? [], unitlessAxes: figure.unitlessAxes)
    scene.removeTextsInTheWay()
    scene.alternativeText = figure.alternativeText ?? FigureDescription(figure, scene).text
    return scene
  }
}

extension Figure {
  /// The plotted data as CSV: a row for each thing drawn.
  public var csv: String {
    var table = TidyTable()
    for (index, panel) in panels.enumerated() {
      table.panel = panels.count > 1 ? preset.panelLetter(index).plainText.filter(\.isLetter) : ""
      for mark in panel.marks { mark.content.record(in: &table) }
      for inset in panel.insets {
        for mark in inset.panel?.marks ?? [] { mark.content.record(in: &table) }
      }
    }
    return table.csv
  }

  private var preset: JournalPreset { format.preset }

  /// The axes and colours that say nothing about their unit.
  var unitlessAxes: [String] {
    var names: [String] = []
    for (index, panel) in panels.enumerated() {
      let place = panels.count > 1 ? " of panel \(index + 1)" : ""
      for (axis, name) in [(panel.x, "x"), (panel.y, "y")] where axis.isShown && axis.lacksUnit {
        names.append("the \(name) axis \"\(axis.label.plainText)\"\(place)")
      }
      for mark in panel.marks {
        guard let colours = mark.content.channel?.colours, colours.unit == nil, !colours.isUnitless
        else { continue }
        names.append("the colours \"\(colours.label.plainText)\"\(place)")
      }
    }
    return names
  }
}

extension Axis {
  /// Whether a reader cannot know what the numbers count.
  var lacksUnit: Bool {
    guard unit == nil, !isUnitless else { return false }
    switch kind {
    case .categories, .timeOfDay, .date: return false
    case .linear, .log10, .symlog: return !label.plainText.hasSuffix(")")
    }
  }
}
