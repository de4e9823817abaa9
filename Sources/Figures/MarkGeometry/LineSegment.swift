/// A straight line between two places.
public struct LineSegment: Equatable, Hashable, Sendable {
  /// Where it begins.
  public var from: Point
  /// Where it ends.
  public var to: Point

  /// Joins two places.
  public init(from: Point, to: Point) { (self.from, self.to) = (from, to) }

  /// The distance between its ends.
  public var length: Double { from.distance(to: to) }

  /// Returns the part inside a rectangle, edges included; nil when there is none.
  ///
  ///     LineSegment(from: Point(-5, 1), to: Point(5, 1)).clipped(to: box)   // from (0, 1)
  ///
  /// After Y.-D. Liang and B. A. Barsky 1984, doi:10.1145/357332.357333.
  public func clipped(to box: Rectangle) -> LineSegment? {
    let (x, y) = (to.x - from.x, to.y - from.y)
    guard x.isFinite, y.isFinite else { return nil }
    var (start, end) = (0.0, 1.0)
    for (step, room) in [
      (-x, from.x - box.left), (x, box.right - from.x),
      (-y, from.y - box.top), (y, box.bottom - from.y),
    ] {
      if step == 0 {
        guard room >= 0 else { return nil }
      } else if step < 0 {
        start = Swift.max(start, room / step)
      } else {
        end = Swift.min(end, room / step)
      }
    }
    guard start <= end else { return nil }
    func place(_ share: Double) -> Point { Point(from.x + share * x, from.y + share * y) }
    return LineSegment(from: start == 0 ? from : place(start), to: end == 1 ? to : place(end))
  }
}
