public import RunRecords
internal import Synchronization

/// Where a tool works: its random numbers, its hands, its files, and somebody who watches.
public final class Workshop: Sendable {
  /// Where all random numbers come from.
  public let seed: Int
  /// How many threads work; results do not depend on it.
  public let threads: Int
  private let journal: EvaluationJournal?
  private let listener: (any ProgressListener)?
  private let interruption: @Sendable () -> Bool
  private let executor: any StudyExecutor
  private let memories: MemoriesOpener
  private let readFiles = Mutex<[RunRecord.InputFile]>([])

  /// Opens the memories of the study with a fingerprint: its own first, then those that it shares.
  public typealias MemoriesOpener =
    @Sendable (_ study: String) throws(FileFailure) -> [any EvaluationMemory]

  /// Furnishes a workshop.
  ///
  /// - Parameters:
  ///   - seed: Where all random numbers come from.
  ///   - threads: How many threads work.
  ///   - journal: Keeps evaluations as they come and recalls those of an earlier try.
  ///   - listener: Is told how far the work has come.
  ///   - interruption: Says whether somebody asked to stop.
  ///   - executor: Who does the work of studies; nil for the threads.
  ///   - memories: Where studies keep their evaluations; nowhere if left out.
  public init(
    seed: Int, threads: Int = 1, journal: EvaluationJournal? = nil,
    listener: (any ProgressListener)? = nil,
    interruption: @escaping @Sendable () -> Bool = { false },
    executor: (any StudyExecutor)? = nil,
    memories: @escaping MemoriesOpener = { (_) throws(FileFailure) in [] }
  ) {
    self.seed = seed
    self.threads = threads
    self.journal = journal
    self.listener = listener
    self.interruption = interruption
    self.executor = executor ?? ThreadExecutor(threads: threads, interruption: interruption)
    self.memories = memories
  }

  /// Stops here when somebody asked to; long evaluations call it now and then.
  public func stopIfInterrupted() throws(ToolFailure) {
    if interruption() { throw .interrupted }
  }

  /// Reads an input file and remembers its fingerprint for the record of the run.
  public func read(_ file: FilePath) throws(ToolFailure) -> [UInt8] {
    let bytes: [UInt8]
    do { bytes = try FileSystem.read(file.text) } catch { throw .file(error) }
    let input = RunRecord.InputFile(path: file.text, sha256: SHA256.hex(of: bytes))
    readFiles.withLock { if !$0.contains(input) { $0.append(input) } }
    return bytes
  }

  /// The files read so far.
  public var inputs: [RunRecord.InputFile] { readFiles.withLock { $0 } }

  /// Begins a study of a model, or goes on with it where an earlier try was broken off.
  public func study<Model: StudyModel>(
    of model: Model
  ) throws(ToolFailure) -> StudyRunner<Model> {
    let keys = StudyKeys(model.document)
    do throws(FileFailure) {
      return StudyRunner(
        model, keys: keys, executor: executor, memories: try memories(keys.study),
        listener: listener)
    } catch {
      throw .file(error)
    }
  }

  /// Does a number of independent evaluations on all threads and returns their results in order.
  ///
  /// Each evaluation is a function of its index alone. So the results do not depend on the number of
  /// threads, and those that a broken-off run has already done are taken from its journal. When
  /// somebody asks to stop, no further evaluation begins and those done are kept.
  ///
  /// - Parameters:
  ///   - name: What is evaluated, for the journal and for those who watch; one line, and within a run
  ///     the same name only for the same function.
  ///   - count: How many evaluations there are.
  ///   - body: The evaluation of one index.
  /// - Returns: The results, in the order of the indices.
  /// - Throws: What stopped the work: an interruption, the failure of an evaluation, or a journal
  ///   that cannot be written.
  public func evaluate(
    _ name: String, count: Int,
    _ body: @escaping @Sendable (Int) throws(ToolFailure) -> [Double]
  ) throws(ToolFailure) -> [[Double]] {
    let board = Mutex(Board(results: (0..<count).map { journal?.recall(name, $0) }))
    let missing = board.withLock { board in
      board.results.indices.filter { board.results[$0] == nil }
    }
    let recalled = count - missing.count
    listener?.began(name, done: recalled, total: count)
    defer { listener?.ended(name) }
    Workers.run(missing.count, threads: threads) { turn in
      guard board.withLock({ $0.failure == nil }) else { return }
      let index = missing[turn]
      let outcome = Swift.Result { () throws(ToolFailure) in
        try self.stopIfInterrupted()
        return try body(index)
      }
      board.withLock { board in
        board.take(outcome, at: index, name, self.journal)
        self.listener?.advanced(name, done: recalled + board.done, total: count)
      }
    }
    journal?.synchronise()
    let (results, failure) = board.withLock { ($0.results, $0.failure) }
    if let failure { throw failure }
    return results.compactMap { $0 }
  }
}

/// Somebody who wants to know how far the work has come.
public protocol ProgressListener: Sendable {
  /// A piece of work begins, part of which may have been done before.
  func began(_ name: String, done: Int, total: Int)
  /// One more part is done.
  func advanced(_ name: String, done: Int, total: Int)
  /// The work has ended, well or not.
  func ended(_ name: String)
}

/// The results so far, shared by the workers.
private struct Board {
  var results: [[Double]?]
  var failure: ToolFailure?
  var done = 0

  mutating func take(
    _ outcome: Swift.Result<[Double], ToolFailure>, at index: Int, _ name: String,
    _ journal: EvaluationJournal?
  ) {
    switch outcome {
    case .failure(let problem): failure = failure ?? problem
    case .success(let values):
      results[index] = values
      done += 1
      do { try journal?.record(name, index, values) } catch { failure = failure ?? .file(error) }
    }
  }
}
