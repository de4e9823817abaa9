import AnalysisKit
import ChargingModels
import HighwayStudies
import HighwayWorld
import Statistics
import Text

/// How far stranding moves at the critical traffic when one assumption alone is a fifth less or more.
struct AssumptionTornado: Sendable {
  /// An assumption and its three values.
  struct Assumption: Sendable {
    let factor: Factor
    let name: String
    let base: Double
    var low: Double { isWhole ? (0.8 * base).rounded(.down) : 0.8 * base }
    var high: Double { isWhole ? (1.2 * base).rounded(.up) : 1.2 * base }
    let isWhole: Bool
  }

  let assumptions: [Assumption]
  let tornado: Tornado
  /// How far stranding moves when each assumption is low, in percentage points: paired differences with intervals.
  let lowChanges: [Interval]
  /// The same when it is high.
  let highChanges: [Interval]
  let traffic: Double
  let replicates: Int

  private static let most = 16

  /// Tries all assumptions around a level of traffic on the road of the middle size.
  init(
    _ plan: StrandingPlan, traffic: Double, replicates: Int, in workshop: Workshop
  ) throws(ToolFailure) {
    let scenario = try plan.middleScenario(traffic: traffic)
    assumptions = Self.assumptions(scenario)
    self.traffic = traffic
    self.replicates = min(replicates, Self.most)
    let model = StrandingModel(
      try StrandingPlan.question(scenario, assumptions.map(\.factor), workshop))
    let base = assumptions.map(\.base)
    var designs = [base]
    for (place, assumption) in assumptions.enumerated() {
      for value in [assumption.low, assumption.high] {
        var design = base
        design[place] = value
        designs.append(design)
      }
    }
    let rows = try workshop.study(of: model)
      .evaluate("assumptions one by one", designs, .fixed(self.replicates))
    let place = model.place(of: "stranded_by_network_share")
    let shares = rows.map { $0.map { 100 * $0[place] } }
    tornado = Tornado(shares)
    lowChanges = Self.changes(shares, from: 1)
    highChanges = Self.changes(shares, from: 2)
  }

  /// The paired differences of every other point, from one on, from the first.
  private static func changes(_ shares: [[Double]], from first: Int) -> [Interval] {
    stride(from: first, to: shares.count, by: 2).map { place in
      let own = zip(shares[place], shares[0]).map { $0 - $1 }
      return Interval.studentT(own) ?? Interval(mean: own[0], low: -.infinity, high: .infinity)
    }
  }

  /// What can be a fifth less or more in a scenario.
  private static func assumptions(_ scenario: HighwayScenario) -> [Assumption] {
    let traffic = scenario.traffic.vehiclesPerHour
    var all = [
      Assumption(
        factor: .traffic([0.8 * traffic, 1.2 * traffic]), name: "traffic", base: traffic,
        isWhole: false)
    ]
    // Where places are given in km, a shorter road would end before some of them.
    let (stations, road) = (scenario.stations, scenario.road)
    if stations.list.isEmpty, stations.positions.isEmpty, road.sections.isEmpty, road.ramps.isEmpty,
      road.trips.isEmpty
    {
      all.append(real("road length", HighwayFactor.length.keys[0], road.length))
    }
    let chargers = scenario.resolvedStations.map { $0.chargers.reduce(0) { $0 + $1.count } }
    if scenario.stations.list.isEmpty, let count = chargers.first {
      all.append(
        Assumption(
          factor: HighwayFactor.chargers.varied(.whole(0...2 * count + 2)),
          name: "chargers per station", base: Double(count), isWhole: true))
    }
    if case .atMost(let spots) = scenario.waitingSpots, scenario.stations.list.isEmpty, spots > 0 {
      all.append(
        Assumption(
          factor: HighwayFactor.spots.varied(.whole(0...Int(2 * spots + 2))),
          name: "waiting spots", base: spots, isWhole: true))
    }
    if let kind = scenario.chargers.firstIndex(where: { $0.name == scenario.stations.charger }) {
      all.append(
        real("charger power", "chargers[\(kind)].power_kw", scenario.chargers[kind].power))
    }
    if case .atMost(let grid) = scenario.energy.grid, scenario.stations.list.isEmpty, grid > 0 {
      all.append(real("grid", HighwayFactor.grid.keys[0], grid))
    }
    if scenario.patience.model == .exponential {
      all.append(real("patience", HighwayFactor.patience.keys[0], scenario.patience.mean))
    }
    return all
  }

  private static func real(_ name: String, _ key: String, _ base: Double) -> Assumption {
    Assumption(
      factor: Factor(name, key: key, .real(0...max(1, 2 * base))), name: name, base: base,
      isWhole: false)
  }
}
