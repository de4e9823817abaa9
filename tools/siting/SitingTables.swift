import Reports
import Statistics

/// What is kept for others to read.
struct SitingTables {
  private let result: SitingResult

  init(_ result: SitingResult) { self.result = result }

  var all: [DataTable] { [designs, stations, counts, demand] + [besideFront].compactMap { $0 } }

  private var plan: SitingPlan { result.plan }

  /// The designs that were simulated, for the plane of cost and stranding.
  private var designs: DataTable {
    DataTable(
      name: "designs",
      words: [.init("design", result.trials.map(\.origin.rawValue))],
      columns: [
        "stations", "chargers", "model_cost_per_year", "model_cost_to_target_per_year",
        "building_per_year", "towed_per_year", "worst_way_towed_share", "keeps_target",
        "replications", "cost_m_per_year", "cost_low", "cost_high", "stranded_percent",
        "stranded_low", "stranded_high", "wait_p95_min", "wait_p95_low", "wait_p95_high",
      ],
      rows: result.trials.map { trial in
        let design = trial.design
        let model: [Double?] = [
          Double(design.sites.count), Double(design.chargers), design.cost,
          design.costToTarget < .infinity ? design.costToTarget : nil, design.building,
          design.towed, design.worstWay, design.keepsTarget ? 1 : 0, Double(trial.samples.count),
        ]
        let simulated: [Double?] = (0..<3).flatMap { objective -> [Double?] in
          let interval = trial.interval(objective)
          return [interval.mean, interval.low, interval.high]
        }
        return model + simulated
      })
  }

  /// The front of a Pareto study, and the designs beside it.
  private var besideFront: DataTable? {
    guard let sited = result.sited else { return nil }
    let points = sited.front.points
    return DataTable(
      name: "front",
      words: [.init("design", points.map { _ in "front" } + ["optimum", "given"])],
      columns: [
        "cost_m_per_year", "cost_low", "cost_high", "stranded_by_network_percent", "stranded_low",
        "stranded_high",
      ],
      rows: points.map { [$0.cost, nil, nil, $0.stranded, nil, nil] }
        + [sited.optimum, sited.given].map {
          [$0.cost.mean, $0.cost.low, $0.cost.high, $0.share.mean, $0.share.low, $0.share.high]
        })
  }

  /// The stations of those designs.
  private var stations: DataTable {
    let rows = result.trials.enumerated().flatMap { index, trial in
      trial.design.sites.map { (index, trial.origin.rawValue, $0) }
    }
    return DataTable(
      name: "stations", words: [.init("design", rows.map(\.1))],
      columns: [
        "number", "place_km", "chargers", "needed", "sessions_per_hour", "kwh_per_hour",
        "peak_load_erlang", "peak_wait_p95_min",
      ],
      rows: rows.map { index, _, site in
        let wait = 60 * plan.model.sizing.wait95(load: site.peakLoad, chargers: site.chargers)
        return [
          Double(index), site.position, Double(site.chargers), site.needed.map(Double.init),
          site.charging.sessions, site.charging.energy, site.peakLoad,
          wait < .infinity ? wait : nil,
        ]
      })
  }

  /// The cheapest and the evenly spread design of every number of stations, by the model.
  private var counts: DataTable {
    DataTable(
      name: "cost-by-stations",
      columns: ["stations", "best_places", "towed_per_year", "chargers", "even"],
      rows: result.optima.indices.dropFirst().map { count in
        let (best, even) = (result.optima[count], result.evens[count].costToTarget)
        return [
          Double(count), best?.cost, best?.towed, best.map { Double($0.chargers) },
          even < .infinity ? even : nil,
        ]
      })
  }

  /// What is asked between each place and the next.
  private var demand: DataTable {
    let places = plan.model.demand.places
    return DataTable(
      name: "demand",
      columns: ["from_km", "to_km", "sessions_per_hour", "erlang", "kwh_per_hour"],
      rows: plan.model.demand.wishes.enumerated().map { index, need in
        [places[index], places[index + 1], need.sessions, need.load, need.energy]
      })
  }
}
