/// The evaluations of a study in one file, which outlives the process however that ends.
///
///     let store = try StudyStore(at: "output/run/study.sqlite", identity: "highway 3, scenario 5f…")
///     try store.record([KeptEvaluation(key, [0.25, 12.5])])
///     try store.recall([key, other])   // [0.25, 12.5], nil
///     try store.flush()
///
/// What is recorded is recalled at once, and is in the file after half a second or 1 000 evaluations, whichever
/// comes first: a kill loses nothing older. Time only decides when something is written, never what. The
/// first result of a key stays. Any thread may use a store.
public final class StudyStore: Sendable {
  /// Who may have the file open.
  public enum Use: Sendable {
    /// One process, with the study's own file; a second one is refused.
    case alone
    /// Several processes of one machine, with a file that studies share.
    case shared
  }

  /// What the file of a study is called in the folder of its run.
  public static let fileName = "study.sqlite"

  private let keeper: Keeper
  private let heartbeat: Heartbeat

  /// Opens a file, or makes it; a file of another identity is refused.
  ///
  /// The identity is whatever makes two studies different: model, scenario, settings.
  public init(at path: String, identity: String, use: Use = .alone) throws(FileFailure) {
    let lock = use == .alone ? try FileLock(for: path) : nil
    let keeper = Keeper(
      try EvaluationTable(at: path, identity: identity, lock: lock, patience: Self.patience))
    self.keeper = keeper
    // What cannot be written now is tried again, and complained of, by the next call.
    heartbeat = Heartbeat(everyMilliseconds: Self.longestWait) { try? keeper.commit() }
  }

  deinit { try? keeper.commit() }

  /// How many milliseconds an evaluation may wait to be written.
  private static let longestWait: Int32 = 500
  /// How many evaluations may wait to be written.
  private static let mostWaiting = 1_000
  /// How many milliseconds to wait for another process.
  private static let patience: Int32 = 10_000

  /// How many evaluations are kept.
  public var count: Int { keeper.count }

  /// Returns the evaluations of keys; nil where there is none.
  public func recall(_ keys: [ContentKey]) throws(FileFailure) -> [KeptEvaluation?] {
    try keeper.recall(keys)
  }

  /// Keeps evaluations.
  ///
  /// After a failure they still wait, and the next call tries again.
  public func record(_ evaluations: [KeptEvaluation]) throws(FileFailure) {
    if keeper.add(evaluations) >= Self.mostWaiting { try keeper.commit() }
  }

  /// Writes all that waits.
  public func flush() throws(FileFailure) { try keeper.commit() }
}
