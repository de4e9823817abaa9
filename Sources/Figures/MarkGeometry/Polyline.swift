/// Places joined in order by straight lines.
///
///     Polyline([Point(0, 0), Point(3, 4)]).length   // 5.0
///     Polyline.split([Point(0, 0), Point(.nan, 1), Point(2, 2)]).count   // 2
public struct Polyline: Equatable, Hashable, Sendable {
  /// The places, in order; the first is not repeated at the end of a closed line.
  public var points: [Point]
  /// Whether the last place is joined to the first.
  public var isClosed: Bool

  /// Joins places.
  public init(_ points: [Point], isClosed: Bool = false) {
    (self.points, self.isClosed) = (points, isClosed)
  }

  /// Returns the stretches between gaps: a place with a NaN or an infinity belongs to none.
  ///
  /// A lone place between two gaps is a line of one place, which a mark may draw as a dot.
  public static func split(_ points: some Sequence<Point>) -> [Polyline] {
    var lines: [Polyline] = []
    var stretch: [Point] = []
    for point in points {
      if point.x.isFinite, point.y.isFinite {
        stretch.append(point)
      } else if !stretch.isEmpty {
        lines.append(Polyline(stretch))
        stretch = []
      }
    }
    return stretch.isEmpty ? lines : lines + [Polyline(stretch)]
  }

  /// The distance along the line from its first place to its end.
  public var length: Double { ArcLength(self).total }

  /// The line as a path.
  public var path: Path { Path(through: points, isClosed: isClosed) }
}
