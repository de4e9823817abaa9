import AnalysisKit
import Statistics

/// What the sweep found out.
struct StrandingResult {
  let plan: StrandingPlan
  /// One curve per size, in the order of the sizes.
  let curves: [StrandingCurve]
  let replicates: Int
  let evaluations: [StudyEvaluation]
  let patterns: TrafficPatterns?
  let tornado: AssumptionTornado?
  let attribution: ChargerAttribution?

  /// Tries all that is to be tried.
  init(_ plan: StrandingPlan, in workshop: Workshop) throws(ToolFailure) {
    self.plan = plan
    var sweep = try StrandingSweep(plan, in: workshop)
    curves = try sweep.curves()
    replicates = sweep.replicates
    evaluations = sweep.evaluations
    let middle = curves[plan.middle]
    let options = plan.options
    patterns =
      options.hasPatterns
      ? try TrafficPatterns(plan, replicates: replicates, in: workshop) : nil
    let critical = middle.critical.mean
    tornado =
      options.hasTornado && critical.isFinite
      ? try AssumptionTornado(plan, traffic: critical, replicates: replicates, in: workshop) : nil
    // Below the critical traffic hardly a car is there to be saved.
    let above = options.attributionTraffic ?? plan.levels.first { $0 > critical }
    attribution =
      if options.hasAttribution, let above {
        try ChargerAttribution(plan, traffic: above, replicates: replicates, in: workshop)
      } else { nil }
  }

  /// The curve of the middle size.
  var middle: StrandingCurve { curves[plan.middle] }

  /// The cells of a curve at the levels that were asked for, without those that halve a gap.
  func askedCells(_ curve: StrandingCurve) -> [StrandingCell] {
    curve.cells.filter { plan.levels.contains($0.level) }
  }
}
