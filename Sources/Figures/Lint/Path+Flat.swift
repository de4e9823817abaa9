extension Path {
  /// Walks along all lines of the path, curves in pieces of about three points.
  ///
  /// Places that are not finite are left out. Where it is filled, parts that are left open are closed.
  func forEachLine(isFilled: Bool, _ visit: (Point, Point) -> Void) {
    var (start, last) = (Point?.none, Point?.none)
    func line(to end: Point) {
      if let last, last.x.isFinite, last.y.isFinite, end.x.isFinite, end.y.isFinite {
        visit(last, end)
      }
      last = end
    }
    for step in steps {
      switch step {
      case .move(let point):
        if isFilled, let start, start != last { line(to: start) }
        (start, last) = (point, point)
      case .line(let point): line(to: point)
      case .curve(let first, let second, let end):
        let begin = last ?? first
        let count = Self.pieces(begin, first, second, end)
        for piece in 1...count {
          line(to: Self.place(Double(piece) / Double(count), begin, first, second, end))
        }
      case .close:
        if let start { line(to: start) }
      }
    }
    if isFilled, let start, start != last { line(to: start) }
  }

  private static func pieces(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Int {
    let length = a.distance(to: b) + b.distance(to: c) + c.distance(to: d)
    return length < 192 ? Swift.max(4, Int(length / 3)) : 64
  }

  private static func place(
    _ share: Double, _ a: Point, _ b: Point, _ c: Point, _ d: Point
  ) -> Point {
    let rest = 1 - share
    let (p, q) = (rest * rest * rest, 3 * rest * rest * share)
    let (r, s) = (3 * rest * share * share, share * share * share)
    return Point(
      p * a.x + q * b.x + r * c.x + s * d.x, p * a.y + q * b.y + r * c.y + s * d.y)
  }

  /// Whether filling by the even-odd rule colours a place.
  func fills(_ place: Point) -> Bool {
    var isInside = false
    forEachLine(isFilled: true) { start, end in
      guard (start.y <= place.y) != (end.y <= place.y) else { return }
      let x = start.x + (place.y - start.y) / (end.y - start.y) * (end.x - start.x)
      if x > place.x { isInside.toggle() }
    }
    return isInside
  }

  /// The room that its lines take; nil when there are none.
  var flatBox: Rectangle? {
    var box: Rectangle?
    forEachLine(isFilled: false) { start, end in
      let reached = box?.reaching(start) ?? Rectangle(around: CollectionOfOne(start))
      box = reached?.reaching(end)
    }
    return box
  }
}
