/// How much of the space in front of a reference point a set of designs dominates, exactly.
///
///     let indicator = Hypervolume(reference: [4, 4])
///     indicator.volume(of: ObjectiveTable([[1, 3], [2, 2], [3, 1]]))   // 6
///
/// Everything is minimised; a design that is not better than the reference in every objective
/// adds nothing. One to eight objectives, and `Why-Ranks-and-Hypervolume` says how each is swept.
public struct Hypervolume: Hashable, Sendable {
  /// The point that every counted design beats in every objective.
  public let reference: [Double]

  /// Measures from a finite reference point of one to eight objectives.
  public init(reference: [Double]) {
    precondition(
      (1...8).contains(reference.count) && reference.allSatisfy(\.isFinite),
      "a hypervolume has one to eight objectives and a finite reference")
    self.reference = reference
  }

  /// Returns the volume that the rows of a table dominate.
  ///
  /// - Complexity: O(*n* log *n*) for two and three objectives, O(*n*²) for four, and a factor of up to
  ///   *n* more for each further one.
  public func volume(of table: ObjectiveTable) -> Double {
    guard table.count > 0 else { return 0 }
    precondition(table.objectives == reference.count, "the reference has the designs' objectives")
    let points = inside(table)
    return points.withUnsafeBufferPointer { points in
      switch reference.count {
      case 1: reference[0] - (points.min() ?? reference[0])
      case 2: PlaneSweep.area(points, reference)
      case 3: SpaceSweep.volume(points, reference)
      default: SliceSweep.volume(points, reference)
      }
    }
  }

  /// The rows that are better than the reference everywhere, one after another.
  func inside(_ table: ObjectiveTable) -> ContiguousArray<Double> {
    let width = reference.count
    var points = ContiguousArray<Double>()
    points.reserveCapacity(table.values.count)
    table.values.withUnsafeBufferPointer { values in
      reference.withUnsafeBufferPointer { reference in
        for row in 0..<table.count {
          var isInside = true
          for column in 0..<width where values[row * width + column] >= reference[column] {
            isInside = false
          }
          guard isInside else { continue }
          for column in 0..<width { points.append(values[row * width + column]) }
        }
      }
    }
    return points
  }
}
