/// A place on the page, in points from the upper left corner; y grows downward.
public struct Point: Equatable, Hashable, Sendable {
  /// From the left edge.
  public var x: Double
  /// From the upper edge.
  public var y: Double

  /// Names a place.
  public init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }

  /// The distance to another place.
  public func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}

/// An upright rectangle on the page, in points.
public struct Rectangle: Equatable, Hashable, Sendable {
  /// The left edge.
  public var left: Double
  /// The upper edge.
  public var top: Double
  /// The right edge.
  public var right: Double
  /// The lower edge.
  public var bottom: Double

  /// Makes a rectangle of its edges.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  /// The least rectangle around places; nil when there are none.
  public init?(around points: some Sequence<Point>) {
    var box: Rectangle?
    for point in points {
      box =
        box?.reaching(point)
        ?? Rectangle(left: point.x, top: point.y, right: point.x, bottom: point.y)
    }
    guard let box else { return nil }
    self = box
  }

  /// From the left to the right edge.
  public var width: Double { right - left }
  /// From the upper to the lower edge.
  public var height: Double { bottom - top }
  /// The place in the middle.
  public var centre: Point { Point((left + right) / 2, (top + bottom) / 2) }
  /// The four corners, clockwise from the upper left.
  public var corners: [Point] {
    [Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)]
  }

  /// The rectangle with each edge moved outward, or inward when the distance is negative.
  public func grown(by distance: Double) -> Rectangle {
    Rectangle(
      left: left - distance, top: top - distance, right: right + distance,
      bottom: bottom + distance)
  }

  /// The least rectangle around this one and a place.
  public func reaching(_ point: Point) -> Rectangle {
    Rectangle(
      left: Swift.min(left, point.x), top: Swift.min(top, point.y),
      right: Swift.max(right, point.x), bottom: Swift.max(bottom, point.y))
  }

  /// The least rectangle around both.
  public func union(_ other: Rectangle) -> Rectangle {
    Rectangle(
      left: Swift.min(left, other.left), top: Swift.min(top, other.top),
      right: Swift.max(right, other.right), bottom: Swift.max(bottom, other.bottom))
  }

  /// What both have in common; nil when they do not meet.
  public func intersection(_ other: Rectangle) -> Rectangle? {
    let common = Rectangle(
      left: Swift.max(left, other.left), top: Swift.max(top, other.top),
      right: Swift.min(right, other.right), bottom: Swift.min(bottom, other.bottom))
    return common.left <= common.right && common.top <= common.bottom ? common : nil
  }

  /// Whether more than their edges meet.
  public func overlaps(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether the place is inside or on an edge.
  public func contains(_ point: Point) -> Bool {
    left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
  }

  /// Whether the other rectangle is inside, give or take a distance.
  public func contains(_ other: Rectangle, tolerance: Double = 0) -> Bool {
    other.left >= left - tolerance && other.right <= right + tolerance
      && other.top >= top - tolerance && other.bottom <= bottom + tolerance
  }
}
