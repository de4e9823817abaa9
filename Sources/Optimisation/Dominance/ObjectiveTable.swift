/// What several designs reached: one row for each, one column for each objective, smaller is better.
///
///     let table = ObjectiveTable([[1, 4], [2, 2], [3, 3]])
///     table.count        // 3
///     table[2]           // [3, 3]
///
/// The rows lie one after another in one array, because sorting and sweeping a hundred thousand small
/// arrays would spend its time on finding them.
public struct ObjectiveTable: Hashable, Sendable {
  /// How many objectives there are.
  public let objectives: Int
  /// How many designs there are.
  public let count: Int
  /// The rows, one after another.
  public let values: [Double]

  /// Takes rows of equal length, none of them holding NaN.
  public init(_ rows: [[Double]]) {
    let width = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == width }, "every design has the same objectives")
    self.init(values: Array(rows.joined()), objectives: width, count: rows.count)
  }

  /// Takes rows that already lie one after another, without NaN.
  public init(values: [Double], objectives: Int) {
    precondition(
      objectives > 0 && values.count.isMultiple(of: objectives),
      "rows of objectives lie one after another, whole")
    self.init(values: values, objectives: objectives, count: values.count / objectives)
  }

  private init(values: [Double], objectives: Int, count: Int) {
    var hasNaN = false
    for value in values where value.isNaN { hasNaN = true }
    precondition(!hasNaN, "an objective is a number, not NaN")
    self.values = values
    self.objectives = objectives
    self.count = count
  }

  /// Returns what one design reached.
  public subscript(index: Int) -> [Double] {
    Array(values[index * objectives..<(index + 1) * objectives])
  }

  /// Returns what some of the designs reached, in the order of their indices.
  public func rows(_ indices: some Sequence<Int>) -> ObjectiveTable {
    var chosen: [Double] = []
    var number = 0
    for index in indices {
      chosen += values[index * objectives..<(index + 1) * objectives]
      number += 1
    }
    return ObjectiveTable(values: chosen, objectives: objectives, count: number)
  }
}
