import AnalysisKit
import ChargingModels
import Glibc
import HighwayStudies
import HighwayWorld
import RunRecords
import Text

/// A model that costs nothing, so that what remains is the price of the study around it.
private struct NothingToDo: StudyModel {
  let document: JSONObject = ["world": "nothing"]
  let measures = ["a", "b", "c", "d", "e", "f"]

  func results(of design: [Double], replicates: [Int]) throws(ToolFailure) -> [[Double]] {
    replicates.map { [design[0], Double($0), 2, 3, 4, 5] }
  }
}

/// Studies by the clock: what a number of evaluations costs when the model is free, and grids of the highway.
enum Studies {
  /// Evaluates nothing so many times, kept in a file; returns how many it has.
  static func nothing(_ count: Int, file: String, threads: Int) -> Double {
    unlink(file)
    let workshop = Workshop(
      seed: 1, threads: threads,
      memories: { (study) throws(FileFailure) in
        [StoreMemory(try StudyStore(at: file, identity: study))]
      })
    do throws(ToolFailure) {
      let runner = try workshop.study(of: NothingToDo())
      let rows = try runner.evaluate(
        "nothing", (0..<count / 10).map { StudyTask([Double($0)], replicates: 0..<10) })
      return Double(rows.reduce(0) { $0 + $1.count })
    } catch { fatalError("\(error)") }
  }

  /// Simulates designs of a road, kept nowhere; returns how many cars stranded in all.
  static func grid(
    _ scenario: HighwayScenario, _ factors: [Factor], replications: Int, threads: Int
  ) -> Double {
    do {
      let question = try HighwayQuestion(scenario, factors)
      let space = try factors.space()
      let runner = try Workshop(seed: 1, threads: threads).study(of: question)
      let rows = try runner.evaluate(
        "grid", StudyDesign.grid.designs(of: space, seed: 1), .fixed(replications))
      let place = question.index(of: "stranded") ?? 0
      return rows.reduce(0) { $0 + $1.reduce(0) { $0 + $1[place] } }
    } catch { fatalError("\(error)") }
  }

  /// The 14 × 20 designs of the earlier system's optimiser.
  static func upstreamGrid(replications: Int, threads: Int) -> Double {
    var scenario = HighwayScenario.upstream
    scenario.road.length = 200
    scenario.stations.count = 4
    scenario.traffic.vehiclesPerHour = 50
    scenario.traffic.process = .rushHour
    scenario.duration = 10
    scenario.choice.allowsOverflow = false
    return grid(
      scenario,
      [
        HighwayFactor.chargers.varied(.whole(2...15)),
        HighwayFactor.spots.varied(.whole(2...78, step: 4)),
      ], replications: replications, threads: threads)
  }

  /// The seven levels of its traffic sweep.
  static func trafficLevels(replications: Int, threads: Int) -> Double {
    var scenario = HighwayScenario.upstream
    scenario.road.length = 200
    scenario.stations.count = 4
    scenario.stations.chargers = 10
    scenario.waitingSpots = 30
    scenario.duration = 20
    scenario.choice.allowsOverflow = false
    return grid(
      scenario,
      [HighwayFactor.traffic.varied(.choice([30, 60, 90, 120, 150, 200, 300]))],
      replications: replications, threads: threads)
  }
}
