internal import Synchronization

/// The threads of this process.
public struct ThreadExecutor: StudyExecutor {
  private let threads: Int
  private let interruption: @Sendable () -> Bool

  /// Takes a number of threads, and somebody who says whether to stop.
  public init(threads: Int, interruption: @escaping @Sendable () -> Bool = { false }) {
    self.threads = threads
    self.interruption = interruption
  }

  /// Works out all pieces; the first failure ends the work.
  public func work<Model: StudyModel>(
    _ pieces: [StudyPiece], of model: Model,
    done: @escaping @Sendable (_ piece: Int, _ results: [[Double]]) throws(ToolFailure) -> Void
  ) throws(ToolFailure) {
    let failure = Mutex<ToolFailure?>(nil)
    Workers.run(pieces.count, threads: threads) { [interruption] index in
      guard failure.withLock({ $0 == nil }) else { return }
      do throws(ToolFailure) {
        if interruption() { throw .interrupted }
        let piece = pieces[index]
        try done(index, try model.results(of: piece.design, replicates: piece.replicates))
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
  }
}
