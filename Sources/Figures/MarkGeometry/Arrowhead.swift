/// The head of an arrow: a filled triangle at the end of a line.
///
///     let head = Arrowhead(from: Point(0, 0), to: Point(10, 0), length: 4, width: 3)
///     head?.corners     // (10, 0), (6, 1.5), (6, -1.5)
///     head?.shaftEnd    // (6, 0): where the line should stop, so that the tip stays sharp
public struct Arrowhead: Equatable, Sendable {
  /// The tip, then the two corners behind it.
  public let corners: [Point]
  /// Where the line meets the head.
  public let shaftEnd: Point

  /// Puts a head at the end of a line; nil where the line has no direction.
  ///
  /// A line shorter than the head gets a smaller head of the same shape.
  public init?(from start: Point, to tip: Point, length: Double, width: Double) {
    let distance = start.distance(to: tip)
    guard distance > 0, distance.isFinite, length > 0, width >= 0 else { return nil }
    let size = Swift.min(1, distance / length)
    let (x, y) = ((tip.x - start.x) / distance, (tip.y - start.y) / distance)
    let (back, side) = (length * size, width * size / 2)
    shaftEnd = Point(tip.x - back * x, tip.y - back * y)
    corners = [
      tip, Point(shaftEnd.x - side * y, shaftEnd.y + side * x),
      Point(shaftEnd.x + side * y, shaftEnd.y - side * x),
    ]
  }

  /// The triangle, to be filled.
  public var path: Path { Path(through: corners, isClosed: true) }
}

/// The thin line from a text to what it speaks of.
///
///     let box = Rectangle(left: 0, top: 0, right: 20, bottom: 8)
///     LeaderLine(from: box, to: Point(40, 4), gap: 2)?.start   // (22, 4)
public struct LeaderLine: Equatable, Sendable {
  /// Near the edge of the text's box.
  public let start: Point
  /// At the place that the text speaks of.
  public let end: Point

  /// Draws a line from the nearest edge of a box; nil where the place is no farther than the gaps.
  ///
  /// The line keeps off the box by *gap* and off the place by *clearance*, such as a marker's radius.
  public init?(from box: Rectangle, to place: Point, gap: Double = 1, clearance: Double = 0) {
    let edge = Point(
      Swift.min(Swift.max(place.x, box.left), box.right),
      Swift.min(Swift.max(place.y, box.top), box.bottom))
    let distance = edge.distance(to: place)
    guard distance > gap + clearance, distance.isFinite else { return nil }
    let (x, y) = ((place.x - edge.x) / distance, (place.y - edge.y) / distance)
    start = Point(edge.x + gap * x, edge.y + gap * y)
    end = Point(place.x - clearance * x, place.y - clearance * y)
  }

  /// The line, to be drawn.
  public var path: Path { Path(through: [start, end]) }
}
