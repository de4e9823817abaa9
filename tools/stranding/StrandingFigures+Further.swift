import AnalysisKit
import Figures
import HighwayStudies
import Statistics
import Text

extension StrandingFigures {
  // MARK: - Patterns

  /// The same sweep for six ways in which traffic spreads over the day.
  var patterns: Figure? {
    guard let patterns = result.patterns else { return nil }
    let highest = patterns.patterns.flatMap { $0.cells.map(\.rate.mean) }.max() ?? 0
    guard highest > 0 else { return nil }
    let target = plan.options.target
    // Beside each other pattern stands that of the sweep, for comparison.
    let usual = result.askedCells(result.middle)
    return Figure(
      "traffic-patterns", "Stranding under six patterns of traffic",
      caption: """
        The same number of cars a day in six patterns, \(plan.words(result.middle.size)). Line: mean of \(patterns.replicates) \
        runs; band: 95 % interval; grey: the traffic of the sweep; dashed: the target.
        """,
      keywords: ["traffic sweep", "small multiples"], format: FigureFormat(.report, .double),
      arrangement: Arrangement(columns: 3, sharesX: true, sharesY: true), legend: .none
    ) {
      for pattern in patterns.patterns {
        Panel(
          pattern.name, x: trafficAxis,
          y: Axis(
            "Stranded", unit: "%", .symlog(threshold: 0.1 * target), from: 0,
            to: max(2 * target, min(100, 120 * highest))), aspect: 0.7
        ) {
          Rule(y: target)
          Line(
            x: usual.map(\.level), y: usual.map { 100 * $0.rate.mean }, emphasis: .context)
          Band(
            x: pattern.cells.map(\.level), low: pattern.cells.map { 100 * $0.rate.low },
            high: pattern.cells.map { 100 * $0.rate.high }, series: "pattern")
          Line(
            x: pattern.cells.map(\.level), y: pattern.cells.map { 100 * $0.rate.mean },
            series: "pattern")
        }
      }
    }
  }

  // MARK: - Assumptions

  /// What one assumption alone does at the critical traffic.
  var tornado: Figure? {
    guard let tornado = result.tornado else { return nil }
    let bars = tornado.tornado.bars
    let names = bars.map { bar in
      let assumption = tornado.assumptions[bar.factor]
      let ends = [assumption.low, assumption.high].map { $0.text(significantDigits: 3) }
      return "\(assumption.name) \(ends[0])–\(ends[1])"
    }
    return Figure(
      "assumptions", "Which assumption matters most at the critical traffic",
      caption: """
        Change of the stranded share when one assumption alone is a fifth less or more, from \
        \(tornado.tornado.base.text(significantDigits: 2)) % at \(tornado.traffic.text(decimals: 0)) cars an hour and \
        \(plan.words(result.middle.size)); means of \(tornado.replicates) runs with the same cars, and 95 % intervals of the \
        paired differences.
        """,
      keywords: ["traffic sweep", "sensitivity", "tornado"], legend: .above
    ) {
      Panel(
        x: Axis("Change of stranded share", unit: "percentage points"), y: .categories(names),
        aspect: 0.13 * Double(max(3, names.count))
      ) {
        Bars(
          [.init("a fifth less", bars.map(\.low)), .init("a fifth more", bars.map(\.high))],
          .stacked, .horizontal)
        for changes in [tornado.lowChanges, tornado.highChanges] {
          let own = bars.map { changes[$0.factor] }
          Intervals(
            at: bars.indices.map(Double.init), centre: own.map(\.mean), low: own.map(\.low),
            high: own.map(\.high), series: "95 % interval", .horizontal)
        }
        Rule(x: 0)
      }
    }.styled("95 % interval", .ink)
  }

  // MARK: - Attribution

  /// What one more charger at each station does.
  var attribution: Figure? {
    guard let attribution = result.attribution else { return nil }
    let stations = Array(attribution.stations.enumerated())
    let names = stations.map { "\($0.offset + 1) (\($0.element.position.text(decimals: 0)) km)" }
    let places = stations.indices.map(Double.init)
    func marks(
      _ series: String, _ sign: Double, _ shift: Double,
      _ field: (ChargerAttribution.Station) -> Interval
    ) -> [Mark] {
      let intervals = stations.map { field($0.element) }
      return Intervals(
        at: places.map { $0 + shift }, centre: intervals.map { sign * $0.mean },
        low: intervals.map { sign > 0 ? $0.low : -$0.high },
        high: intervals.map { sign > 0 ? $0.high : -$0.low }, series: series, .horizontal
      ).marks
    }
    let shares = stations.compactMap(\.element.share)
    return Figure(
      "attribution", "What one more charger at one station saves",
      caption: """
        Left: cars that one more charger saves, others that strand instead (to the left), and what remains, per run at \
        \(attribution.traffic.text(decimals: 0)) cars an hour. Right: each station's share in what one more charger everywhere saves \
        (Shapley). Bars: 95 % intervals over \(attribution.replicates) runs.
        """,
      keywords: ["stranding", "counterfactual", "Shapley"], format: FigureFormat(.report, .double),
      arrangement: Arrangement(
        columns: 2, columnWeights: [1.3, 1], sharesY: true), legend: .above
    ) {
      Panel(
        x: .number("Cars per run"), y: .categories(names, label: "Station"), aspect: 0.62
      ) {
        Rule(x: 0)
        marks("saved", 1, -0.2, \.rescued)
        marks("newly stranded", -1, 0, \.newlyStranded)
        marks("fewer in all", 1, 0.2, \.net)
      }
      if shares.count == stations.count {
        Panel(
          x: Axis("Share of what all save", unit: "%", zero: true),
          y: .categories(names, label: "Station"), aspect: 0.8
        ) {
          Rule(x: 0)
          Intervals(
            at: places, centre: shares.map { 100 * $0.mean }, low: shares.map { 100 * $0.low },
            high: shares.map { 100 * $0.high }, .horizontal)
        }
      }
    }
  }
}

extension Factor {
  /// What it is called beside its values.
  var title: String { label + (unit.map { " (\($0))" } ?? "") }
}

extension SeriesStyle {
  /// For intervals upon bars.
  static let ink = SeriesStyle(name: "ink", colour: .black, marker: .plus)
  /// For lines upon dark colours.
  static let chalk = SeriesStyle(name: "chalk", colour: .white)
}
