public import HighwayWorld

/// What a road is judged by: less is better.
public enum HighwayObjective: Hashable, Sendable {
  /// What building, upkeep and energy cost in a year.
  case cost
  /// What the energy from the grid emits in a year, in tonnes of CO₂.
  case carbon
  /// A measure of ``HighwayQuestion``, as it is or with the opposite sign where more is better.
  case measure(String, label: String, unit: String?, scale: Double = 1)

  /// The share of cars that strand although they could have come through, in %.
  public static let stranding = HighwayObjective.measure(
    "stranded_by_network_share", label: "Stranded", unit: "%", scale: 100)
  /// The mean wait of those served, in minutes.
  public static let wait = HighwayObjective.measure(
    "wait_mean_min", label: "Mean wait", unit: "min")
  /// The wait that 95 % of those served do not exceed, in minutes.
  public static let wait95 = HighwayObjective.measure(
    "wait_p95_min", label: "95 % wait", unit: "min")
  /// The share of the energy asked for that is not served, in %.
  public static let notServed = HighwayObjective.measure(
    "not_served_share", label: "Energy not served", unit: "%", scale: 100)

  /// Those with a name on the command line.
  public static let named: [(name: String, objective: HighwayObjective)] = [
    ("cost", .cost), ("stranding", .stranding), ("wait", .wait), ("wait-p95", .wait95),
    ("unserved", .notServed), ("co2", .carbon),
  ]

  /// What it is called on an axis.
  public var label: String {
    switch self {
    case .cost: "Cost"
    case .carbon: "Emissions"
    case .measure(_, let label, _, _): label
    }
  }

  /// What it is called within a sentence.
  public var phrase: String {
    switch self {
    case .cost: "cost"
    case .carbon: "emissions"
    case .stranding: "stranding"
    case .wait: "the mean wait"
    case .wait95: "the 95 % wait"
    case .notServed: "unserved energy"
    case .measure(let name, _, _, _): name
    }
  }

  /// Its unit, where a currency is known.
  public func unit(_ costs: CostTable) -> String? {
    switch self {
    case .cost: "M\(costs.currency) a^{-1}"
    case .carbon: "t CO_{2} a^{-1}"
    case .measure(_, _, let unit, _): unit
    }
  }
}

/// Judges the evaluations of one design by objectives.
public struct HighwayJudge: Sendable {
  private let objectives: [HighwayObjective]
  private let building: Double
  private let places: [String: Int]

  /// Works out what a design costs before anybody charges.
  public init(
    _ scenario: HighwayScenario, of question: HighwayQuestion,
    _ objectives: [HighwayObjective], _ costs: CostTable
  ) {
    self.objectives = objectives
    building = costs.building(scenario).reduce(0) { $0 + $1.perYear }
    places = Dictionary(
      uniqueKeysWithValues: question.measures.enumerated().map { ($1, $0) })
  }

  /// Returns one number per objective for the measures of a replicate.
  public func values(of row: [Double]) -> [Double] {
    objectives.map { objective in
      switch objective {
      case .cost:
        (building + perYear(row, "grid_bill") + perYear(row, "demand_charge")
          - perYear(row, "export_income")) / 1e6
      case .carbon: perYear(row, "co2_kg") / 1000
      case .measure(let name, _, _, let scale): scale * value(row, name)
      }
    }
  }

  private func value(_ row: [Double], _ name: String) -> Double {
    places[name].map { row[$0] } ?? .nan
  }

  private func perYear(_ row: [Double], _ name: String) -> Double {
    value(row, name) * 8766 / value(row, "hours")
  }
}
