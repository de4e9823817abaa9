/// A rectangle turned about its centre: the room of a turned text.
struct TurnedBox {
  let centre: Point
  /// The direction of its length, a vector of length 1.
  let direction: Point
  let width: Double
  let height: Double

  var corners: [Point] {
    [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)].map { across, down in
      let (u, v) = (across * width, down * height)
      return Point(
        centre.x + u * direction.x - v * direction.y, centre.y + u * direction.y + v * direction.x)
    }
  }

  /// Whether a line runs through it.
  func meets(_ segment: LineSegment) -> Bool {
    let flat = Rectangle(
      left: -width / 2, top: -height / 2, right: width / 2, bottom: height / 2)
    return LineSegment(from: own(segment.from), to: own(segment.to)).clipped(to: flat) != nil
  }

  /// Whether it shares a place with another.
  func meets(_ other: TurnedBox) -> Bool {
    other.sides.contains(where: meets) || sides.contains(where: other.meets)
  }

  private var sides: [LineSegment] {
    let corners = corners
    return (0..<4).map { LineSegment(from: corners[$0], to: corners[($0 + 1) % 4]) }
  }

  /// A place as seen from the centre, along the box and across it.
  private func own(_ point: Point) -> Point {
    let (x, y) = (point.x - centre.x, point.y - centre.y)
    return Point(x * direction.x + y * direction.y, y * direction.x - x * direction.y)
  }
}
