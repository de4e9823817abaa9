import AnalysisKit
import HighwayStudies
import HighwayWorld
import Statistics
import Text

/// Finds the optimum, and simulates it beside other designs.
struct SitingStudy {
  private let plan: SitingPlan

  init(_ plan: SitingPlan) { self.plan = plan }

  func result(in workshop: Workshop) throws(ToolFailure) -> SitingResult {
    let choices = plan.model.programme.cheapest(upTo: plan.options.stations)
    let optima = choices.map { choice in
      choice.map { choice in
        plan.model.design(choice.places.map { plan.model.candidates[$0 - 1] })
      }
    }
    let counts = optima.indices.filter { $0 > 0 && optima[$0] != nil }
    guard let best = counts.min(by: { cost(optima, $0) < cost(optima, $1) }) else {
      throw .usage(
        .conflict(
          "no design of at most \(plan.options.stations) stations with at most "
            + "\(plan.options.mostChargers) chargers each keeps what is asked; allow more of them, "
            + "a longer --wait-p95, or less --coverage."))
    }
    let evens = (0..<optima.count).map { plan.model.design(plan.evenPositions($0)) }
    let groups = plan.given.map { $0.chargers.reduce(0) { $0 + $1.count } }
    let inside = plan.given.indices.filter {
      plan.model.candidates.contains(plan.given[$0].position)
    }
    let given = plan.model.design(
      inside.map { plan.given[$0].position }, chargers: inside.map { groups[$0] })
    var tried = counts.filter { (max(1, best - 2)...(best + 4)).contains($0) }.flatMap { count in
      [(SitingResult.Origin.optimum, optima[count]), (.even, evens[count])]
        .compactMap { origin, design in design.map { SitingResult.Trial(origin, $0) } }
    }
    tried.append(SitingResult.Trial(.given, given))
    try simulate(&tried, in: workshop)
    var result = SitingResult(
      plan: plan, optima: optima, evens: evens, given: given, best: best, trials: tried)
    if let front = plan.front {
      result.sited = try SitedDesigns(
        front, optimum: plan.stations(of: result.optimum.design), given: plan.given, plan.costs,
        replications: plan.options.replications, in: workshop)
    }
    return result
  }

  private func cost(_ optima: [SitingModel.Design?], _ count: Int) -> Double {
    optima[count]?.cost ?? .infinity
  }

  /// Runs every design with the same cars.
  private func simulate(
    _ trials: inout [SitingResult.Trial], in workshop: Workshop
  ) throws(ToolFailure) {
    let layouts = trials.map { trial in
      trial.origin == .given ? plan.given : plan.stations(of: trial.design)
    }
    var lists: [JSON] = []
    do throws(JSONCodingFailure) {
      for layout in layouts { lists.append(try JSON(encoding: layout)) }
    } catch {
      throw .defect("a design cannot be written down: \(error.reason.description)")
    }
    let factor = Factor("layout", key: "stations.list", .choice(lists))
    let question: HighwayQuestion
    do { question = try HighwayQuestion(plan.scenario, [factor], seed: plan.scenario.seed) } catch {
      throw .input(
        InputFailure(
          file: plan.options.source, keyPath: error.path, problem: error.problem,
          remedy: error.remedy))
    }
    let runner = try workshop.study(of: question)
    let rows = try runner.evaluate(
      "designs",
      trials.indices.map { StudyTask([Double($0)], replicates: 0..<plan.options.replications) })
    for index in trials.indices {
      var scenario = plan.scenario
      scenario.stations.list = layouts[index]
      let judge = HighwayJudge(scenario, of: question, SitingResult.Trial.objectives, plan.costs)
      trials[index].samples = rows[index].map(judge.values)
    }
  }
}

/// What was found.
struct SitingResult {
  let plan: SitingPlan
  /// The cheapest design of each number of stations; nil where none keeps what is asked.
  let optima: [SitingModel.Design?]
  /// Evenly spread stations of each number.
  let evens: [SitingModel.Design]
  let given: SitingModel.Design
  /// The number of stations of the cheapest design.
  let best: Int
  /// The designs that were simulated; the given one is the last.
  let trials: [Trial]
  /// Two of them beside the front of a Pareto study.
  var sited: SitedDesigns?

  /// Where a design comes from.
  enum Origin: String {
    case optimum
    case even
    case given
  }

  /// A design that was simulated.
  struct Trial {
    let origin: Origin
    let design: SitingModel.Design
    /// The objectives of each replicate.
    var samples: [[Double]] = []

    init(_ origin: Origin, _ design: SitingModel.Design) {
      (self.origin, self.design) = (origin, design)
    }

    /// What is looked at: cost, stranding, waits; and what bounds a share that was never seen.
    static let objectives: [HighwayObjective] = [
      .cost,
      .measure("stranded_share", label: "Stranded", unit: "%", scale: 100), .wait95,
      .measure("arrivals", label: "", unit: nil),
      .measure("stranded", label: "", unit: nil),
      .measure("served", label: "", unit: nil), .measure("hours", label: "", unit: nil),
      .measure("busy_mean", label: "", unit: nil),
    ]

    func sample(_ objective: Int) -> [Double] { samples.map { $0[objective] } }

    func mean(_ objective: Int) -> Double { RunningMoments(sample(objective)).mean }

    /// The 95 % interval of an objective; a share that was never seen is bounded by the cars that came.
    func interval(_ objective: Int) -> Interval {
      let sample = sample(objective)
      var interval =
        Interval.studentT(sample) ?? Interval(mean: sample[0], low: -.infinity, high: .infinity)
      interval.low = max(0, interval.low)
      guard objective == 1 else { return interval }
      let cars = sum(3)
      guard cars > 0 else { return interval }
      let shares = Interval.wilson(successes: Int(sum(4)), of: Int(cars))
      interval.high = max(interval.high, 100 * shares.high)
      return interval
    }

    private func sum(_ objective: Int) -> Double { sample(objective).reduce(0, +) }

    /// Sessions begun per hour.
    var sessionsPerHour: Double { sum(6) > 0 ? sum(5) / sum(6) : 0 }
  }

  /// The cheapest design.
  var optimum: Trial { trial(.optimum, stations: best) }

  /// The evenly spread design of as many stations.
  var even: Trial { trial(.even, stations: best) }

  var givenTrial: Trial { trials[trials.count - 1] }

  private func trial(_ origin: Origin, stations: Int) -> Trial {
    // The cheapest design has as many stations as its number says; even ones may share a candidate.
    let kept = trials.filter { $0.origin == origin }
    let index = plannedCounts.firstIndex(of: stations) ?? 0
    return kept[min(index, kept.count - 1)]
  }

  /// The numbers of stations that were simulated.
  private var plannedCounts: [Int] {
    optima.indices.filter { optima[$0] != nil && (max(1, best - 2)...(best + 4)).contains($0) }
  }

  /// By how much the given design costs more than the optimum, as a share of the optimum; nil where it keeps the target
  /// with no number of chargers.
  var gap: Double? {
    guard given.costToTarget < .infinity, optimum.design.cost > 0 else { return nil }
    return given.costToTarget / optimum.design.cost - 1
  }
}
