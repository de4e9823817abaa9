internal import RunRecords
internal import Synchronization

/// Hands the work of a study to others by a folder, and takes the results from there.
///
/// Each call becomes a batch of chunks in the study's ``StudyFolder``. Whether something is done is seen in the
/// shards alone; so workers may be killed, start again or come late, and a run that is broken off finds what they did
/// meanwhile. What others cannot do, or what takes no time, is done here.
public final class FolderExecutor: StudyExecutor {
  private let studies: String
  private let program: String
  private let models: ModelCatalogue
  private let crew: any WorkerCrew
  private let size: ChunkSize
  private let here: ThreadExecutor
  private let interruption: @Sendable () -> Bool
  private let tell: @Sendable (String) -> Void
  private let wasTold = Atomic(false)

  /// Prepares to hand out work.
  ///
  /// - Parameters:
  ///   - studies: The folder below which studies have theirs.
  ///   - program: The evtools that this is, in words.
  ///   - models: Which models others can make again.
  ///   - crew: Who works.
  ///   - size: How large chunks are.
  ///   - threads: How many threads do what is not handed out.
  ///   - interruption: Says whether somebody asked to stop.
  ///   - tell: Tells the user something, in a sentence.
  public init(
    studies: String, program: String, models: ModelCatalogue, crew: any WorkerCrew,
    size: ChunkSize, threads: Int, interruption: @escaping @Sendable () -> Bool,
    tell: @escaping @Sendable (String) -> Void
  ) {
    (self.studies, self.program, self.models, self.crew) = (studies, program, models, crew)
    (self.size, self.interruption, self.tell) = (size, interruption, tell)
    here = ThreadExecutor(threads: threads, interruption: interruption)
  }

  /// Hands out all pieces that no shard holds yet, and waits until the shards hold everything.
  public func work<Model: StudyModel>(
    _ pieces: [StudyPiece], of model: Model,
    done: @escaping @Sendable (_ piece: Int, _ results: [[Double]]) throws(ToolFailure) -> Void
  ) throws(ToolFailure) {
    guard !pieces.isEmpty else { return }
    guard models.canRebuild(model) else {
      if !wasTold.exchange(true, ordering: .relaxed) {
        tell("other processes cannot make this model again; the threads of this one do its work.")
      }
      return try here.work(pieces, of: model, done: done)
    }
    let folder = try ToolFailure.ofFiles { () throws(FileFailure) in
      try StudyFolder(model, in: studies, program: program)
    }
    var desk = StudyDesk(folder, pieces, done)
    try desk.collect()
    let batch = try handOut(&desk, of: model)
    if let batch { try wait(for: &desk, batch) }
  }

  /// Hands out what is left, or does it here where that is quicker; returns what was handed out.
  private func handOut(
    _ desk: inout StudyDesk, of model: some StudyModel
  ) throws(ToolFailure) -> CrewJob? {
    guard !desk.isClear else { return nil }
    if let open = try desk.openBatch() { return open }
    let each = crew.isRehearsal ? 1 : try secondsPerPiece(&desk, of: model)
    let left = desk.missing
    guard !left.isEmpty else { return nil }
    if !crew.isRehearsal, each * Double(left.count) < size.leastWork {
      try workHere(left, on: &desk, of: model)
      return nil
    }
    return try desk.handOut(left, perChunk: perChunk(left.count, each: each))
  }

  /// How many pieces make a chunk: enough to last, but not so many that somebody has nothing to do.
  private func perChunk(_ count: Int, each: Double) -> Int {
    let lasting = size.pieces(each: each)
    guard let workers = crew.size else { return lasting }
    return max(1, min(lasting, count / max(1, workers)))
  }

  /// How many seconds a crew is left alone.
  private static let tendingPause = 0.2
  private static let longestPilot = 1.0
  private static let mostPilots = 3

  /// Does a few pieces here, from all over the list, to see how long they take.
  private func secondsPerPiece(
    _ desk: inout StudyDesk, of model: some StudyModel
  ) throws(ToolFailure) -> Double {
    let left = desk.missing
    let start = ElapsedTime.seconds
    let step = max(1, left.count / Self.mostPilots)
    var tried = 0
    for place in stride(from: 0, to: left.count, by: step).prefix(Self.mostPilots)
    where tried == 0 || ElapsedTime.seconds - start < Self.longestPilot {
      try workHere([left[place]], on: &desk, of: model)
      tried += 1
    }
    return (ElapsedTime.seconds - start) / Double(max(1, tried))
  }

  private func workHere(
    _ places: [Int], on desk: inout StudyDesk, of model: some StudyModel
  ) throws(ToolFailure) {
    let (pieces, done) = (places.map { desk.pieces[$0] }, desk.done)
    try here.work(pieces, of: model) { (piece, results) throws(ToolFailure) in
      try done(places[piece], results)
    }
    desk.clear(places)
  }

  /// Waits until the shards hold everything, and looks after those who work.
  private func wait(for desk: inout StudyDesk, _ job: CrewJob) throws(ToolFailure) {
    try crew.begin(job)
    var pause = GrowingPause(from: 0.01, to: 0.5)
    var tended = 0.0
    while true {
      if try desk.collect() { pause.reset() }
      if desk.isClear { return try desk.finish(job) }
      if interruption() {
        crew.stop()
        throw .interrupted
      }
      // Who cancels has ended the jobs too.
      if StudyMark.cancelled.stands(in: studies) { throw .interrupted }
      if ElapsedTime.seconds - tended >= Self.tendingPause {
        try desk.refuseFailures(of: job)
        try crew.tend(job, gaps: desk.gaps)
        tended = ElapsedTime.seconds
      }
      ElapsedTime.wait(pause.take())
    }
  }
}
