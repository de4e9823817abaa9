/// The lines or dots of a hatch inside polygons.
///
///     let square = Rectangle(left: 0, top: 0, right: 10, bottom: 10).corners
///     HatchLines(.horizontal, in: [square], spacing: 4).segments   // at y = 0, 4 and 8
///
/// Lines are cut exactly where they meet the polygons, so that no clip is needed, and their phase is
/// fixed to the origin of the page: the hatches of neighbours run on into each other. What lies in an
/// even number of the polygons is a hole. All in points.
public struct HatchLines: Equatable, Sendable {
  /// The lines, from the first of each direction to the last.
  public let segments: [LineSegment]
  /// The centres of dots.
  public let places: [Point]

  /// Hatches polygons with lines or rows of dots at a spacing.
  ///
  /// Polygons that would take more than 20 000 lines have none: at that scale a hatch is plain grey.
  public init(_ hatch: Hatch, in polygons: [[Point]], spacing: Double) {
    let rings = polygons.map { $0.filter { $0.x.isFinite && $0.y.isFinite } }
    func lines(_ slopes: Slope...) -> [LineSegment] {
      slopes.flatMap { slope in
        Self.scan(rings, slope, spacing).map { slope.segment($0.line, $0.start, $0.end) }
      }
    }
    segments =
      switch hatch {
      case .none, .dotted: []
      case .rising: lines(.rising)
      case .falling: lines(.falling)
      case .crossed: lines(.rising, .falling)
      case .horizontal: lines(.level)
      case .vertical: lines(.upright)
      case .grid: lines(.level, .upright)
      }
    places = hatch == .dotted ? Self.dots(rings, spacing) : []
  }

  /// The lines as one path.
  public var path: Path { Path(segments.flatMap { [.move($0.from), .line($0.to)] }) }

  // MARK: - Scan lines

  /// A direction of lines, with coordinates across and along them that need only + and −.
  private enum Slope {
    case level, upright, rising, falling

    /// How far apart two lines are across, for lines one point apart on the page.
    var stretch: Double {
      switch self {
      case .level, .upright: 1
      case .rising, .falling: 2.0.squareRoot()
      }
    }

    func across(_ point: Point) -> Double {
      switch self {
      case .level: point.y
      case .upright: point.x
      case .rising: point.x + point.y
      case .falling: point.x - point.y
      }
    }

    func along(_ point: Point) -> Double {
      switch self {
      case .level: point.x
      case .upright: point.y
      case .rising: point.x - point.y
      case .falling: point.x + point.y
      }
    }

    func segment(_ across: Double, _ start: Double, _ end: Double) -> LineSegment {
      LineSegment(from: place(across, start), to: place(across, end))
    }

    private func place(_ across: Double, _ along: Double) -> Point {
      switch self {
      case .level: Point(along, across)
      case .upright: Point(across, along)
      case .rising: Point((across + along) / 2, (across - along) / 2)
      case .falling: Point((along + across) / 2, (along - across) / 2)
      }
    }
  }

  /// Where lines of one direction run inside: each edge is met by the lines from its lower end up to,
  /// but not with, its upper end, so that a corner is never counted twice.
  private static func scan(
    _ rings: [[Point]], _ slope: Slope, _ spacing: Double
  ) -> [(line: Double, start: Double, end: Double)] {
    let step = spacing * slope.stretch
    let reach = rings.joined().map(slope.across)
    guard step > 0, let least = reach.min(), let most = reach.max(),
      (most - least) / step < 20_000, Swift.max(-least, most) / step < 1e15
    else { return [] }
    let first = Int((least / step).rounded(.up))
    let count = Swift.max(0, Int((most / step).rounded(.down)) - first + 1)
    var meetings = [[Double]](repeating: [], count: count)
    for ring in rings where ring.count > 2 {
      var last = ring[ring.count - 1]
      for point in ring {
        let (low, high) = slope.across(last) <= slope.across(point) ? (last, point) : (point, last)
        let (bottom, top) = (slope.across(low), slope.across(high))
        var line = Int((bottom / step).rounded(.up)) - first
        while line < count, Double(line + first) * step < top {
          let share = (Double(line + first) * step - bottom) / (top - bottom)
          if line >= 0, share >= 0 {
            meetings[line].append(slope.along(low) + share * (slope.along(high) - slope.along(low)))
          }
          line += 1
        }
        last = point
      }
    }
    var pieces: [(line: Double, start: Double, end: Double)] = []
    for (line, places) in meetings.enumerated() {
      let sorted = places.sorted()
      for index in stride(from: 1, to: sorted.count, by: 2) where sorted[index - 1] < sorted[index]
      {
        pieces.append((Double(line + first) * step, sorted[index - 1], sorted[index]))
      }
    }
    return pieces
  }

  /// Dots on a triangular lattice, each as far from its neighbours as the spacing.
  private static func dots(_ rings: [[Point]], _ spacing: Double) -> [Point] {
    let height = spacing * 0.75.squareRoot()
    return scan(rings, .level, height).flatMap { row in
      let isOdd = Int((row.line / height).rounded()) % 2 != 0
      let shift = isOdd ? 0.5 : 0
      let first = (row.start / spacing - shift).rounded(.up)
      let last = (row.end / spacing - shift).rounded(.down)
      guard first.magnitude < 1e15, last - first < 20_000 else { return [Point]() }
      return stride(from: first, through: last, by: 1).map {
        Point(($0 + shift) * spacing, row.line)
      }
    }
  }
}
