import HighwayStudies
import HighwayWorld
import Reports
import Statistics
import Text

/// Puts what was found into words and tables.
struct SitingReport {
  private let result: SitingResult

  init(_ result: SitingResult) { self.result = result }

  private var plan: SitingPlan { result.plan }
  private var best: SitingModel.Design { result.optimum.design }
  private var currency: String { plan.costs.currency }

  /// The whole report.
  var report: Report {
    let drawn = SitingFigures(result: result)
    let figures = drawn.all.map { Report.Part.figure($0) }
    let front = [drawn.front].compactMap { $0.map { Report.Part.figure($0) } }
    var report = Report(
      title: "Where should stations stand?", verdict: verdict,
      parts: [.keyNumbers(keyNumbers), .prose(method), .table(siteTable)] + front
        + figures.prefix(2)
        + [.table(trialTable), .prose(checkWords)] + figures.dropFirst(2), json: json,
      data: SitingTables(result).all)
    report.seed = plan.scenario.seed
    return report
  }

  // MARK: - Words

  private var verdict: String {
    let sites = best.sites.map { "km \($0.position.shortestText) with \($0.chargers)" }
    var text =
      "\(best.sites.count.counted("station", "stations")) cost least, at "
      + "\(sites.listed(conjunction: "and")) chargers: \(millions(best.cost)) M\(currency) a year for stations and towing."
    if let gap = result.gap {
      text +=
        gap < 5e-5
        ? " The given places are as good."
        : " The given places, with chargers for the same waits, cost \(percent(gap)) % more."
    } else {
      text += " At the given places no number of chargers keeps the waits."
    }
    let short = result.given.sites.count { ($0.needed ?? .max) > $0.chargers }
    if short > 0 {
      text += " \(short) of the given \(result.given.sites.count) have too few chargers for them."
    }
    return text
  }

  private var method: String {
    let options = plan.options
    let coverage =
      options.coverage.map { " Every way must be drivable for \($0.shortestText) % of its cars." }
      ?? ""
    let blocked =
      options.blocked.map {
        " and at most \($0.shortestText) % find the waiting room full"
      } ?? ""
    return """
      Of \(plan.model.candidates.count) candidate places (every \(options.step.shortestText) km and those of the given design) every choice of at \
      most \(options.stations) is compared, by a dynamic programme that is exact for the model. In the model cars charge \
      at the nearest station to where they would, and each station has the fewest chargers with which 95 % of sessions in the busiest hour \
      wait at most \(options.wait.shortestText) min\(blocked) (M/M/c). A car that cannot drive a way between two \
      stations is towed, for \(options.towing.shortestText) \(currency).\(coverage) The needs are those of \(options.cars.groupedText) cars drawn from \
      fleet and drivers\(plan.misfits > 0 ? ", of which \(plan.misfits.groupedText) have no plug for the chargers and are left out" : "").
      """
  }

  /// Whether the simulation says what the model does.
  private var checkWords: String {
    let asked = best.sites.reduce(0) { $0 + $1.charging.sessions }
    let load = best.sites.reduce(0) { $0 + $1.charging.load }
    let seen = result.optimum.sessionsPerHour
    var sentences = [
      """
      The model expects \(asked.text(decimals: 1)) sessions an hour at the optimum that keep \(load.text(decimals: 1)) chargers busy; \
      the simulation, whose drivers choose for themselves, has \(seen.text(decimals: 1)) and \(result.optimum.mean(7).text(decimals: 1)).
      """
    ]
    for (name, other) in [("evenly spread", result.even), ("the given", result.givenTrial)] {
      let cost = PairedDifference(result.optimum.sample(0), other.sample(0)).interval
      let stranded = PairedDifference(result.optimum.sample(1), other.sample(1)).interval
      let wait = PairedDifference(result.optimum.sample(2), other.sample(2)).interval
      sentences.append(
        """
        Optimum minus \(name), paired over \(plan.options.replications) runs: cost \(signed(cost, 2)) M\(currency) a year, \
        stranded \(signed(stranded, 2)) %, 95 % wait \(signed(wait, 1)) min.
        """)
    }
    return sentences.joined(separator: " ")
  }

  private func signed(_ interval: Interval, _ decimals: Int) -> String {
    func text(_ value: Double) -> String { value.text(decimals: decimals) }
    return "\(text(interval.mean)) (\(text(interval.low)) to \(text(interval.high)))"
  }

  private func millions(_ amount: Double) -> String { (amount / 1e6).text(decimals: 3) }

  private func percent(_ share: Double) -> String { (100 * share).text(decimals: 1) }

  // MARK: - Numbers

  private var keyNumbers: [KeyNumber] {
    var numbers = [
      KeyNumber("Least cost", millions(best.cost), unit: "M\(currency) a year"),
      KeyNumber("Stations", "\(best.sites.count)"), KeyNumber("Chargers", "\(best.chargers)"),
      KeyNumber(
        "Cars towed, by the model", best.towed.groupedText(decimals: 0), unit: "a year"),
    ]
    if let gap = result.gap {
      numbers.append(KeyNumber("Gap of the given places", percent(gap), unit: "%"))
    }
    for (name, trial) in [("Optimum", result.optimum), ("Given", result.givenTrial)] {
      let share = trial.interval(1)
      numbers.append(
        KeyNumber(
          "\(name): stranded in the simulation", share.mean.text(decimals: 2),
          interval: "\(share.low.text(decimals: 2)) to \(share.high.text(decimals: 2))", unit: "%",
          sampleSize: plan.options.replications))
    }
    return numbers
  }

  private var siteTable: ReportTable {
    ReportTable(
      caption: "The stations of the optimum.",
      columns: [
        .init("place (km)"), .init("chargers"), .init("sessions an hour"),
        .init("kWh an hour"), .init("busiest load (erlangs)"), .init("95 % wait then (min)"),
      ],
      rows: best.sites.map { site in
        let wait = plan.model.sizing.wait95(load: site.peakLoad, chargers: site.chargers)
        return [
          site.position.text(decimals: 1), "\(site.chargers)",
          site.charging.sessions.text(decimals: 1), site.charging.energy.text(decimals: 0),
          site.peakLoad.text(decimals: 2), (60 * wait).text(decimals: 1),
        ]
      })
  }

  private var trialTable: ReportTable {
    ReportTable(
      caption: """
        Designs in the event simulation: means ± half of the 95 % interval over \(plan.options.replications) runs with the same \
        cars. Model: stations and towing. Simulated cost: building, upkeep and energy.
        """,
      columns: [
        .init("design", isNumeric: false), .init("stations"), .init("chargers"),
        .init("model (M\(currency) a year)"), .init("simulated"),
        .init("stranded (%)"), .init("at most"), .init("95 % wait (min)"),
      ],
      rows: result.trials.map { trial in
        let (cost, wait) = (trial.interval(0), trial.interval(2))
        let stranded = trial.interval(1)
        return [
          trial.origin.words(trial.design.sites.count == result.best),
          "\(trial.design.sites.count)", "\(trial.design.chargers)", millions(trial.design.cost),
          cost.mean.text(decimals: 2) + " ± " + cost.halfWidth.text(decimals: 2),
          stranded.mean.text(decimals: 2), stranded.high.text(decimals: 2),
          wait.mean.text(decimals: 1) + " ± " + (wait.high - wait.mean).text(decimals: 1),
        ]
      })
  }

  // MARK: - For machines

  private var json: JSONObject {
    [
      "scenario": .string(plan.options.source), "seed": .integer(plan.scenario.seed),
      "verdict": .string(verdict), "optimum": json(result.optimum),
      "even": json(result.even), "given": json(result.givenTrial),
      "gap": result.gap.map { .number($0) } ?? .null,
      "given_keeps_target": .bool(result.given.keepsTarget),
      "cost_by_stations": .array(
        result.optima.dropFirst().map { $0.map { .number($0.cost) } ?? .null }),
      "candidates": .integer(plan.model.candidates.count),
      "mean_session_min": .number(60 * plan.model.demand.meanSession),
      "peak_factor": .number(plan.model.peakFactor),
    ]
  }

  private func json(_ trial: SitingResult.Trial) -> JSON {
    func interval(_ objective: Int) -> JSON {
      let interval = trial.interval(objective)
      return [
        "mean": .number(interval.mean), "low": .number(interval.low),
        "high": .number(interval.high),
      ]
    }
    return [
      "places_km": .array(trial.design.positions.map { .number($0) }),
      "chargers": .array(trial.design.sites.map { .integer($0.chargers) }),
      "model_cost": .number(trial.design.cost),
      "model_towed_per_year": .number(trial.design.towed),
      "simulated_cost_m": interval(0), "simulated_stranded_percent": interval(1),
      "simulated_wait_p95_min": interval(2), "replications": .integer(trial.samples.count),
    ]
  }
}

extension SitingResult.Origin {
  /// What the design is called in tables.
  func words(_ isBest: Bool) -> String {
    switch self {
    case .optimum: isBest ? "optimum" : "best places"
    case .even: "even"
    case .given: "given"
    }
  }
}
