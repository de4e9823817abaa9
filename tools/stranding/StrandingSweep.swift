import AnalysisKit
import Randomness

/// Tries all levels on all roads, and then levels between those that hold the critical one.
struct StrandingSweep {
  private let plan: StrandingPlan
  private let runner: StudyRunner<StrandingModel>
  private let key: RandomKey
  /// How often each level is tried: the same for all, so that replicates are pairs.
  private(set) var replicates: Int
  /// For each size its levels, ascending.
  private var cells: [[StrandingCell]]

  init(_ plan: StrandingPlan, in workshop: Workshop) throws(ToolFailure) {
    self.plan = plan
    runner = try workshop.study(of: plan.model)
    key = RandomKey(seed: UInt64(workshop.seed)).key("stranding")
    replicates = plan.replications.least
    cells = plan.sizes.map { _ in [] }
  }

  /// The curve of every size.
  mutating func curves() throws(ToolFailure) -> [StrandingCurve] {
    try tryLevels()
    for round in 0..<plan.options.refinements { try halveGaps(round) }
    return plan.sizes.enumerated().map { place, size in
      StrandingCurve(
        size, cells[place], target: plan.target, key: key.key("curve").key(place))
    }
  }

  /// All that was worked out, for the tables.
  var evaluations: [StudyEvaluation] { runner.evaluations }

  private mutating func tryLevels() throws(ToolFailure) {
    let designs = plan.sizes.flatMap { size in plan.levels.map { [size, $0] } }
    var rows = try runner.evaluate("levels", designs, plan.replications)
    // One level may have asked for more than another; then all get as many.
    replicates = rows.map(\.count).max() ?? replicates
    if rows.contains(where: { $0.count < replicates }) {
      rows = try runner.evaluate("levels", designs, .fixed(replicates))
    }
    take(designs, rows)
  }

  private mutating func halveGaps(_ round: Int) throws(ToolFailure) {
    let designs = plan.sizes.enumerated().compactMap { place, size -> [Double]? in
      guard let gap = StrandingCurve.gap(cells[place], target: plan.target) else { return nil }
      let middle = 0.5 * (gap.low + gap.high)
      return gap.high - gap.low > 1e-3 * gap.high ? [size, middle] : nil
    }
    guard !designs.isEmpty else { return }
    take(
      designs,
      try runner.evaluate("halving \(round + 1) of the gap", designs, .fixed(replicates)))
  }

  private mutating func take(_ designs: [[Double]], _ rows: [[[Double]]]) {
    for (design, rows) in zip(designs, rows) {
      guard let place = plan.sizes.firstIndex(of: design[0]) else { continue }
      let key = key.key("rate").key(place).key(cells[place].count)
      cells[place].append(StrandingCell(rows, at: design[1], of: plan.model, key: key))
    }
    for place in cells.indices { cells[place].sort { $0.level < $1.level } }
  }
}
