import Figures
import HighwayStudies
import HighwayWorld
import Statistics
import Text

/// What there is to see of places for stations.
struct SitingFigures {
  let result: SitingResult

  var all: [Figure] { [road, costs, plane, demand].compactMap { $0 } }

  private var plan: SitingPlan { result.plan }
  private var length: Double { plan.scenario.road.length }

  private var placeAxis: Axis { Axis("Place", unit: "km", from: 0, to: length) }

  private var costAxis: Axis { Axis("Cost", unit: "M\(plan.costs.currency) a^{-1}") }

  // MARK: - The road

  /// Where stations stand and how large they are, in the optimum and as given.
  private var road: Figure {
    let shown = [("Optimum", result.optimum.design), ("Given", result.given)]
    let most = shown.flatMap { $0.1.sites.map { Double($0.chargers) } }.max() ?? 1
    return Figure(
      "road", "Stations along the road, best and given",
      caption: """
        Height: chargers of each station. Optimum: \(words(result.optimum.design)); given: \(words(result.given)).
        """,
      keywords: ["highway", "siting", "stations"],
      arrangement: Arrangement(columns: 1, sharesX: true, hasLetters: false), legend: .none
    ) {
      for (name, design) in shown {
        Panel(
          name, x: placeAxis, y: .number("Chargers", from: 0, to: 1.18 * most), aspect: 0.26
        ) {
          let tops = design.sites.map { Double($0.chargers) }
          Segments(
            fromX: design.positions, fromY: tops.map { _ in 0 }, toX: design.positions, toY: tops,
            series: name, width: 4)
          Dots(x: design.positions, y: tops, series: name, size: 5)
        }
      }
    }
    .styled("Optimum", Palette.okabeIto.styles[0]).styled("Given", Palette.okabeIto.styles[1])
  }

  private func words(_ design: SitingModel.Design) -> String {
    let stations = design.sites.count.counted("station", "stations")
    return "\(stations) with \(design.chargers.counted("charger", "chargers"))"
  }

  // MARK: - What every number of stations costs

  private var costs: Figure? {
    let optima = result.optima.indices.compactMap { count in
      count > 0 ? result.optima[count].map { (Double(count), $0.cost / 1e6) } : nil
    }
    guard optima.count > 1 else { return nil }
    let evens = result.evens.indices.dropFirst().compactMap { index -> (Double, Double)? in
      let cost = result.evens[index].costToTarget / 1e6
      return cost < .infinity ? (Double(result.evens[index].sites.count), cost) : nil
    }
    // What costs many times as much would press all others onto the axis.
    let given = result.given.costToTarget / 1e6
    let ceiling = max(
      3 * result.optimum.design.cost / 1e6, given < .infinity ? 1.2 * given : 0)
    let shown = evens.filter { $0.1 <= ceiling }
    let best = optima.filter { $0.1 <= ceiling }
    let count = Double(result.given.sites.count)
    return Figure(
      "costs", "What every number of stations costs",
      caption: """
        Stations and towing by the model, chargers as the target asks for. Best places: no choice of as many candidates \
        costs less (dynamic programme); even: equal distances. Ring: the given places\(gapWords). What costs more than three times the \
        least is not shown.
        """,
      keywords: ["siting", "cost", "dynamic programming"], legend: .above
    ) {
      Panel(x: .number("Stations"), y: costAxis, aspect: 0.6) {
        Line(x: shown.map(\.0), y: shown.map(\.1), series: "even", markers: true)
        Line(x: best.map(\.0), y: best.map(\.1), series: "best places", markers: true)
        if given <= ceiling, count > 0 {
          Dots(x: [count], y: [given], series: "given", size: 5)
          Callout(x: count, y: given, plain: "given")
        }
      }
    }
    .styled("best places", Palette.okabeIto.styles[0]).styled("given", Palette.okabeIto.styles[1])
    .styled("even", Palette.okabeIto.styles[2])
  }

  private var gapWords: String {
    result.gap.map { ", \((100 * $0).text(decimals: 1)) % above the optimum" } ?? ""
  }

  // MARK: - Simulated

  /// Cost and stranding as the event simulation has them.
  private var plane: Figure {
    func trials(_ origin: SitingResult.Origin) -> [SitingResult.Trial] {
      result.trials.filter { $0.origin == origin }.sorted { $0.mean(0) < $1.mean(0) }
    }
    let kinds: [(SitingResult.Origin, String)] = [
      (.even, "even"), (.optimum, "best places"), (.given, "given"),
    ]
    let best = result.optimum
    return Figure(
      "plane", "Cost against stranding, simulated",
      caption: """
        Means of \(plan.options.replications) runs with the same cars for all, with 95 % intervals; cost: building, upkeep and energy. \
        Circled: the optimum of the model.
        """,
      keywords: ["siting", "Pareto", "stranding"], legend: .above
    ) {
      Panel(x: costAxis, y: Axis("Stranded", unit: "%", zero: true), aspect: 0.65) {
        for (origin, name) in kinds {
          let own = trials(origin)
          Intervals(
            at: own.map { $0.mean(0) }, centre: own.map { $0.mean(1) },
            low: own.map { $0.interval(1).low }, high: own.map { $0.interval(1).high },
            series: name)
          Dots(x: own.map { $0.mean(0) }, y: own.map { $0.mean(1) }, series: name, size: 4)
        }
        Callout(x: best.mean(0), y: best.mean(1), plain: "optimum")
      }
    }
    .styled("best places", Palette.okabeIto.styles[0]).styled("given", Palette.okabeIto.styles[1])
    .styled("even", Palette.okabeIto.styles[2])
  }

  // MARK: - Demand

  /// Where cars would charge.
  private var demand: Figure {
    let places = plan.model.demand.places
    let wishes = plan.model.demand.wishes
    let perKilometre = wishes.indices.map { index in
      wishes[index].energy / (places[index + 1] - places[index])
    }
    return Figure(
      "demand", "Where cars would charge",
      caption: """
        Energy of the sessions that cars would begin at each kilometre; they go to the nearest station. Upright lines: the \
        optimum's stations.
        """,
      keywords: ["siting", "demand"], legend: .none
    ) {
      Panel(x: placeAxis, y: Axis("Energy", unit: "kWh h^{-1} km^{-1}", zero: true), aspect: 0.45) {
        for place in result.optimum.design.positions { Rule(x: place) }
        Line(
          x: places, y: perKilometre + [perKilometre[perKilometre.count - 1]], steps: .after)
      }
    }
  }
}
