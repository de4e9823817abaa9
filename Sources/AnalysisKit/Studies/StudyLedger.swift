/// One evaluation that a study asked for, with what came of it.
public struct StudyEvaluation: Equatable, Sendable {
  /// The number of the design, in the order in which designs were first asked for.
  public var number: Int
  /// One value for each factor.
  public var design: [Double]
  /// Which replicate.
  public var replicate: Int
  /// One number for each measure.
  public var values: [Double]
}

/// All that a study has asked for, in an order that depends on the questions alone.
struct StudyLedger {
  private var numbers: [[Double]: Int] = [:]
  private var designs: [(design: [Double], rows: [[Double]?])] = []
  private(set) var count = 0

  /// How many evaluations of a task have not been asked for before.
  func fresh(in task: StudyTask) -> Int {
    guard let number = numbers[task.design] else { return task.replicates.count }
    let rows = designs[number].rows
    return task.replicates.count { $0 >= rows.count || rows[$0] == nil }
  }

  mutating func note(_ task: StudyTask, _ rows: [[Double]]) {
    let number = numbers[task.design, default: designs.count]
    if number == designs.count {
      numbers[task.design] = number
      designs.append((task.design, []))
    }
    let room = task.replicates.upperBound - designs[number].rows.count
    if room > 0 { designs[number].rows += Array(repeating: nil, count: room) }
    for (replicate, row) in zip(task.replicates, rows) {
      if designs[number].rows[replicate] == nil { count += 1 }
      designs[number].rows[replicate] = row
    }
  }

  var evaluations: [StudyEvaluation] {
    designs.enumerated().flatMap { number, entry in
      entry.rows.enumerated().compactMap { replicate, values in
        values.map {
          StudyEvaluation(
            number: number, design: entry.design, replicate: replicate, values: $0)
        }
      }
    }
  }
}
