import AnalysisKit
import RunRecords
import Synchronization
import Text

/// A model whose results are easy to foresee, and which counts how often it is asked.
final class CountingModel: StudyModel {
  let measures = ["sum", "replicate"]
  let asked = Mutex(0)
  let breaksAfter: Int?

  init(breaksAfter: Int? = nil) { self.breaksAfter = breaksAfter }

  var document: JSONObject { ["world": "counting"] }

  func results(of design: [Double], replicates: [Int]) throws(ToolFailure) -> [[Double]] {
    let count = asked.withLock { count in
      count += replicates.count
      return count
    }
    if let breaksAfter, count > breaksAfter { throw .interrupted }
    return replicates.map { [design.reduce(0, +) + Double($0), Double($0)] }
  }
}

/// Keeps evaluations as long as it lives.
final class ShortMemory: EvaluationMemory {
  private let entries = Mutex<[ContentKey: [Double]]>([:])

  func recall(_ keys: [ContentKey]) throws(FileFailure) -> [[Double]?] {
    entries.withLock { entries in keys.map { entries[$0] } }
  }

  func record(_ new: [KeptEvaluation]) throws(FileFailure) {
    entries.withLock { entries in for entry in new { entries[entry.key] = entry.values } }
  }

  func flush() throws(FileFailure) {}

  var count: Int { entries.withLock { $0.count } }
}
