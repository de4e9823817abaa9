import AnalysisKit
import Text

/// A model that can be made again, with a term that only its document knows.
struct AddingModel: RebuildableModel {
  static let world = "adding"
  let measures = ["sum", "replicate"]
  let term: Double

  init(term: Double) { self.term = term }

  init(document: JSONObject) throws(ToolFailure) {
    guard let term = document["term"]?.number else { throw .defect("no term") }
    self.term = term
  }

  var document: JSONObject { ["world": "adding", "term": .number(term)] }

  func results(of design: [Double], replicates: [Int]) throws(ToolFailure) -> [[Double]] {
    if design[0] == 13 { throw .input(InputFailure(file: "13", problem: "it brings bad luck")) }
    return replicates.map { [design.reduce(term, +) / 3, Double($0)] }
  }
}
