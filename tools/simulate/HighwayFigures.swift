import Figures
import HighwayWorld
import Text

/// What there is to see of a run.
struct HighwayFigures {
  let result: HighwayResult
  let bins: [SeriesBins.Bin]

  init(_ result: HighwayResult) {
    self.result = result
    bins = SeriesBins(result.outcome.series, atMost: 144).bins
  }

  /// Whether the run is so long that the time of day says little.
  private var isLong: Bool { result.outcome.finish.time > 72 * 3600 }

  /// A moment of the run on the axis of all figures over time: the second of the day, or days.
  func clock(_ time: Double) -> Double {
    isLong ? time / 86_400 : result.startSecond + time
  }

  var times: [Double] { bins.map { clock($0.middle) } }

  /// The axis of all figures over time.
  var timeAxis: Axis {
    let (from, to) = (clock(0), clock(result.outcome.finish.time))
    return isLong
      ? Axis("Time since the start", unit: "d", from: from, to: to)
      : .timeOfDay("Time of day", from: from, to: to)
  }

  var hasTime: Bool { bins.count > 1 }

  /// Whether energy flows at all.
  var isPhysical: Bool { result.scenario.service.model == .physics }

  // MARK: - Over time

  /// Where cars are, how much is in use, how full batteries are, what became of cars.
  var overTime: Figure? {
    guard hasTime else { return nil }
    let chargers = Double(result.chargerCount)
    let inUse = road(\.chargingHours).map { min(100, 100 * $0 / chargers) }
    let charge = bins.map { bin -> Double in
      let last = bin.last
      return last.driving + last.waiting + last.charging == 0 ? .nan : 100 * last.meanCharge
    }
    return Figure(
      "over-time", "The road over time",
      caption: """
        Means over steps of \((bins[0].hours * 60).text(decimals: 0)) min; cumulative numbers and states \
        of charge at their ends.
        """,
      keywords: ["highway", "time series"], arrangement: Arrangement(columns: 2, sharesX: true)
    ) {
      Panel(x: timeAxis, y: .number("Vehicles on the road", zero: true)) {
        Line(x: times, y: road(\.drivingHours), series: "driving")
        Line(x: times, y: road(\.waitingHours), series: "waiting")
        Line(x: times, y: road(\.chargingHours), series: "charging")
      }
      Panel(x: timeAxis, y: Axis("Chargers in use", unit: "%", from: 0, to: 100)) {
        Line(x: times, y: inUse)
      }
      if isPhysical {
        Panel(x: timeAxis, y: Axis("Mean state of charge", unit: "%", from: 0, to: 100)) {
          Line(x: times, y: charge)
        }
      }
      Panel(x: timeAxis, y: .number("Vehicles so far", zero: true)) {
        Line(x: times, y: bins.map { Double($0.last.arrived) }, series: "arrived")
        Line(x: times, y: bins.map { Double($0.last.completed) }, series: "completed")
        Line(x: times, y: bins.map { Double($0.last.stranded) }, series: "stranded")
      }
    }
    .styled("driving", Palette.okabeIto.styles[0]).styled("waiting", Palette.okabeIto.styles[1])
    .styled("charging", Palette.okabeIto.styles[2]).styled("arrived", .ink)
    .styled("completed", Palette.okabeIto.styles[3]).styled("stranded", .cross)
  }

  private func road(_ meter: KeyPath<HighwayReading, Double>) -> [Double] {
    bins.map { ($0.last[keyPath: meter] - $0.first[keyPath: meter]) / $0.hours }
  }

  /// Mean cars waiting at each station.
  var queues: Figure? {
    guard hasTime, result.summary.queueMean > 0, result.plan.stationCount <= 60 else { return nil }
    let names = result.stationNames
    return Figure(
      "queues", "Vehicles waiting at each station",
      caption:
        "Colour: mean number of vehicles in line; rows: stations by their place on the road.",
      keywords: ["highway", "queues"]
    ) {
      Panel(
        x: timeAxis, y: .categories(names, label: "Station", reversed: true),
        aspect: min(1, max(0.25, 0.06 * Double(names.count)))
      ) {
        Cells(
          x: times, y: names.indices.map(Double.init),
          values: names.indices.flatMap { station in
            bins.map { max(0, $0.mean(\.waitingHours, at: station)) }
          }, .number("Waiting", .cividis, from: 0))
      }
    }
  }

  /// How busy each station was.
  var stations: Figure? {
    let names = result.stationNames
    guard names.count <= 24 else { return nil }
    let rows = result.stationRows
    let kinds: [(String, (StationRow) -> Int)] = [
      ("gave up", \.abandoned), ("turned away", \.denied), ("drove on", \.balked),
    ]
    let lost = kinds.filter { kind in rows.contains { kind.1($0) > 0 } }
      .map { kind in Bars.Layer(kind.0, rows.map { Double(kind.1($0)) }) }
    return Figure(
      "stations", "The stations beside one another",
      caption: """
        Chargers in use, mean wait of those served, and the requests that ended without charging. \
        Stations by their place on the road.
        """,
      keywords: ["highway", "stations"], arrangement: Arrangement(columns: 1, sharesX: true),
      legend: .above
    ) {
      Panel(x: .categories(names), y: Axis("In use", unit: "%", from: 0, to: 100), aspect: 0.22) {
        Bars([.init("", rows.map { 100 * $0.utilisation })])
      }
      Panel(x: .categories(names), y: Axis("Mean wait", unit: "min", zero: true), aspect: 0.22) {
        Bars([.init("", rows.map(\.meanWait))])
      }
      Panel(
        x: .categories(names, label: "Station"), y: .number("Not charged", zero: true), aspect: 0.22
      ) {
        Bars(lost.isEmpty ? [.init("", rows.map { _ in 0 })] : lost, .stacked)
      }
    }
    .styled("gave up", Palette.okabeIto.styles[1]).styled("turned away", Palette.okabeIto.styles[2])
    .styled("drove on", Palette.okabeIto.styles[5])
  }

  // MARK: - Waits

  /// The share of the served by wait.
  var waits: Figure? {
    let minutes = result.outcome.waits.map(\.minutes)
    guard minutes.count > 1, (minutes.max() ?? 0) > 0 else { return nil }
    let shown = thinned(minutes.sorted(), to: 4000)
    return Figure(
      "waits", "Share of the served by wait",
      caption: """
        \((100 * result.summary.waitProbability).text(decimals: 0)) % had to wait. Steps: shares of \
        \(minutes.count.groupedText) sessions of the first replication; upright line: the 95 % wait.
        """,
      keywords: ["highway", "wait", "ECDF"]
    ) {
      Panel(
        x: Axis("Wait at most", unit: "min", zero: true),
        y: .number("Share of sessions", from: 0, to: 1)
      ) {
        Rule(x: result.summary.wait95, "95 %")
        StepDistribution(shown)
      }
    }
  }

  /// Every so many-th of sorted values, the last one always.
  private func thinned(_ sorted: [Double], to count: Int) -> [Double] {
    guard sorted.count > count else { return sorted }
    return (0..<count).map { sorted[$0 * (sorted.count - 1) / (count - 1)] }
  }

  // MARK: - Strandings

  /// Where and when cars stood still, and why.
  var strandings: Figure? {
    let all = result.outcome.strandings
    guard !all.isEmpty else { return nil }
    let causes = StrandingCause.allCases.filter { cause in all.contains { $0.cause == cause } }
    let length = result.scenario.road.length
    return Figure(
      "strandings", "Where, when and why vehicles stranded",
      caption: """
        \(all.count.counted("vehicle", "vehicles")) of the first replication. Upright lines: stations.
        """,
      keywords: ["highway", "stranding"],
      arrangement: Arrangement(columns: 1, rowWeights: causes.count > 1 ? [2, 1] : []),
      legend: .above
    ) {
      Panel(
        x: Axis("Place", unit: "km", from: 0, to: length), y: timeAxis.grid(false), aspect: 0.45
      ) {
        for station in stationPlaces { Rule(x: station) }
        for cause in causes {
          let own = all.filter { $0.cause == cause }
          Dots(
            x: own.map(\.position), y: own.map { clock($0.time) }, series: cause.name,
            size: own.count > 300 ? 2.5 : 4)
        }
      }
      if causes.count > 1 {
        Panel(
          x: .categories(causes.map(\.name), label: "Cause"), y: .number("Vehicles", zero: true),
          aspect: 0.3
        ) {
          Bars(
            [.init("", causes.map { cause in Double(all.count { $0.cause == cause }) })],
            values: true)
        }
      }
    }
  }

  var stationPlaces: [Double] {
    (0..<result.plan.stationCount).map { result.plan.position(ofStation: $0) }
  }
}

extension SeriesStyle {
  static let coin = SeriesStyle(
    name: "grey", colour: Colour(red: 0x6B, green: 0x6B, blue: 0x6B), dash: .dashed)
  static let ink = SeriesStyle(name: "ink", colour: .black)
  static let cross = SeriesStyle(
    name: "vermilion", colour: Colour(red: 0xD5, green: 0x5E, blue: 0x00), marker: .cross)
}
