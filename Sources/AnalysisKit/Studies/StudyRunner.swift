internal import RunRecords
internal import Synchronization

/// Asks a model for evaluations, and remembers them.
///
///     let runner = try workshop.study(of: question)
///     let results = try runner.evaluate("grid", designs.map { StudyTask($0, replicates: 0..<20) })
///     results[0][3]   // the measures of the fourth replicate of the first design
///
/// What was worked out before, in this run before a kill or in another study of the same output folder, is taken from
/// there. Nothing of what comes back depends on that, nor on who did the work.
public final class StudyRunner<Model: StudyModel>: Sendable {
  /// What is asked.
  public let model: Model
  /// How many replicates of a design one worker takes at a time.
  private let pieceSize = 8
  private let keys: StudyKeys
  private let executor: any StudyExecutor
  private let memories: [any EvaluationMemory]
  private let listener: (any ProgressListener)?
  private let ledger = Mutex(StudyLedger())

  init(
    _ model: Model, keys: StudyKeys, executor: any StudyExecutor, memories: [any EvaluationMemory],
    listener: (any ProgressListener)?
  ) {
    self.model = model
    self.executor = executor
    self.memories = memories
    self.listener = listener
    self.keys = keys
  }

  /// Works out what is not known yet, and remembers it.
  ///
  /// - Parameters:
  ///   - name: What is worked out, for those who watch.
  ///   - tasks: What is asked for; the same may be asked for again.
  /// - Returns: The measures of each replicate of each task.
  /// - Throws: What stopped the work; what was done by then is kept.
  public func evaluate(
    _ name: String, _ tasks: [StudyTask]
  ) throws(ToolFailure) -> [[[Double]]] {
    let names = tasks.map { keys.keys(of: $0.design, replicates: $0.replicates) }
    let board = Mutex(StudyBoard(try recalled(names.flatMap { $0 })))
    let pieces = pieces(tasks, names, missingOn: board.withLock { $0.results })
    // Who watches is told of what this run has not asked for before.
    let total = ledger.withLock { ledger in tasks.reduce(0) { $0 + ledger.fresh(in: $1) } }
    let missing = pieces.reduce(0) { $0 + $1.replicates.count }
    listener?.began(name, done: total - missing, total: total)
    defer { listener?.ended(name) }
    let outcome = Swift.Result { () throws(ToolFailure) in
      try executor.work(pieces, of: model) {
        [memories, listener] (piece, results) throws(ToolFailure) in
        let entries = Array(zip(pieces[piece].keys, results).map { KeptEvaluation($0, $1) })
        let done = board.withLock { $0.take(entries) }
        do throws(FileFailure) {
          for memory in memories { try memory.record(entries) }
        } catch {
          throw .file(error)
        }
        listener?.advanced(name, done: total - missing + done, total: total)
      }
    }
    // What is done is kept whether or not all of it was.
    do throws(FileFailure) { for memory in memories { try memory.flush() } } catch {
      throw .file(error)
    }
    _ = try outcome.get()
    let results = board.withLock { $0.results }
    let rows = names.map { $0.compactMap { results[$0] } }
    ledger.withLock { ledger in
      for (task, rows) in zip(tasks, rows) { ledger.note(task, rows) }
    }
    return rows
  }

  /// Every evaluation that was asked for: designs in the order in which they were first asked for, replicates in theirs.
  public var evaluations: [StudyEvaluation] { ledger.withLock { $0.evaluations } }

  /// How many different evaluations were asked for.
  public var count: Int { ledger.withLock { $0.count } }

  private func recalled(_ keys: [ContentKey]) throws(ToolFailure) -> [ContentKey: [Double]] {
    var results: [ContentKey: [Double]] = [:]
    results.reserveCapacity(keys.count)
    var missing = keys
    for (place, memory) in memories.enumerated() where !missing.isEmpty {
      do throws(FileFailure) {
        let found = try memory.recall(missing)
        var entries: [KeptEvaluation] = []
        for case (let key, let values?) in zip(missing, found)
        where values.count == model.measures.count {
          results[key] = values
          entries.append(KeptEvaluation(key, values))
        }
        // A study keeps in its own memory what it took from that of others.
        if place > 0, !entries.isEmpty { try memories[0].record(entries) }
      } catch {
        throw .file(error)
      }
      missing = missing.filter { results[$0] == nil }
    }
    return results
  }

  /// Cuts into pieces what is not known yet, each evaluation once.
  private func pieces(
    _ tasks: [StudyTask], _ names: [[ContentKey]], missingOn results: [ContentKey: [Double]]
  ) -> [StudyPiece] {
    var asked: Set<ContentKey> = []
    var pieces: [StudyPiece] = []
    for (task, keys) in zip(tasks, names) {
      let missing = zip(task.replicates, keys).filter {
        results[$0.1] == nil && asked.insert($0.1).inserted
      }
      for start in stride(from: 0, to: missing.count, by: pieceSize) {
        let part = missing[start..<min(start + pieceSize, missing.count)]
        pieces.append(
          StudyPiece(design: task.design, replicates: part.map(\.0), keys: part.map(\.1)))
      }
    }
    return pieces
  }
}

/// What is known so far, shared by the workers.
private struct StudyBoard {
  var results: [ContentKey: [Double]]
  private var done = 0

  init(_ results: [ContentKey: [Double]]) { self.results = results }

  mutating func take(_ entries: [KeptEvaluation]) -> Int {
    for entry in entries { results[entry.key] = entry.values }
    done += entries.count
    return done
  }
}
