internal import Synchronization

/// What a store shares with its heartbeat: the table in the file, and what is not in it yet.
///
/// Threads add to the one while another writes the other. An evaluation is always in one of both for
/// whoever has the table.
final class Keeper: Sendable {
  private let table: Mutex<Table>
  private let waiting = Mutex(Waiting())

  /// SQLite's connection goes from thread to thread, but only one at a time has it.
  private struct Table: @unchecked Sendable {
    let content: EvaluationTable
  }

  private struct Waiting {
    var evaluations: [KeptEvaluation] = []
    var places: [ContentKey: Int] = [:]
    var hasFailed = false

    mutating func add(_ evaluation: KeptEvaluation) {
      guard places[evaluation.key] == nil else { return }
      places[evaluation.key] = evaluations.count
      evaluations.append(evaluation)
    }

    /// Returns what waits; then nothing does.
    mutating func takeAll() -> [KeptEvaluation] {
      let all = evaluations
      evaluations.removeAll(keepingCapacity: true)
      places.removeAll(keepingCapacity: true)
      hasFailed = false
      return all
    }
  }

  init(_ table: sending EvaluationTable) { self.table = Mutex(Table(content: table)) }

  /// How many evaluations there are.
  var count: Int {
    table.withLock { table in
      table.content.count
        + waiting.withLock { $0.evaluations.count { !table.content.holds($0.key) } }
    }
  }

  /// Lets evaluations wait and returns how many do; without limit when they have been waiting in vain.
  func add(_ evaluations: [KeptEvaluation]) -> Int {
    waiting.withLock { waiting in
      for evaluation in evaluations { waiting.add(evaluation) }
      return waiting.hasFailed ? .max : waiting.evaluations.count
    }
  }

  /// Returns the evaluations of keys; where one stands in the file already, that one.
  func recall(_ keys: [ContentKey]) throws(FileFailure) -> [KeptEvaluation?] {
    try table.withLock { table throws(FileFailure) in
      var found = try table.content.evaluations(of: keys)
      waiting.withLock { waiting in
        guard !waiting.evaluations.isEmpty else { return }
        for (place, key) in keys.enumerated() where found[place] == nil {
          found[place] = waiting.places[key].map { waiting.evaluations[$0] }
        }
      }
      return found
    }
  }

  /// Writes all that waits into the file; on failure it goes on waiting.
  func commit() throws(FileFailure) {
    try table.withLock { table throws(FileFailure) in
      let due = waiting.withLock { $0.takeAll() }
      guard !due.isEmpty else { return }
      do throws(FileFailure) {
        try table.content.insert(due)
      } catch {
        waiting.withLock { waiting in
          let later = waiting.takeAll()
          for evaluation in due + later { waiting.add(evaluation) }
          waiting.hasFailed = true
        }
        throw error
      }
    }
  }
}
