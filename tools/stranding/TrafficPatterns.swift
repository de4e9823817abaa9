import AnalysisKit
import ChargingModels
import HighwayStudies
import HighwayWorld
import Randomness
import Text

/// The same sweep with traffic that spreads over the day in other ways.
struct TrafficPatterns: Sendable {
  /// One way, with its levels.
  struct Pattern: Sendable {
    let name: String
    let cells: [StrandingCell]
  }

  let patterns: [Pattern]
  let replicates: Int

  /// Evenly spaced cars, independent ones at a constant and at three varying rates, and bursts.
  private static let processes: [(TrafficProcess, String)] = [
    (.regular, "evenly spaced"), (.poisson, "Poisson"), (.rushHour, "rush hours"),
    (.singlePeak, "one peak at noon"), (.periodic, "two-hour waves"), (.bursty, "bursts"),
  ]

  /// How often each is tried, fewer times than the sweep proper.
  private static let most = 8

  /// Sweeps over the levels with each way, on the road of the middle size.
  init(_ plan: StrandingPlan, replicates: Int, in workshop: Workshop) throws(ToolFailure) {
    let (replicates, processes) = (min(replicates, Self.most), Self.processes)
    self.replicates = replicates
    let factor = Factor(
      "pattern", key: "traffic.process",
      .choice(processes.map { .string($0.0.rawValue) }))
    let model = StrandingModel(
      try plan.question([plan.infrastructure, factor, .traffic(plan.levels)], workshop))
    let designs = processes.indices.flatMap { process in
      plan.levels.map { [plan.sizes[plan.middle], Double(process), $0] }
    }
    let rows = try workshop.study(of: model)
      .evaluate("patterns of traffic", designs, .fixed(replicates))
    let key = RandomKey(seed: UInt64(workshop.seed)).key("patterns")
    patterns = processes.enumerated().map { process, entry in
      Pattern(
        name: entry.1,
        cells: plan.levels.enumerated().map { place, level in
          let index = process * plan.levels.count + place
          return StrandingCell(rows[index], at: level, of: model, key: key.key(index))
        })
    }
  }
}

extension StrandingPlan {
  /// Asks the highway of this plan about other factors.
  func question(_ factors: [Factor], _ workshop: Workshop) throws(ToolFailure) -> HighwayQuestion {
    try Self.question(model.question.scenario, factors, workshop)
  }

  /// Asks a highway about factors.
  static func question(
    _ scenario: HighwayScenario, _ factors: [Factor], _ workshop: Workshop
  ) throws(ToolFailure) -> HighwayQuestion {
    do { return try HighwayQuestion(scenario, factors, seed: workshop.seed) } catch {
      throw .input(
        InputFailure(
          file: "the scenario", keyPath: error.path, problem: error.problem, remedy: error.remedy))
    }
  }

  /// The scenario of the middle size.
  func middleScenario(traffic: Double) throws(ToolFailure) -> HighwayScenario {
    do { return try model.question.scenario(of: [sizes[middle], traffic]) } catch {
      throw .input(
        InputFailure(
          file: "the scenario", keyPath: error.path, problem: error.problem, remedy: error.remedy))
    }
  }
}
