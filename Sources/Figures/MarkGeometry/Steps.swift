/// Lines that run level and upright by turns: what counts, prices and set points do between readings.
///
///     Steps(.after).line(through: [Point(0, 1), Point(2, 5)])   // (0, 1), (2, 1), (2, 5)
public struct Steps: Equatable, Hashable, Sendable {
  /// Where the line rises between two places.
  public let rise: Rise

  /// Where a line rises.
  public enum Rise: String, CaseIterable, Equatable, Hashable, Sendable {
    /// At the earlier place, so that each value holds up to its place.
    case before
    /// At the later place, so that each value holds from its place on.
    case after
    /// Halfway between the two.
    case middle
  }

  /// Chooses where lines rise.
  public init(_ rise: Rise) { self.rise = rise }

  /// Returns the line that steps from each place to the next; all places must be finite.
  public func line(through points: [Point]) -> [Point] {
    guard var last = points.first else { return [] }
    var steps = [last]
    steps.reserveCapacity(3 * points.count)
    for point in points.dropFirst() {
      switch rise {
      case .before: steps.append(Point(last.x, point.y))
      case .after: steps.append(Point(point.x, last.y))
      case .middle:
        let middle = 0.5 * last.x + 0.5 * point.x
        steps += [Point(middle, last.y), Point(middle, point.y)]
      }
      steps.append(point)
      last = point
    }
    return steps
  }

  /// Returns the lines between gaps, each stepping on its own.
  public func lines(through points: some Sequence<Point>) -> [Polyline] {
    Polyline.split(points).map { Polyline(line(through: $0.points)) }
  }
}
