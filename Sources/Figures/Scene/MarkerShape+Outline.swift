extension MarkerShape {
  /// Whether it is made of lines only and has nothing to fill.
  public var isOpen: Bool { self == .plus || self == .cross }

  /// The outline around the origin, for a marker of diameter 1; shapes are scaled to look equally heavy.
  public var outline: Path {
    switch self {
    case .circle: Path(circleAround: Point(0, 0), radius: 0.5)
    case .square:
      Path(Rectangle(left: -0.44, top: -0.44, right: 0.44, bottom: 0.44))
    case .triangle: Self.polygon([(0, -0.6), (0.56, 0.4), (-0.56, 0.4)])
    case .invertedTriangle: Self.polygon([(0, 0.6), (-0.56, -0.4), (0.56, -0.4)])
    case .diamond: Self.polygon([(0, -0.6), (0.6, 0), (0, 0.6), (-0.6, 0)])
    case .plus:
      Path([
        .move(Point(-0.5, 0)), .line(Point(0.5, 0)), .move(Point(0, -0.5)), .line(Point(0, 0.5)),
      ])
    case .cross:
      Path([
        .move(Point(-0.4, -0.4)), .line(Point(0.4, 0.4)), .move(Point(-0.4, 0.4)),
        .line(Point(0.4, -0.4)),
      ])
    case .star: Self.fivePoints
    }
  }

  private static func polygon(_ corners: [(Double, Double)]) -> Path {
    Path(through: corners.map { Point($0.0, $0.1) }, isClosed: true)
  }

  private static var fivePoints: Path {
    Path(
      through: (0..<10).map { corner in
        let radius = corner.isMultiple(of: 2) ? 0.62 : 0.25
        let angle = Double(corner) * 36 - 90
        return Point(
          radius * PlaneAngle.cosine(degrees: angle), radius * PlaneAngle.sine(degrees: angle))
      }, isClosed: true)
  }
}
