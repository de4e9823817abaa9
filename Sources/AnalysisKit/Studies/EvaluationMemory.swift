public import RunRecords

/// Where evaluations are kept under the fingerprint of what they depend on.
///
/// A study has one of its own, from which it goes on after a kill; all studies of an output folder share another,
/// so that the second one does not work out again what the first one did.
public protocol EvaluationMemory: Sendable {
  /// Returns what is kept under each name.
  func recall(_ keys: [ContentKey]) throws(FileFailure) -> [[Double]?]
  /// Keeps numbers under names; may take a moment until they are on the disk.
  func record(_ evaluations: [KeptEvaluation]) throws(FileFailure)
  /// Brings everything recorded to the disk.
  func flush() throws(FileFailure)
}
