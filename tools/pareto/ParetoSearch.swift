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
    let tried = designs.count * plan.replications
    let allocation = try refine(runs: max(0, plan.options.runs - tried))
    return ParetoResult(
      plan, designs, generations: generations, allocation: allocation,
      evaluations: runner.evaluations, seed: seed)
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
      try take(search.proposals, "generation \(generations.count + 1)")
      search.accept(designs[first...].map { $0.outcome(plan) })
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
