/// Finds the places of the panels: their margins come from measured texts, which depend on the ticks,
/// which depend on the places.
struct GridSolver {
  private let layout: FigureLayout
  private let choices: FigureLayout.Choices
  private let top: Double
  private(set) var cells: [PanelCell] = []
  private(set) var height = 0.0

  private var columns: Int { layout.columns }
  private var rows: Int { layout.rows }
  /// The outermost hair of the page that stays free.
  private let edge = 1.5
  private let columnGap = 9.0
  private let rowGap = 8.0

  init(_ layout: FigureLayout, _ choices: FigureLayout.Choices, top: Double) {
    (self.layout, self.choices, self.top) = (layout, choices, top)
  }

  var frames: [PanelFrame] { cells.map(\.frame) }
  var losses: [String] { cells.flatMap { $0.x.losses + $0.y.losses + $0.losses } }

  /// Goes round until the margins do not change; from the third round on they only grow.
  mutating func solve() {
    guard !layout.plans.isEmpty else {
      height = 40
      return
    }
    let count = layout.plans.count
    var gutters = [Gutters](
      repeating: Gutters(left: 30, top: 8, right: 8, bottom: 24), count: count)
    for round in 0..<8 {
      place(gutters)
      let needed = cells.map(\.gutters)
      let isSettled = zip(gutters, needed).allSatisfy { $0.holds($1) }
      if isSettled, round > 0 { break }
      gutters = round < 2 ? needed : zip(gutters, needed).map { $0.united($1) }
    }
  }

  /// Places the panels for some margins and works out their axes.
  private mutating func place(_ gutters: [Gutters]) {
    func largest(_ side: (Gutters) -> Double, _ members: [Int]) -> Double {
      members.map { side(gutters[$0]) }.max() ?? 0
    }
    let plans = layout.plans
    let ofColumn = (0..<columns).map { column in plans.indices.filter { $0 % columns == column } }
    let ofRow = (0..<rows).map { row in plans.indices.filter { $0 / columns == row } }
    let lefts = ofColumn.map { largest(\.left, $0) }
    let rights = ofColumn.map { largest(\.right, $0) }
    let tops = ofRow.map { largest(\.top, $0) }
    let bottoms = ofRow.map { largest(\.bottom, $0) }
    let free =
      layout.width - 2 * edge - lefts.reduce(0, +) - rights.reduce(0, +)
      - columnGap * Double(columns - 1)
    let weights = (0..<columns).map { Self.weight(layout.figure.arrangement.columnWeights, $0) }
    let widths = weights.map { Swift.max(12, free * $0 / weights.reduce(0, +)) }
    let heights = rowHeights(ofRow, widths, outside: tops.reduce(0, +) + bottoms.reduce(0, +))
    var cells: [PanelCell] = []
    var y = edge + top
    for row in 0..<rows {
      var x = edge
      for column in 0..<columns {
        let index = row * columns + column
        if index < plans.count {
          let area = Rectangle(
            left: x + lefts[column], top: y + tops[row], right: x + lefts[column] + widths[column],
            bottom: y + tops[row] + heights[row])
          cells.append(
            PanelCell(
              layout, choices, plans[index], area: area, cellLeft: x, cellTop: y,
              cellRight: area.right + rights[column],
              isLowest: index + columns >= plans.count, isLeftmost: column == 0))
        }
        x += lefts[column] + widths[column] + rights[column] + columnGap
      }
      y += tops[row] + heights[row] + bottoms[row] + rowGap
    }
    self.cells = cells
    height = y - rowGap + edge
  }

  private static func weight(_ weights: [Double], _ index: Int) -> Double {
    guard index < weights.count, weights[index].isFinite, weights[index] > 0 else { return 1 }
    return Swift.min(20, Swift.max(0.05, weights[index]))
  }

  /// The heights of the panels' areas: by the height asked for, else by proportion, within the journal's page.
  private func rowHeights(_ members: [[Int]], _ widths: [Double], outside: Double) -> [Double] {
    let weights = (0..<rows).map { Self.weight(layout.figure.arrangement.rowWeights, $0) }
    let frame = outside + top + 2 * edge + rowGap * Double(rows - 1)
    let most = Swift.max(30, layout.preset.maximalHeight.value - frame)
    if let asked = layout.figure.format.height, asked.isFinite {
      let room = Swift.max(
        12 * Double(rows), Points(millimetres: Swift.min(400, asked)).value - frame)
      return weights.map { room * $0 / weights.reduce(0, +) }
    }
    var heights = (0..<rows).map { row -> Double in
      let natural = members[row].map { index -> Double in
        let plan = layout.plans[index]
        return plan.naturalHeight(
          width: widths[index % columns], isAlone: layout.plans.count == 1, layout.type)
      }
      return (natural.max() ?? 60) * weights[row]
    }
    // Lower than this a label would not fit its axis.
    heights = heights.map { Swift.max($0, 42) }
    let total = heights.reduce(0, +)
    if total > most { heights = heights.map { $0 * most / total } }
    return heights
  }
}

/// The margins of a panel.
struct Gutters: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  /// Whether these have room for others.
  func holds(_ other: Gutters) -> Bool {
    other.left <= left + 0.01 && other.top <= top + 0.01 && other.right <= right + 0.01
      && other.bottom <= bottom + 0.01
  }

  func united(_ other: Gutters) -> Gutters {
    Gutters(
      left: Swift.max(left, other.left), top: Swift.max(top, other.top),
      right: Swift.max(right, other.right), bottom: Swift.max(bottom, other.bottom))
  }
}

extension PanelPlan {
  /// The height that a panel of some width would best have.
  func naturalHeight(width: Double, isAlone: Bool, _ type: TypeSizes) -> Double {
    let count = Double(panel.y.categoryNames?.count ?? 0)
    if let aspect = panel.aspect, aspect.isFinite {
      return Swift.max(width * Swift.min(5, Swift.max(0.05, aspect)), count * 1.3 * type.tick)
    }
    let proportion = width * (isAlone ? 0.58 : 0.74)
    guard count > 0 else { return proportion }
    // Names one below the other want a line each.
    let each = count * 1.75 * type.tick
    return Swift.max(Swift.min(proportion, 2.2 * each), each)
  }
}
