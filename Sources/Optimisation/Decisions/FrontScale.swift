/// A front in units of its own: 0 is the best of each objective on it, 1 the worst.
///
/// Euros and minutes can only be weighed against each other in such units.
public struct FrontScale: Hashable, Sendable {
  /// The best of each objective.
  public let ideal: [Double]
  /// The worst of each objective.
  public let nadir: [Double]

  /// Measures a front.
  public init(of front: ObjectiveTable) {
    let columns = 0..<front.objectives
    ideal = columns.map { column in
      (0..<front.count).reduce(.infinity) { min($0, front.values[$1 * front.objectives + column]) }
    }
    nadir = columns.map { column in
      (0..<front.count).reduce(-.infinity) { max($0, front.values[$1 * front.objectives + column]) }
    }
  }

  /// Returns a design in these units; an objective that is the same everywhere is 0.
  public func scaled(_ objectives: [Double]) -> [Double] {
    objectives.indices.map { column in
      let range = nadir[column] - ideal[column]
      return range > 0 ? (objectives[column] - ideal[column]) / range : 0
    }
  }
}
