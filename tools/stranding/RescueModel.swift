import AnalysisKit
import HighwayStudies
import HighwayWorld
import Text

/// Which cars other numbers of chargers save: the same replicate is run twice, and the cars that strand are compared one by
/// one.
///
/// Car *n* of a replicate is the same car in both runs, with the same driver and battery at the same moment.
struct RescueModel: StudyModel {
  let question: HighwayQuestion
  /// The design to compare with.
  let base: [Double]

  let measures = ["stranded", "rescued", "newly_stranded"]

  var document: JSONObject {
    question.document.merging([
      "asked": "which cars are saved", "base": .array(base.map { .number($0) }),
    ])
  }

  func results(of design: [Double], replicates: [Int]) throws(ToolFailure) -> [[Double]] {
    let before = try stranded(base, replicates)
    let after = try stranded(design, replicates)
    return zip(before, after).map { before, after in
      [
        Double(after.count), Double(before.subtracting(after).count),
        Double(after.subtracting(before).count),
      ]
    }
  }

  /// The numbers of the cars that the network leaves standing.
  private func stranded(
    _ design: [Double], _ replicates: [Int]
  ) throws(ToolFailure) -> [Set<Int>] {
    let start = 3600 * question.scenario.warmUp
    return try question.outcomes(of: design, replicates: replicates) { outcome in
      Set(
        outcome.strandings.filter { $0.cause != .infeasible && $0.time >= start }.map(\.vehicle))
    }
  }
}
