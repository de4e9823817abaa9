import AnalysisKit
import HighwayStudies
import HighwayWorld
import Optimisation

/// Tries designs: all of a grid, or those that a search proposes; and then again those that are hard to tell apart.
struct ParetoSearch {
  fileprivate let plan: ParetoPlan
  fileprivate let workshop: Workshop
  fileprivate let runner: StudyRunner<HighwayQuestion>
  /// All designs tried so far, in the order in which they were.
  fileprivate var designs: [ParetoDesign] = []
  /// How many were set aside without a run.
  private var screened = 0
  private var screen = ParetoScreen()
  /// How many had been tried after each generation.
  fileprivate var generations: [Int] = []

  init(_ plan: ParetoPlan, in workshop: Workshop) throws(ToolFailure) {
    self.plan = plan
    self.workshop = workshop
    runner = try workshop.study(of: plan.question)
  }

  /// Tries all that is to be tried.
  mutating func result() throws(ToolFailure) -> ParetoResult {
    switch plan.method {
    case .grid: try tryGrid()
    case .nsga3: try follow(nsga3)
    case .nsga2, .automatic: try follow(nsga2)
    }
    guard !designs.isEmpty else {
      throw .input(
        InputFailure(
          file: plan.options.study, problem: "every design that was proposed is hopeless",
          remedy: "Allow more chargers or stations, or less traffic."))
    }
    let tried = designs.count * plan.replications
    let left = max(0, plan.options.runs - tried)
    // An eighth of what is left is for making sure of the answer.
    var allocation = try refine(runs: left - left / 8)
    allocation += try confirm(runs: left - allocation.reduce(0, +))
    return ParetoResult(
      plan, designs, generations: generations, allocation: allocation,
      evaluations: runner.evaluations, screened: screened, theory: try theory(), seed: seed)
  }

  /// What theory expects of every design that was tried, where it has something to say.
  private mutating func theory() throws(ToolFailure) -> ParetoTheory {
    do throws(ScenarioFailure) {
      return try ParetoTheory(designs, plan, &screen)
    } catch {
      throw .defect("a design that was simulated makes no sense: \(error.path)")
    }
  }

  // MARK: - Finding designs

  private mutating func tryGrid() throws(ToolFailure) {
    try take(Array(plan.space.grid), "designs of the grid")
  }

  fileprivate var seed: UInt64 { UInt64(workshop.seed) }

  private var population: Int { max(8, min(48, plan.options.designs / 6) / 4 * 4) }

  private var nsga2: NSGA2 {
    var settings = NSGA2.Settings()
    settings.population = population
    settings.first = corners
    return NSGA2(plan.space, seed: seed, evaluations: plan.options.designs, settings: settings)
  }

  private var nsga3: NSGA3 {
    var settings = NSGA3.Settings()
    settings.first = corners
    return NSGA3(
      plan.space,
      toward: ReferenceDirections(objectives: plan.objectives.count, atMost: population),
      seed: seed, evaluations: plan.options.designs, settings: settings)
  }

  /// The least, the middle and the most of everything: where the ends of the front may lie.
  private var corners: [Point] {
    let decisions = plan.space.decisions
    return [
      decisions.map(\.lower), decisions.map { 0.5 * ($0.lower + $0.upper) }, decisions.map(\.upper),
    ].map(plan.space.repaired)
  }

  private mutating func follow(_ search: some Search) throws(ToolFailure) {
    var search = search
    while !search.isFinished {
      let first = designs.count
      let forecasts = try search.proposals.map { (point) throws(ToolFailure) in
        try forecast(of: point)
      }
      let isHopeless = forecasts.map { plan.canScreen && $0 > ParetoScreen.hopeless }
      try take(
        zip(search.proposals, isHopeless).filter { !$0.1 }.map(\.0),
        "generation \(generations.count + 1)")
      var tried = designs[first...].makeIterator()
      let outcomes = zip(forecasts, isHopeless).map { forecast, isHopeless in
        guard !isHopeless, let design = tried.next() else {
          // Worse than anything simulated, and the worse the more is lost: a search has to find its way out.
          return Outcome(plan.objectives.map { _ in 0 }, constraints: [1e6 * (1 + forecast)])
        }
        return design.outcome(plan)
      }
      screened += isHopeless.count { $0 }
      search.accept(outcomes)
    }
  }

  /// The visits lost per car that theory expects of a design.
  private mutating func forecast(of point: Point) throws(ToolFailure) -> Double {
    do throws(ScenarioFailure) {
      let scenario = try plan.question.scenario(of: point)
      return try screen.forecast(of: scenario).lostShare(of: scenario)
    } catch {
      throw .input(
        InputFailure(
          file: "the design with \(plan.question.words(for: point))", keyPath: error.path,
          problem: error.problem, remedy: error.remedy))
    }
  }

  /// Tries new designs.
  private mutating func take(_ points: [Point], _ name: String) throws(ToolFailure) {
    let first = designs.count
    for point in points {
      let scenario: HighwayScenario
      do { scenario = try plan.question.scenario(of: point) } catch {
        throw .input(
          InputFailure(
            file: "the design with \(plan.question.words(for: point))", keyPath: error.path,
            problem: error.problem, remedy: error.remedy))
      }
      designs.append(ParetoDesign(point, number: designs.count, plan, scenario))
    }
    let rows = try runner.evaluate(
      name, points.map { StudyTask($0, replicates: 0..<plan.replications) })
    for (offset, rows) in rows.enumerated() { designs[first + offset].take(rows) }
    generations.append(designs.count)
  }
}

// MARK: - Trying again

extension ParetoSearch {
  /// Gives further replicates to designs that are hard to tell apart, round by round, and drops those that are surely
  /// beaten.
  mutating func refine(runs: Int) throws(ToolFailure) -> [Int] {
    var left = runs
    var perRound: [Int] = []
    // A race compares all with all; beyond some hundreds of designs only the best ranks run it.
    let starters = ParetoRanks(
      of: ObjectiveTable(designs.map(\.means)),
      violations: designs.map { $0.violation(plan, slack: ParetoPlan.slack) }
    ).best(600)
    var race = DesignRace(designs: starters.count)
    while left > 0 {
      let replicates = PairedReplicates(starters.map { designs[$0] }, plan)
      race.drop(in: replicates)
      let allocation = ReplicationAllocation(
        of: replicates, active: race.survivors, budget: min(left, max(48, runs / 12)),
        seed: seed &+ UInt64(perRound.count))
      let given = allocation.replicates.reduce(0, +)
      guard given > 0 else { break }
      perRound.append(given)
      left -= given
      let chosen = allocation.replicates.indices.filter { allocation.replicates[$0] > 0 }
      let tasks = chosen.map { place in
        let design = designs[starters[place]]
        return StudyTask(
          design.point, replicates: 0..<design.replications + allocation.replicates[place])
      }
      let rows = try runner.evaluate("round \(perRound.count) of doubtful designs", tasks)
      for (place, rows) in zip(chosen, rows) { designs[starters[place]].take(rows) }
    }
    return perRound
  }
}

extension ParetoSearch {
  /// How often the answer is tried before it is believed.
  private static let enough = 30

  /// Tries again the cheapest design that seems safe, and those that are cheaper and may be: whoever comes out best of many
  /// that were tried a few times has been lucky too.
  mutating func confirm(runs: Int) throws(ToolFailure) -> [Int] {
    guard let cost = plan.objectives.firstIndex(where: { $0.objective == .cost }) else { return [] }
    var left = runs
    var perRound: [Int] = []
    while left > 0 {
      let byCost = designs.indices.sorted {
        (designs[$0].means[cost], $0) < (designs[$1].means[cost], $1)
      }
      let answer = byCost.firstIndex { designs[$0].violation(plan) == 0 } ?? byCost.count - 1
      let doubtful = byCost[...answer].filter { index in
        designs[index].replications < Self.enough && designs[index].mayKeepLimits(plan)
      }.suffix(12)
      var tasks: [StudyTask] = []
      var chosen: [Int] = []
      for index in doubtful {
        let count = designs[index].replications
        let more = min(left, max(2, min(count, Self.enough - count)))
        guard more > 0 else { continue }
        left -= more
        chosen.append(index)
        tasks.append(StudyTask(designs[index].point, replicates: 0..<count + more))
      }
      guard !tasks.isEmpty else { break }
      perRound.append(
        zip(chosen, tasks).reduce(0) { $0 + $1.1.replicates.count - designs[$1.0].replications })
      let rows = try runner.evaluate("making sure of the answer", tasks)
      for (index, rows) in zip(chosen, rows) { designs[index].take(rows) }
    }
    return perRound
  }
}

extension ParetoRanks {
  /// The designs of the first fronts, as many fronts as it takes for a number of designs, in the order of designs.
  fileprivate func best(_ count: Int) -> [Int] {
    var chosen: [Int] = []
    for front in fronts where chosen.count < count { chosen += front }
    return chosen.sorted()
  }
}

extension PairedReplicates {
  /// Takes the replicates of designs; every number in parts of its range, so that doubts about different objectives
  /// can be compared.
  init(_ designs: [ParetoDesign], _ plan: ParetoPlan) {
    let scales = Self.scales(designs, plan)
    self.init(
      designs: designs.count, objectives: plan.objectives.count, constraints: plan.limits.count)
    for (place, design) in designs.enumerated() {
      for (objectives, limited) in zip(design.samples, design.limited) {
        add(
          zip(objectives, scales).map { $0 / $1 }
            + zip(limited, plan.limits).map {
              ($0 - ParetoPlan.slack * $1.most) / max($1.most, 1e-3)
            }, to: place)
      }
    }
  }

  /// The range of each objective.
  static func scales(_ designs: [ParetoDesign], _ plan: ParetoPlan) -> [Double] {
    plan.objectives.indices.map { objective in
      let values = designs.map { $0.means[objective] }
      return max((values.max() ?? 1) - (values.min() ?? 0), 1e-9)
    }
  }
}
