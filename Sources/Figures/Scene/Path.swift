/// Lines and curves on the page.
public struct Path: Equatable, Hashable, Sendable {
  /// The steps of the pen, in order.
  public var steps: [Step]

  /// One step of the pen.
  public enum Step: Equatable, Hashable, Sendable {
    /// Lifts the pen and begins elsewhere.
    case move(Point)
    /// Draws a straight line.
    case line(Point)
    /// Draws a cubic Bézier curve by two control points to its end.
    case curve(Point, Point, Point)
    /// Draws a straight line to where this part began.
    case close
  }

  /// Makes a path of its steps.
  public init(_ steps: [Step] = []) { self.steps = steps }

  /// Joins places by straight lines.
  public init(through points: some Sequence<Point>, isClosed: Bool = false) {
    steps = []
    for point in points { steps.append(steps.isEmpty ? .move(point) : .line(point)) }
    if isClosed, !steps.isEmpty { steps.append(.close) }
  }

  /// Makes the outline of a rectangle.
  public init(_ rectangle: Rectangle) { self.init(through: rectangle.corners, isClosed: true) }

  /// Makes a circle of four curves, true to 0.03 % of the radius.
  public init(circleAround centre: Point, radius: Double) {
    let handle = radius * 0.552_284_749_830_793_4
    func place(_ x: Double, _ y: Double) -> Point { Point(centre.x + x, centre.y + y) }
    steps = [
      .move(place(radius, 0)),
      .curve(place(radius, handle), place(handle, radius), place(0, radius)),
      .curve(place(-handle, radius), place(-radius, handle), place(-radius, 0)),
      .curve(place(-radius, -handle), place(-handle, -radius), place(0, -radius)),
      .curve(place(handle, -radius), place(radius, -handle), place(radius, 0)),
      .close,
    ]
  }

  /// Whether there is nothing to draw.
  public var isEmpty: Bool { steps.isEmpty }

  /// Every place the steps name; a curve stays within those of its control points.
  public var points: [Point] {
    var points: [Point] = []
    points.reserveCapacity(steps.count)
    for step in steps {
      switch step {
      case .move(let point), .line(let point): points.append(point)
      case .curve(let first, let second, let end): points += [first, second, end]
      case .close: break
      }
    }
    return points
  }

  /// Draws another path after this one.
  public mutating func append(_ other: Path) { steps += other.steps }

  /// The path moved by a distance.
  public func moved(x: Double, y: Double) -> Path { mapped { Point($0.x + x, $0.y + y) } }

  /// The path with every place put elsewhere.
  public func mapped(_ place: (Point) -> Point) -> Path {
    Path(
      steps.map { step in
        switch step {
        case .move(let point): .move(place(point))
        case .line(let point): .line(place(point))
        case .curve(let first, let second, let end): .curve(place(first), place(second), place(end))
        case .close: .close
        }
      })
  }
}
