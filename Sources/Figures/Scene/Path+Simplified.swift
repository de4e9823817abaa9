extension Path {
  /// The path with fewer places where more stand than can be seen.
  ///
  /// Of places that follow each other within one column of the page, as wide as the tolerance, the
  /// first, the lowest, the highest and the last stay. Then places go that stand within a fifth of
  /// the tolerance of the straight line that takes their place. Wherever the pen turns back, to the
  /// side or up and down, the place stays: no extreme is lost. Curves stay as they are.
  ///
  ///     let slope = (0...100).map { Point(Double($0), 2 * Double($0)) }
  ///     Path(through: slope).simplified(tolerance: 0.1).steps.count   // 2, of 101
  ///
  /// - Parameter tolerance: the width of a column, in points; 0 or less changes nothing.
  /// - Returns: a path with at most as many steps.
  public func simplified(tolerance: Double) -> Path {
    guard tolerance > 0, steps.count > 4 else { return self }
    var line: [Point] = []
    var simple: [Step] = []
    simple.reserveCapacity(steps.count)
    func endLine() {
      let kept = line.thinned(columnWidth: tolerance).straightened(deviation: tolerance / 5)
      for point in kept.dropFirst() { simple.append(.line(point)) }
      line.removeAll(keepingCapacity: true)
    }
    for step in steps {
      switch step {
      case .line(let point) where !line.isEmpty:
        line.append(point)
        continue
      case .line(let point), .move(let point), .curve(_, _, let point):
        endLine()
        line.append(point)
      case .close: endLine()
      }
      simple.append(step)
    }
    endLine()
    return Path(simple)
  }

  /// How far the pen goes up and down in all, by how far the lowest place is below the highest.
  ///
  /// It is 1 for a slope, some hundreds for noise, and 0 for a level line.
  public var restlessness: Double {
    var (travel, low, high) = (0.0, -Double.infinity, Double.infinity)
    var last: Double?
    for step in steps {
      guard let end = step.end else { continue }
      if let last { travel += (end.y - last).magnitude }
      (last, low, high) = (end.y, Swift.max(low, end.y), Swift.min(high, end.y))
    }
    return low > high ? travel / (low - high) : 0
  }
}

extension Path.Step {
  /// Where the pen is after the step; nil where a part is closed.
  fileprivate var end: Point? {
    switch self {
    case .move(let point), .line(let point), .curve(_, _, let point): point
    case .close: nil
    }
  }
}

extension [Point] {
  /// Of each column of the page that the line walks through, the first, lowest, highest and last.
  fileprivate func thinned(columnWidth: Double) -> [Point] {
    var kept: [Point] = []
    kept.reserveCapacity(count)
    var start = 0
    while start < count {
      let column = (self[start].x / columnWidth).rounded(.down)
      var (lowest, highest, end) = (start, start, start + 1)
      while end < count, (self[end].x / columnWidth).rounded(.down) == column {
        if self[end].y > self[lowest].y { lowest = end }
        if self[end].y < self[highest].y { highest = end }
        end += 1
      }
      var last = -1
      for place in [start, Swift.min(lowest, highest), Swift.max(lowest, highest), end - 1]
      where place > last {
        kept.append(self[place])
        last = place
      }
      start = end
    }
    return kept
  }

  /// Leaves places out that stand near the straight line from the last kept place to a later one.
  ///
  /// From each kept place a wedge is narrowed until the next place is outside (Zhao and Saalfeld,
  /// "Linear-time sleeve-fitting polyline simplification", 1997).
  fileprivate func straightened(deviation: Double) -> [Point] {
    guard count > 2 else { return self }
    var kept = [self[0]]
    var wedge = Wedge(from: self[0], deviation: deviation)
    for place in 1..<count - 1 {
      let (last, point, next) = (self[place - 1], self[place], self[place + 1])
      let turnsBack =
        (point.x - last.x) * (next.x - point.x) < 0 || (point.y - last.y) * (next.y - point.y) < 0
      wedge.narrow(by: point)
      if turnsBack || !wedge.admits(next) {
        kept.append(point)
        wedge = Wedge(from: point, deviation: deviation)
      }
    }
    kept.append(self[count - 1])
    return kept
  }
}

/// The directions from a place in which a line passes near all places seen so far.
private struct Wedge {
  let origin: Point
  let deviation: Double
  /// The least turned and the most turned direction; nil while any will do.
  private var sides: (Point, Point)?

  init(from origin: Point, deviation: Double) {
    (self.origin, self.deviation) = (origin, deviation)
  }

  /// Whether the line to a place passes near all others.
  func admits(_ point: Point) -> Bool {
    guard let sides else { return true }
    let way = Point(point.x - origin.x, point.y - origin.y)
    return Self.cross(sides.0, way) >= 0 && Self.cross(way, sides.1) >= 0
  }

  mutating func narrow(by point: Point) {
    let distance = origin.distance(to: point)
    guard distance > deviation else { return }
    let sine = deviation / distance
    let cosine = (1 - sine * sine).squareRoot()
    let (x, y) = (point.x - origin.x, point.y - origin.y)
    let least = Point(x * cosine + y * sine, y * cosine - x * sine)
    let most = Point(x * cosine - y * sine, y * cosine + x * sine)
    guard let old = sides else {
      sides = (least, most)
      return
    }
    sides = (
      Self.cross(old.0, least) > 0 ? least : old.0, Self.cross(most, old.1) > 0 ? most : old.1
    )
  }

  private static func cross(_ first: Point, _ second: Point) -> Double {
    first.x * second.y - first.y * second.x
  }
}
