package import AnalysisKit
package import HighwayStudies
import HighwayWorld
package import Text

/// A question to the highway with what a sweep over traffic wants to know beside: when cars strand.
package struct StrandingModel: RebuildableModel {
  /// What stands under `world` in its documents.
  package static let world = "highway-strandings"

  let question: HighwayQuestion
  /// Into how many equal parts the time that counts is divided.
  let bins: Int
  /// The numbers of the question, the first stranding, and how many strand in each part of the time.
  package let measures: [String]

  /// Asks a question with bins of about half an hour.
  package init(_ question: HighwayQuestion) {
    self.question = question
    bins = min(96, max(8, Int((2 * Self.hours(question.scenario)).rounded(.up))))
    measures =
      question.measures + ["first_stranding_h"] + (0..<bins).map { "stranded_in_bin_\($0 + 1)" }
  }

  /// The hours that count.
  private static func hours(_ scenario: HighwayScenario) -> Double {
    max(0, scenario.duration - scenario.warmUp)
  }

  /// How long a bin is, in hours.
  var binHours: Double { Self.hours(question.scenario) / Double(bins) }

  /// Makes the model that has a document.
  package init(document: JSONObject) throws(ToolFailure) {
    self.init(try HighwayQuestion(document: document))
  }

  /// What its results depend on.
  package var document: JSONObject {
    question.document.merging(["world": .string(Self.world), "bins": .integer(bins)])
  }

  /// Runs some replicates of a design.
  package func results(of design: [Double], replicates: [Int]) throws(ToolFailure) -> [[Double]] {
    try question.outcomes(of: design, replicates: replicates) { outcome in
      let times = outcome.strandings.filter { $0.cause != .infeasible }
        .map { $0.time / 3600 - question.scenario.warmUp }.filter { $0 >= 0 }
      var counts = [Double](repeating: 0, count: bins)
      for time in times { counts[min(bins - 1, Int(time / binHours))] += 1 }
      // Infinity stands for a run in which no car strands.
      return HighwayQuestion.values(of: outcome) + [times.min() ?? .infinity] + counts
    }
  }

  /// The place of a measure in a row of results.
  func place(of measure: String) -> Int {
    guard let place = measures.firstIndex(of: measure) else {
      preconditionFailure("there is no measure named \(measure)")
    }
    return place
  }
}
