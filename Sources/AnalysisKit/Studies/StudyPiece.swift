public import RunRecords

/// What one worker does in one go: some replicates of one design.
public struct StudyPiece: Equatable, Sendable {
  /// One value for each factor.
  public var design: [Double]
  /// Which replicates, in increasing order.
  public var replicates: [Int]
  /// The name of each evaluation.
  public var keys: [ContentKey]

  /// Puts together a piece of work.
  public init(design: [Double], replicates: [Int], keys: [ContentKey]) {
    self.design = design
    self.replicates = replicates
    self.keys = keys
  }
}

/// Who does the work of a study: the threads of this process, or other processes and machines.
public protocol StudyExecutor: Sendable {
  /// Works out all pieces and hands over the results of each as they come, from any thread and in any order.
  ///
  /// - Parameters:
  ///   - pieces: What is to be done.
  ///   - model: What is asked.
  ///   - done: Takes the results of the piece of a number; throws when no more are wanted.
  /// - Throws: The first failure of a piece, or that somebody asked to stop.
  func work<Model: StudyModel>(
    _ pieces: [StudyPiece], of model: Model,
    done: @escaping @Sendable (_ piece: Int, _ results: [[Double]]) throws(ToolFailure) -> Void
  ) throws(ToolFailure)
}
