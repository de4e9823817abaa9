import HighwayStudies
import HighwayWorld
import Optimisation
import Statistics

/// A design that was tried, with what each try gave.
struct ParetoDesign: Sendable {
  /// One value for each factor.
  let point: Point
  /// Its number in the order in which designs were tried.
  let number: Int
  /// What building it costs each year, item by item.
  let building: [CostTable.Line]
  /// The objectives of each replicate.
  private(set) var samples: [[Double]] = []
  /// What is limited, of each replicate.
  private(set) var limited: [[Double]] = []
  /// Cars that came and cars that the network left standing, over all replicates.
  private(set) var cars = 0.0
  private(set) var strandings = 0.0
  /// Visits that came to nothing: turned away, not joined, left the line.
  private(set) var lost = 0.0
  /// The cars of each replicate.
  private(set) var arrivals: [Double] = []
  private let judge: HighwayJudge
  private let objectives: Int
  private let limitCount: Int

  /// Begins with a design that has not been tried.
  init(_ point: Point, number: Int, _ plan: ParetoPlan, _ scenario: HighwayScenario) {
    self.point = point
    self.number = number
    objectives = plan.objectives.count
    limitCount = plan.limits.count
    building = plan.costs.building(scenario)
    judge = HighwayJudge(
      scenario, of: plan.question,
      plan.objectives.map(\.objective) + plan.limits.map(\.objective)
        + [
          .measure("arrivals", label: "", unit: nil),
          .measure("stranded_by_network", label: "", unit: nil),
          .measure("denied", label: "", unit: nil), .measure("balked", label: "", unit: nil),
          .measure("abandoned", label: "", unit: nil),
        ], plan.costs)
  }

  /// Takes the measures of all replicates so far.
  mutating func take(_ rows: [[Double]]) {
    let values = rows.map { judge.values(of: $0) }
    let limits = limitCount
    samples = values.map { Array($0[..<objectives]) }
    limited = values.map { Array($0[objectives..<objectives + limits]) }
    let counts = values.map { Array($0[(objectives + limits)...]) }
    arrivals = counts.map { $0[0] }
    cars = arrivals.reduce(0, +)
    strandings = counts.reduce(0) { $0 + $1[1] }
    lost = counts.reduce(0) { $0 + $1[2] + $1[3] + $1[4] }
  }

  /// How often it was tried.
  var replications: Int { samples.count }

  /// The mean of each objective.
  var means: [Double] {
    (0..<objectives).map { objective in
      RunningMoments(samples.map { $0[objective] }).mean
    }
  }

  /// The 95 % interval of an objective.
  func interval(_ objective: Int) -> Interval? {
    Interval.studentT(samples.map { $0[objective] })
  }

  /// The value that a limited measure does not exceed, with a one-sided confidence.
  ///
  /// Where hardly a car strands, all replicates may agree on none; then the bound is that of a share of all cars
  /// (Wilson), for what was never seen is not impossible.
  func bound(_ limit: Int, _ plan: ParetoPlan) -> Double {
    let sample = limited.map { $0[limit] }
    let confidence = 2 * plan.options.confidence - 1
    let mean = RunningMoments(sample).mean
    let byReplicates =
      Interval.studentT(sample, confidence: max(0.01, confidence))?.high ?? .infinity
    guard plan.limits[limit].objective == .stranding else { return byReplicates }
    let byCars = Interval.wilson(
      successes: Int(strandings), of: Int(cars), confidence: max(0.01, confidence))
    return max(mean, byReplicates, 100 * byCars.high)
  }

  /// By how much the limits are exceeded in all, each as a share of itself; 0 where all are kept with confidence.
  ///
  /// - Parameters:
  ///   - plan: What is limited.
  ///   - slack: How many times the limits may be reached.
  /// - Returns: A number that is 0 or more.
  func violation(_ plan: ParetoPlan, slack: Double = 1) -> Double {
    plan.limits.indices.reduce(0) { sum, limit in
      let most = plan.limits[limit].most
      return sum + max(0, bound(limit, plan) - slack * most) / max(most, 1e-3)
    }
  }

  /// Whether the means keep all limits, so that more replicates may show that it does.
  func mayKeepLimits(_ plan: ParetoPlan) -> Bool {
    plan.limits.indices.allSatisfy { limit in
      RunningMoments(limited.map { $0[limit] }).mean <= plan.limits[limit].most
    }
  }

  /// What came of it, for a search.
  func outcome(_ plan: ParetoPlan) -> Outcome {
    Outcome(means, constraints: [violation(plan, slack: ParetoPlan.slack)])
  }
}
