internal import RunRecords

/// One of several processes that work out the chunks of a study: those of its share that no shard holds yet.
///
/// It may be killed at any instant and started again, here or elsewhere; what it had finished is not done again.
public struct StudyWorker: Sendable {
  /// Which chunks are its own.
  public var share: WorkShare
  /// The only batch that it looks at; nil for whatever comes until the run is over.
  public var batch: Int?
  /// How many threads work.
  public var threads = 1
  /// How many seconds without anything to do make it go.
  public var patience = 600.0
  /// The name of its file of results; no two processes that are alive may share one.
  public var name: String
  /// The evtools that it is, in words.
  public var program: String
  /// Which models it knows.
  public var models: ModelCatalogue
  /// Says whether somebody asked to stop.
  public var interruption: @Sendable () -> Bool = { false }
  /// Turns a failure into words.
  public var words: @Sendable (ToolFailure) -> String = { "\($0)" }

  /// Makes a worker.
  public init(_ share: WorkShare, name: String, program: String, models: ModelCatalogue) {
    (self.share, self.name, self.program, self.models) = (share, name, program, models)
  }

  /// How its work ended.
  public enum Outcome: Equatable, Sendable {
    /// Its share of the batch is done, or the run is over.
    case done
    /// There was nothing to do for too long.
    case idle
    /// No study appeared for too long.
    case absent
    /// Somebody asked to stop; what was finished is kept.
    case stopped
  }

  /// Works on all studies below a folder: that of a study, or of a run.
  public func work(in folder: String) throws(ToolFailure) -> Outcome {
    var benches: [String: Bench] = [:]
    var pause = GrowingPause(from: 0.02, to: 1)
    var idleSince = ElapsedTime.seconds
    var wasThere = false
    defer { for bench in benches.values { bench.close() } }
    while true {
      if interruption() { return .stopped }
      if isOver(folder) { return .done }
      let studies = try studies(in: folder)
      // A run that is complete takes the folder of its studies away.
      if wasThere, studies.isEmpty { return .done }
      wasThere = wasThere || !studies.isEmpty
      var worked = false
      for study in studies {
        do throws(ToolFailure) {
          let bench = if let bench = benches[study.path] { bench } else { try Bench(study, self) }
          benches[study.path] = bench
          if try bench.work() { worked = true }
        } catch {
          if case .interrupted = error { return .stopped }
          throw error
        }
      }
      if batch != nil, wasThere { return .done }
      let now = ElapsedTime.seconds
      if worked {
        idleSince = ElapsedTime.seconds
        pause.reset()
      } else if now - idleSince >= patience {
        return wasThere ? .idle : .absent
      }
      ElapsedTime.wait(pause.take())
    }
  }

  private func studies(in folder: String) throws(ToolFailure) -> [StudyFolder] {
    do { return try StudyFolder.all(below: folder) } catch {
      // It may be taken away while we look.
      if error.reason == .missing { return [] }
      throw .file(error)
    }
  }

  private func isOver(_ folder: String) -> Bool {
    [folder, folder + "/study", folder + "/.."].contains { place in
      StudyMark.over.stands(in: place) || StudyMark.cancelled.stands(in: place)
    }
  }
}

/// What a worker needs for one study.
private final class Bench {
  private let folder: StudyFolder
  private let worker: StudyWorker
  private let model: any RebuildableModel
  private var reader: ShardReader
  private var shard: ShardWriter?
  /// The newest batch of which the share is done.
  private var finished = 0

  init(_ folder: StudyFolder, _ worker: StudyWorker) throws(ToolFailure) {
    guard folder.program == worker.program else {
      throw .input(
        InputFailure(
          file: folder.path,
          problem: "it was begun by evtools \(folder.program), and this is \(worker.program)",
          remedy: "Results of two versions do not mix. Start workers of the same program."))
    }
    model = try worker.models.model(of: folder.document)
    guard StudyKeys(model.document).study == folder.fingerprint else {
      throw .input(
        InputFailure(
          file: folder.path, problem: "this evtools makes another model of it",
          remedy: "Start workers of the program that began the study."))
    }
    (self.folder, self.worker) = (folder, worker)
    reader = folder.reader()
  }

  /// Works out what is left of the share of the newest batch; returns whether there was anything.
  func work() throws(ToolFailure) -> Bool {
    guard let (number, batch) = try nextBatch() else { return false }
    for (chunk, pieces) in batch.chunks.enumerated() where worker.share.holds(chunk) {
      let missing = pieces.filter { $0.keys.contains { reader[$0] == nil } }
      guard !missing.isEmpty, let failure = attempt(missing) else { continue }
      try settle(failure, batch: number, chunk: chunk)
    }
    finished = number
    return true
  }

  /// The batch to work on, with all that others have done of it; nil when there is none.
  private func nextBatch() throws(ToolFailure) -> (number: Int, batch: StudyBatch)? {
    do throws(FileFailure) {
      var newest = worker.batch
      if newest == nil { newest = try folder.newestBatch }
      guard let number = newest, number > finished, !folder.isDone(number) else { return nil }
      try reader.readOn()
      return (number, try folder.batch(number))
    } catch {
      throw .file(error)
    }
  }

  private func opened() throws(FileFailure) -> ShardWriter {
    if let shard { return shard }
    let shard = try ShardWriter(
      in: folder.shards, name: worker.name, identity: folder.fingerprint)
    self.shard = shard
    return shard
  }

  /// Gives the file of results its lasting name.
  func close() { _ = try? shard?.complete() }

  private func attempt(_ pieces: [StudyPiece]) -> ToolFailure? {
    let executor = ThreadExecutor(threads: worker.threads, interruption: worker.interruption)
    do throws(ToolFailure) {
      let shard = try ToolFailure.ofFiles { () throws(FileFailure) in try opened() }
      try executor.work(pieces, of: model) { (piece, results) throws(ToolFailure) in
        try ToolFailure.ofFiles { () throws(FileFailure) in
          try shard.append(zip(pieces[piece].keys, results).map { KeptEvaluation($0, $1) })
        }
      }
      return nil
    } catch {
      return error
    }
  }

  /// Notes what would fail again and again, and passes on what another try may mend.
  private func settle(
    _ failure: ToolFailure, batch: Int, chunk: Int
  ) throws(ToolFailure) {
    switch failure {
    case .usage, .input, .defect:
      try ToolFailure.ofFiles { () throws(FileFailure) in
        try folder.noteFailure(worker.words(failure), batch: batch, chunk: chunk)
      }
    case .file, .interrupted, .missing: break
    }
    throw failure
  }
}
