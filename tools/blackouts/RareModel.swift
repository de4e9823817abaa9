package import AnalysisKit
import HighwayStudies
package import HighwayWorld
import Randomness
import Statistics
package import Text

/// How often runs get from one level of energy not served to the next, by splitting.
///
/// A path is a run from its start to its end; its level is what has not been served so far. Paths that cross a level are
/// copied, and each copy draws its future anew (``HighwayWorld/HighwayRun/renew(with:)``). What is not served never
/// shrinks, so it is enough to look every ten minutes.
package struct RareModel: RebuildableModel {
  /// What stands under `world` in its documents.
  package static let world = "highway-rare"

  /// The scenario.
  package let scenario: HighwayScenario
  /// The levels in kWh, ascending; the last is the rare event.
  package let levels: [Double]
  /// How many paths start from each level.
  package let effort: Int
  private let plan: HighwayPlan

  private static let step = 600.0

  /// Prepares paths of a scenario, or says what is wrong with it.
  package init(_ scenario: HighwayScenario, levels: [Double], effort: Int) throws(ScenarioFailure) {
    var scenario = scenario
    scenario.name = "rare"
    scenario.replications = 1
    self.scenario = scenario
    (self.levels, self.effort) = (levels, effort)
    plan = try HighwayPlan(scenario)
  }

  /// Makes the model that has a document.
  package init(document: JSONObject) throws(ToolFailure) {
    let own = try HighwayDocument(document)
    let (levels, effort) = (try own.numbers("levels"), try own.integer("effort"))
    guard !levels.isEmpty, effort > 0, document["step_s"]?.number == Self.step else {
      throw own.complaint(
        "levels", "there is nothing to cross, or not in the steps of this evtools")
    }
    let scenario = try own.scenario()
    do { try self.init(scenario, levels: levels, effort: effort) } catch {
      throw own.complaint("scenario." + error.path, error.problem)
    }
  }

  package var document: JSONObject {
    [
      "world": .string(Self.world), "version": .integer(HighwayQuestion.version),
      "scenario": (try? JSON(encoding: scenario)) ?? .null,
      "levels": .array(levels.map { .number($0) }), "effort": .integer(effort),
      "step_s": .number(Self.step),
    ]
  }

  package var measures: [String] { levels.indices.map { "crossed_\($0)" } }

  /// Each replicate is one repetition; there is only one design.
  package func results(
    of design: [Double], replicates: [Int]
  ) throws(ToolFailure) -> [[Double]] {
    let key = RandomKey(seed: UInt64(bitPattern: Int64(scenario.seed))).key("blackouts").key("rare")
    let study = FixedEffortSplitting(levels: levels, effort: effort, key: key)
    return replicates.map { repetition in
      study.crossings(
        repetition: repetition, begin: begin, advance: Self.advance, level: Self.level
      ).map(Double.init)
    }
  }

  /// Begins a run with a seed of its own.
  private func begin(_ key: RandomKey) -> HighwayRun {
    HighwayRun(plan, seed: Int(truncatingIfNeeded: key.words(0)[0] >> 11))
  }

  private static func advance(_ run: inout HighwayRun, _ key: RandomKey, _ step: Int) -> Bool {
    if step == 0 { run.renew(with: key) }
    run.advance(to: run.time + Self.step)
    return !run.isOver
  }

  /// What has not been served since the end of the warm-up, and before.
  private static func level(_ run: HighwayRun) -> Double { run.reading.total(\.notServed) }
}
