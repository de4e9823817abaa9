internal import RunRecords

/// What one call of a study still waits for, and where it comes from.
struct StudyDesk {
  /// What was asked for.
  let pieces: [StudyPiece]
  /// Takes the results of a piece.
  let done: @Sendable (_ piece: Int, _ results: [[Double]]) throws(ToolFailure) -> Void
  private let folder: StudyFolder
  private var reader: ShardReader
  /// The pieces that are not done, in increasing order.
  private(set) var missing: [Int]
  private var batch: StudyBatch?

  init(
    _ folder: StudyFolder, _ pieces: [StudyPiece],
    _ done: @escaping @Sendable (_ piece: Int, _ results: [[Double]]) throws(ToolFailure) -> Void
  ) {
    (self.folder, self.pieces, self.done) = (folder, pieces, done)
    reader = folder.reader()
    missing = Array(pieces.indices)
    folder.forgetFailures()
  }

  /// Whether nothing is missing.
  var isClear: Bool { missing.isEmpty }

  /// Notes that pieces were done here.
  mutating func clear(_ places: [Int]) {
    let gone = Set(places)
    missing.removeAll { gone.contains($0) }
  }

  /// Takes what has come into the shards since the last time; returns whether there was anything.
  @discardableResult
  mutating func collect() throws(ToolFailure) -> Bool {
    do throws(FileFailure) {
      guard try reader.readOn() > 0 else { return false }
    } catch {
      throw .file(error)
    }
    var left: [Int] = []
    for place in missing {
      let keys = pieces[place].keys
      let results = keys.compactMap { reader[$0] }
      if results.count == keys.count { try done(place, results) } else { left.append(place) }
    }
    missing = left
    return true
  }

  // MARK: - Batches

  /// The newest batch, if it is not done and holds all that is missing: the run was broken off in the middle of it.
  mutating func openBatch() throws(ToolFailure) -> CrewJob? {
    do throws(FileFailure) {
      guard let number = try folder.newestBatch, !folder.isDone(number) else { return nil }
      let open = try folder.batch(number)
      guard Set(open.keys).isSuperset(of: missing.flatMap { pieces[$0].keys }) else { return nil }
      batch = open
      return job(number, open)
    } catch {
      throw .file(error)
    }
  }

  /// Hands out pieces as a new batch.
  mutating func handOut(_ places: [Int], perChunk: Int) throws(ToolFailure) -> CrewJob {
    let batch = StudyBatch(places.map { pieces[$0] }, perChunk: perChunk)
    self.batch = batch
    let number = try ToolFailure.ofFiles { () throws(FileFailure) in try folder.add(batch) }
    return job(number, batch)
  }

  /// Says that a batch is done.
  func finish(_ job: CrewJob) throws(ToolFailure) {
    try ToolFailure.ofFiles { () throws(FileFailure) in try folder.finish(job.batch) }
  }

  private func job(_ number: Int, _ batch: StudyBatch) -> CrewJob {
    CrewJob(
      folder: folder.path, study: folder.fingerprint, batch: number, chunks: batch.chunks.count)
  }

  /// The chunks of which something is missing.
  var gaps: [ChunkGap] {
    let wanted = Set(missing.flatMap { pieces[$0].keys })
    return (batch?.chunks ?? []).enumerated().compactMap { number, chunk in
      let count = chunk.reduce(0) { count, piece in
        count + piece.keys.count { wanted.contains($0) && reader[$0] == nil }
      }
      return count > 0 ? ChunkGap(chunk: number, evaluations: count) : nil
    }
  }

  /// Passes on that a chunk cannot be worked out, however often one tries.
  func refuseFailures(of job: CrewJob) throws(ToolFailure) {
    guard let failure = folder.failure(batch: job.batch) else { return }
    throw .input(
      InputFailure(
        file: failure.file, problem: "a worker could not do its work: \(failure.words)"))
  }
}
