import Figures

/// What the answers look like: waits over the number of chargers, and the hours of the day.
struct QueueFigures {
  let answers: [StationAnswer]

  /// The figures that have something to show.
  var all: [Figure] { [waits, day].compactMap { $0 } }

  private var finite: [StationAnswer] {
    answers.filter { $0.plan.chargers != nil && $0[.waitMean].mean.isFinite }
  }

  /// Mean and 95 % wait and the use of chargers, with what theory says.
  private var waits: Figure? {
    let shown = finite
    guard !shown.isEmpty else { return nil }
    let names = shown.map { $0.plan.chargers.map(String.init) ?? "unlimited" }
    return Figure(
      "waits", "Waits and use of chargers",
      caption: "Simulated values with their intervals; rings are exact, where theory knows them.",
      arrangement: Arrangement(columns: 2), legend: .above
    ) {
      Panel(x: .categories(names, label: "Chargers"), y: waitAxis(shown)) {
        intervals(.waitMean, "mean", shown, shift: -0.12)
        intervals(.waitP95, "95 % wait no longer", shown, shift: 0.12)
        exact(.waitMean, shown, shift: -0.12)
      }
      Panel(
        x: .categories(names, label: "Chargers"),
        y: Axis("Chargers in use", unit: "%", from: 0, to: 100)
      ) {
        intervals(.utilisation, nil, shown, shift: 0, scale: 100)
        exact(.utilisation, shown, shift: 0, scale: 100)
      }
    }
    .styled("exact", SeriesStyle(name: "ink", colour: .black))
  }

  /// Waits of few and of many chargers differ by orders of magnitude.
  private func waitAxis(_ shown: [StationAnswer]) -> Axis {
    let waits = shown.flatMap { [$0[.waitMean].low ?? $0[.waitMean].mean, $0[.waitP95].mean] }
    let isWide = (waits.max() ?? 1) > 30 * (waits.min() ?? 1)
    return Axis("Wait", unit: "min", isWide ? .symlog(threshold: 1) : .linear, zero: true)
  }

  private func intervals(
    _ measure: Measure, _ series: String?, _ shown: [StationAnswer], shift: Double,
    scale: Double = 1
  ) -> Intervals {
    let estimates = shown.map { $0[measure] }
    return Intervals(
      at: shown.indices.map { Double($0) + shift }, centre: estimates.map { scale * $0.mean },
      low: estimates.map { scale * ($0.low ?? $0.mean) },
      high: estimates.map { scale * ($0.high ?? $0.mean) }, series: series)
  }

  private func exact(
    _ measure: Measure, _ shown: [StationAnswer], shift: Double, scale: Double = 1
  ) -> Dots {
    let values = shown.map { $0[measure].analytic.map { scale * $0 } ?? .nan }
    return Dots(
      x: shown.indices.map { Double($0) + shift }, y: values,
      series: values.contains(where: \.isFinite) ? "exact" : nil, size: 8,
      shape: .circle, hollow: true)
  }

  /// How many charge and wait in each hour, where the day has a pattern.
  private var day: Figure? {
    guard let answer = answers.last, !answer.busyByHour.isEmpty else { return nil }
    let hours = answer.busyByHour.indices.map { Double($0) * 3600 } + [86_400]
    func held(_ estimates: [Estimate], _ value: (Estimate) -> Double) -> [Double] {
      estimates.map(value) + (estimates.last.map { [value($0)] } ?? [])
    }
    func curve(_ estimates: [Estimate], _ name: String) -> [Figures.Mark] {
      [
        .band(
          Band(
            x: hours, low: held(estimates) { $0.low ?? $0.mean },
            high: held(estimates) { $0.high ?? $0.mean }, series: name, steps: .after)),
        .line(
          Line(x: hours, y: held(estimates, \.mean), series: name, steps: .after)),
      ]
    }
    return Figure(
      "day", "Charging and waiting through the day",
      caption: "Means over each hour with their intervals."
    ) {
      Panel(x: .timeOfDay("Time of day"), y: .number("Vehicles", zero: true)) {
        curve(answer.busyByHour, "charging")
        if answer.plan.chargers != nil { curve(answer.queueByHour, "waiting") }
      }
    }
  }
}
