/// A choice for every decision of a space, in its order; a category is its index.
public typealias Point = [Double]

/// All the ways to choose.
///
///     let space = try DecisionSpace([
///       Decision("a", .integer(0...100)),
///       Decision("b", .integer(0...100), atMost: .constant(100, minus: ["a": 1])),
///     ])
///     space.repaired([70, 50])   // [70, 30]
///     space.gridCount            // 5151
///
/// A decision depends only on those before it, so one pass in order repairs any point, and repairing
/// what is right already changes nothing.
public struct DecisionSpace: Hashable, Sendable {
  /// The decisions in order.
  public let decisions: [Decision]
  /// The numbers behind the decisions.
  let ranges: [ChoiceRange]
  /// Whether any decision depends on another.
  let hasDependences: Bool
  /// For each decision its bound by others, in indices.
  let limits: [IndexedLimit?]
  /// For each decision when it exists, in indices.
  let conditions: [IndexedCondition?]

  /// Checks decisions and makes a space of them.
  public init(_ decisions: [Decision]) throws(DecisionSpaceFailure) {
    guard !decisions.isEmpty else { throw .empty }
    var limits: [IndexedLimit?] = []
    var conditions: [IndexedCondition?] = []
    for (place, decision) in decisions.enumerated() {
      let before = decisions[..<place]
      if before.contains(where: { $0.name == decision.name }) { throw .repeatedName(decision.name) }
      guard decision.hasValues else { throw .badRange(decision.name) }
      limits.append(try IndexedLimit(of: decision, among: before))
      conditions.append(try IndexedCondition(of: decision, among: before))
    }
    self.decisions = decisions
    ranges = decisions.map(\.range)
    hasDependences = !(limits.allSatisfy { $0 == nil } && conditions.allSatisfy { $0 == nil })
    self.limits = limits
    self.conditions = conditions
  }

  /// How many decisions there are.
  public var count: Int { decisions.count }

  /// Whether there are finitely many points.
  public var isDiscrete: Bool { ranges.allSatisfy { $0.step > 0 } }

  /// Returns the point nearest to any numbers, decision by decision.
  ///
  /// Each value goes to the nearest of its grid, then down to the bound that the decisions before it set;
  /// a decision without a meaning goes to its lowest value, so that two points that mean the same
  /// are the same. NaN becomes the lowest value.
  public func repaired(_ point: Point) -> Point {
    var point = point
    repair(&point)
    return point
  }

  /// Replaces any numbers by the nearest point, as ``repaired(_:)``.
  public func repair(_ point: inout Point) {
    precondition(point.count == decisions.count, "a point has a value for every decision")
    for place in ranges.indices {
      let range = ranges[place]
      let value = point[place]
      guard value > range.lower else {
        point[place] = range.lower
        continue
      }
      let nearest = range.nearest(to: min(value, range.upper))
      point[place] = hasDependences ? min(nearest, highest(place, in: point)) : nearest
    }
  }

  /// Whether a point is one of this space.
  public func contains(_ point: Point) -> Bool {
    point.count == decisions.count && repaired(point) == point
  }

  /// Returns the highest value that a decision may have after those before it.
  func highest(_ place: Int, in point: Point) -> Double {
    let range = ranges[place]
    if let condition = conditions[place], !condition.holds(in: point) { return range.lower }
    guard let limit = limits[place] else { return range.upper }
    return max(range.lower, min(range.upper, range.floor(limit.value(in: point))))
  }
}

extension Decision {
  fileprivate var hasValues: Bool {
    switch kind {
    case .integer(let range, let step):
      step > 0 && range.lowerBound.magnitude < 1 << 53 && range.upperBound.magnitude < 1 << 53
    case .real(let range, let step):
      range.lowerBound.isFinite && range.upperBound.isFinite
        && (range.upperBound - range.lowerBound).isFinite && (step ?? 1) > 0
    case .category(let names): !names.isEmpty && Set(names).count == names.count
    }
  }
}
