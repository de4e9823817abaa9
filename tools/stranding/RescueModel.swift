package import AnalysisKit
package import HighwayStudies
import HighwayWorld
package import Text

/// Which cars other numbers of chargers save: the same replicate is run twice, and the cars that strand are compared one by
/// one.
///
/// Car *n* of a replicate is the same car in both runs, with the same driver and battery at the same moment.
package struct RescueModel: RebuildableModel {
  /// What stands under `world` in its documents.
  package static let world = "highway-rescues"

  let question: HighwayQuestion
  /// The design to compare with.
  let base: [Double]

  /// How many strand, and how many of them because of the design or no more.
  package let measures = ["stranded", "rescued", "newly_stranded"]

  /// Compares designs of a question with one of them.
  package init(question: HighwayQuestion, base: [Double]) {
    (self.question, self.base) = (question, base)
  }

  /// Makes the model that has a document.
  package init(document: JSONObject) throws(ToolFailure) {
    let own = try HighwayDocument(document)
    self.init(question: try HighwayQuestion(document: document), base: try own.numbers("base"))
    guard base.count == question.factors.count else {
      throw own.complaint("base", "it has not one number for each factor")
    }
  }

  /// What its results depend on.
  package var document: JSONObject {
    question.document.merging([
      "world": .string(Self.world), "base": .array(base.map { .number($0) }),
    ])
  }

  /// Runs some replicates of a design, and the same of the design to compare with.
  package func results(of design: [Double], replicates: [Int]) throws(ToolFailure) -> [[Double]] {
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
