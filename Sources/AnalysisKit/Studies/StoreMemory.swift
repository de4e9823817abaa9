public import RunRecords

/// A memory in a file.
public struct StoreMemory: EvaluationMemory {
  private let store: StudyStore

  /// Remembers in a store.
  public init(_ store: StudyStore) { self.store = store }

  /// Returns what is kept under each name.
  public func recall(_ keys: [ContentKey]) throws(FileFailure) -> [[Double]?] {
    try store.recall(keys).map { $0.flatMap { $0.status == .done ? $0.values : nil } }
  }

  /// Keeps evaluations.
  public func record(_ evaluations: [KeptEvaluation]) throws(FileFailure) {
    try store.record(evaluations)
  }

  /// Brings everything recorded to the disk.
  public func flush() throws(FileFailure) { try store.flush() }
}
