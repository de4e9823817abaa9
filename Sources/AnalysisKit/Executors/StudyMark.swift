public import RunRecords

/// What is said to all who work on the studies of a run, by an empty file among them.
public enum StudyMark: String, Sendable {
  /// The run needs no more work.
  case over
  /// Somebody wants the run to stop; it can go on later.
  case cancelled

  /// Whether it has been said.
  public func stands(in studies: String) -> Bool { FileSystem.exists(studies + "/" + rawValue) }

  /// Says it.
  public func set(in studies: String) throws(FileFailure) {
    try FileSystem.write([], to: studies + "/" + rawValue)
  }

  /// Takes it back.
  public func clear(in studies: String) { try? FileSystem.remove(studies + "/" + rawValue) }
}
