import ChargingModels
import Figures
import HighwayStudies
import HighwayWorld
import Statistics
import Text

/// What there is to see of blackouts.
struct BlackoutsFigures {
  let result: BlackoutsResult
  let effects: [BlackoutsResult.Effect]

  private var plan: BlackoutsPlan { result.plan }

  // MARK: - Time and place

  /// Whether the run is so long that the time of day says little.
  private var isLong: Bool { plan.scenario.duration > 72 }

  private func clock(_ time: Double) -> Double {
    isLong ? time / 86_400 : plan.scenario.startHour * 3600 + time
  }

  private func timeAxis(_ from: Double, _ to: Double) -> Axis {
    isLong
      ? Axis("Time since the start", unit: "d", from: clock(from), to: clock(to))
      : .timeOfDay("Time of day", from: clock(from), to: clock(to))
  }

  private var end: Double { plan.scenario.duration * 3600 }

  private func name(_ station: Int) -> String {
    let place = plan.scenario.stations.list[station].position
    return place.text(decimals: place.rounded() == place ? 0 : 1) + "\u{A0}km"
  }

  /// When which station lacked power and why, in the worst run.
  var timeline: Figure? {
    let all = result.base[result.worst].blackouts
    guard !all.isEmpty, result.stations <= 40 else { return nil }
    let names = (0..<result.stations).map(name)
    return Figure(
      "timeline", "When stations lacked power, and why",
      caption: """
        The worst of \(result.base.count) runs: \(all.count.counted("event", "events")). Bars: from beginning to end, by what they \
        began with.
        """,
      keywords: ["blackout", "timeline"], legend: .above
    ) {
      Panel(
        x: timeAxis(0, end), y: .categories(names, label: "Station", reversed: true),
        aspect: min(1, max(0.2, 0.08 * Double(names.count)))
      ) {
        Tracks(
          all.map { blackout in
            Tracks.Span(
              Double(blackout.station), from: clock(blackout.start),
              to: clock(max(blackout.end, blackout.start + 1)), series: blackout.cause.name)
          })
      }
    }
  }

  /// Who gave the power on the worst day, and what was missing.
  var power: Figure? {
    guard result.base[result.worst].totals.notServed > 0.5 else { return nil }
    let window = WorstDay(result.series, bins: 144)
    guard window.bins.count > 1 else { return nil }
    let parts: [(String, KeyPath<StationReading, Double>)] = [
      ("wind", \.windUsed), ("solar", \.solarUsed), ("grid", \.grid), ("battery", \.batteryOut),
      ("shortfall", \.notServed),
    ]
    let shown = parts.filter { part in window.bins.contains { $0.mean(part.1) > 1e-6 } }
    let times = window.bins.map { clock($0.middle) }
    return Figure(
      "power", "Power by source on the worst day",
      caption: """
        All stations, means over \((window.bins[0].hours * 60).text(decimals: 0)) min. Areas: power by source, the last one what was missing: \
        \(window.notServed.groupedText(decimals: 0)) kWh. Line: what cars and batteries took or would have taken.
        """,
      keywords: ["blackout", "energy"], legend: .above
    ) {
      Panel(
        x: timeAxis(window.bins[0].first.time, window.bins[window.bins.count - 1].last.time),
        y: Axis("Power", unit: "kW", zero: true), aspect: 0.5
      ) {
        Area(
          x: times,
          layers: shown.map { name, meter in
            .init(name, window.bins.map { max(0, $0.mean(meter)) })
          })
        Line(
          x: times,
          y: window.bins.map {
            $0.mean(\.drawn) + $0.mean(\.batteryIn) + $0.mean(\.export) + $0.mean(\.notServed)
          }, series: "demand")
      }
    }
    .styled("wind", Palette.okabeIto.styles[5]).styled("solar", Palette.okabeIto.styles[4])
    .styled("grid", Palette.okabeIto.styles[0]).styled("battery", Palette.okabeIto.styles[2])
    .styled("shortfall", Palette.okabeIto.styles[1])
    .styled("demand", SeriesStyle(name: "ink", colour: .black))
  }

  /// For what share of the time how much was asked for, and served.
  var loadDuration: Figure? {
    guard result.series.count > 2 else { return nil }
    let bins = WorstDay.bins(result.series)
    let asked = LoadDuration(bins.map { $0.mean(\.drawn) + $0.mean(\.notServed) })
    let served = LoadDuration(bins.map { $0.mean(\.drawn) })
    guard let most = asked.loads.first, most > 0 else { return nil }
    let grid = plan.scenario.stations.list.reduce(0) { $0 + $1.energy.grid.value }
    return Figure(
      "load-duration", "For how long how much power was asked for",
      caption: """
        Load-duration curves of all stations together in the worst run, by steps of \((bins[0].hours * 60).text(decimals: 0)) min. What \
        lies between the curves was not served.
        """,
      keywords: ["blackout", "load duration"], legend: .above
    ) {
      Panel(
        x: Axis("Share of the time", unit: "%", from: 0, to: 100),
        y: Axis("Power of at least", unit: "kW", zero: true), aspect: 0.55
      ) {
        if grid <= 1.3 * most { Rule(y: grid, "all grids") }
        Line(
          x: [0] + asked.shares.map { 100 * $0 }, y: [most] + asked.loads, series: "asked for",
          steps: .before)
        Line(
          x: [0] + served.shares.map { 100 * $0 }, y: [served.loads.first ?? 0] + served.loads,
          series: "served", steps: .before)
      }
    }
    .styled("asked for", SeriesStyle(name: "ink", colour: .black))
    .styled("served", Palette.okabeIto.styles[0])
  }

  // MARK: - Growth and remedies

  /// What was missing as traffic grows.
  var growth: Figure? {
    guard plan.growths.count > 1 else { return nil }
    let order = plan.growths.indices.sorted { plan.growths[$0] < plan.growths[$1] }
    let intervals = order.map { result.notServed(result.days[$0]) }
    let traffic = order.map { plan.scenario.traffic.vehiclesPerHour * plan.growths[$0] }
    return Figure(
      "growth", "Energy not served as traffic grows",
      caption: """
        Means of \(result.base.count) runs with their 95 % intervals, scaled to a year.
        """,
      keywords: ["blackout", "growth"], legend: .none
    ) {
      Panel(
        x: Axis("Traffic", unit: "h^{-1}"), y: Axis("Not served", unit: "MWh a^{-1}", zero: true),
        aspect: 0.5
      ) {
        Line(x: traffic, y: intervals.map { $0.mean / 1000 }, series: "not served")
        Intervals(
          at: traffic, centre: intervals.map { $0.mean / 1000 },
          low: intervals.map { $0.low / 1000 }, high: intervals.map { $0.high / 1000 },
          series: "not served")
        Dots(x: traffic, y: intervals.map { $0.mean / 1000 }, series: "not served", size: 4)
      }
    }
    .styled("not served", Palette.okabeIto.styles[1])
  }

  /// What every remedy costs, and what it serves more.
  var remedies: Figure? {
    guard effects.contains(where: { $0.avoided.mean.magnitude > 0.5 }) else { return nil }
    let all = result.notServed(result.base).mean / 1000
    let kinds = Remedy.Kind.allCases.filter { kind in
      effects.contains { $0.remedy.kind == kind }
    }
    return Figure(
      "remedies", "What remedies cost, and what they serve more",
      caption: """
        Every step of every remedy at all stations: energy served more in a year, paired over \(result.base.count) runs with the same cars, with \
        95 % intervals. Upright: what was missing in all.
        """,
      keywords: ["blackout", "remedy", "cost"], legend: .above
    ) {
      Panel(
        x: Axis("Cost", unit: "k\(plan.costs.currency) a^{-1}", zero: true),
        y: Axis("Served more", unit: "MWh a^{-1}", zero: true), aspect: 0.6
      ) {
        Rule(y: all, "all that was missing")
        for kind in kinds {
          let own = effects.filter { $0.remedy.kind == kind }.sorted { $0.yearly < $1.yearly }
          Line(
            x: own.map { $0.yearly / 1000 }, y: own.map { $0.avoided.mean / 1000 },
            series: kind.rawValue)
          Intervals(
            at: own.map { $0.yearly / 1000 }, centre: own.map { $0.avoided.mean / 1000 },
            low: own.map { $0.avoided.low / 1000 }, high: own.map { $0.avoided.high / 1000 },
            series: kind.rawValue)
          Dots(
            x: own.map { $0.yearly / 1000 }, y: own.map { $0.avoided.mean / 1000 },
            series: kind.rawValue, size: 4)
        }
      }
    }
    .styled("grid", Palette.okabeIto.styles[0]).styled("battery", Palette.okabeIto.styles[2])
    .styled("solar", Palette.okabeIto.styles[4])
  }

  // MARK: - Rare runs

  /// How likely runs are in which more than so much is not served.
  var rare: Figure? {
    guard let rare = result.rare, rare.probability.probability.mean > 0 else { return nil }
    let estimates = rare.estimates
    let known = rare.levels.indices.filter { estimates[$0].probability.mean > 0 }
    let floor = 0.2 * (known.map { estimates[$0].probability.mean }.min() ?? 1e-6)
    let sorted = rare.amounts.filter { $0 > 0 }.sorted()
    let shares = sorted.indices.map { Double(sorted.count - $0) / Double(rare.amounts.count) }
    return Figure(
      "rare", "How likely runs are in which more is not served",
      caption: """
        Steps: \(rare.amounts.count) plain runs. Dots: importance splitting, \(rare.effort) paths from each level, \
        \(rare.crossings.count) repetitions, with 95 % intervals.
        """,
      keywords: ["blackout", "rare event"], legend: .above
    ) {
      Panel(
        x: Axis("Not served in a run, at least", unit: "kWh", zero: true),
        y: .number("Probability", .log10), aspect: 0.6
      ) {
        Line(x: sorted, y: shares, series: "plain runs", steps: .before)
        Intervals(
          at: known.map { rare.levels[$0] }, centre: known.map { estimates[$0].probability.mean },
          low: known.map { max(floor, estimates[$0].probability.low) },
          high: known.map { estimates[$0].probability.high }, series: "splitting")
        Dots(
          x: known.map { rare.levels[$0] }, y: known.map { estimates[$0].probability.mean },
          series: "splitting", size: 4)
      }
    }
    .styled("plain runs", SeriesStyle(name: "ink", colour: .black))
    .styled("splitting", Palette.okabeIto.styles[1])
  }
}
