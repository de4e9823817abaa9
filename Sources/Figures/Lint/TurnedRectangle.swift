/// A rectangle in any direction: the room of a text as the eye sees it.
struct TurnedRectangle {
  let centre: Point
  /// The direction of its width, a vector of length 1.
  let direction: Point
  let halfWidth: Double
  let halfHeight: Double
  /// The least upright rectangle around it.
  let box: Rectangle

  /// The room of a text, with each edge moved inward; nil when it has none or is not finite.
  init?(_ text: SceneText, shrunkBy distance: Double) {
    let corners = text.corners
    let (width, height) = (text.extent.width, text.extent.height)
    guard width > 0, height > 0, corners.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
      return nil
    }
    self.init(
      centre: Point((corners[0].x + corners[2].x) / 2, (corners[0].y + corners[2].y) / 2),
      direction: Point(
        (corners[1].x - corners[0].x) / width, (corners[1].y - corners[0].y) / width),
      halfWidth: Swift.max(0, width / 2 - distance), halfHeight: Swift.max(0, height / 2 - distance)
    )
  }

  init(_ box: Rectangle) {
    self.init(
      centre: box.centre, direction: Point(1, 0), halfWidth: Swift.max(0, box.width / 2),
      halfHeight: Swift.max(0, box.height / 2))
  }

  private init(centre: Point, direction: Point, halfWidth: Double, halfHeight: Double) {
    (self.centre, self.direction) = (centre, direction)
    (self.halfWidth, self.halfHeight) = (halfWidth, halfHeight)
    let x = direction.x.magnitude * halfWidth + direction.y.magnitude * halfHeight
    let y = direction.y.magnitude * halfWidth + direction.x.magnitude * halfHeight
    box = Rectangle(
      left: centre.x - x, top: centre.y - y, right: centre.x + x, bottom: centre.y + y)
  }

  var corners: [Point] {
    [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map { across, down in
      let (u, v) = (across * halfWidth, down * halfHeight)
      return Point(
        centre.x + u * direction.x - v * direction.y, centre.y + u * direction.y + v * direction.x)
    }
  }

  /// A place as seen from the centre: along the width and across it.
  private func own(_ x: Double, _ y: Double) -> (Double, Double) {
    let (x, y) = (x - centre.x, y - centre.y)
    return (x * direction.x + y * direction.y, y * direction.x - x * direction.y)
  }

  /// Whether more than edges meet: no direction of a side separates the two.
  func overlaps(_ other: TurnedRectangle) -> Bool {
    box.overlaps(other.box) && !separates(other) && !other.separates(self)
  }

  private func separates(_ other: TurnedRectangle) -> Bool {
    let (x, y) = own(other.centre.x, other.centre.y)
    let cosine = (direction.x * other.direction.x + direction.y * other.direction.y).magnitude
    let sine = (direction.x * other.direction.y - direction.y * other.direction.x).magnitude
    return x.magnitude >= halfWidth + other.halfWidth * cosine + other.halfHeight * sine
      || y.magnitude >= halfHeight + other.halfWidth * sine + other.halfHeight * cosine
  }

  /// Whether a line of some width runs through it.
  func meets(_ start: Point, _ end: Point, halfLineWidth: Double) -> Bool {
    let (from, to) = (own(start.x, start.y), own(end.x, end.y))
    let (width, height) = (halfWidth + halfLineWidth, halfHeight + halfLineWidth)
    let flat = Rectangle(left: -width, top: -height, right: width, bottom: height)
    return flat.share(from: Point(from.0, from.1), to: Point(to.0, to.1)) != nil
  }

  /// Whether a disc meets it.
  func meets(discAround place: Point, radius: Double) -> Bool {
    let (x, y) = own(place.x, place.y)
    let (across, down) = (
      Swift.max(0, x.magnitude - halfWidth), Swift.max(0, y.magnitude - halfHeight)
    )
    return across * across + down * down < radius * radius
  }

  /// Whether a disc, cut off by a clip, meets it.
  func meets(discAround place: Point, radius: Double, clip: Rectangle?) -> Bool {
    guard meets(discAround: place, radius: radius) else { return false }
    guard let clip, !clip.contains(box) else { return true }
    let part = corners(inside: clip)
    let sides = zip(part, part.dropFirst() + part.prefix(1))
    let reach = Rectangle(
      left: place.x - radius, top: place.y - radius, right: place.x + radius,
      bottom: place.y + radius)
    guard !part.isEmpty, Rectangle(around: part)?.overlaps(reach) == true else { return false }
    return sides.contains { Self.distance(from: place, $0, $1) < radius }
      || sides.allSatisfy {
        ($1.x - $0.x) * (place.y - $0.y) >= ($1.y - $0.y) * (place.x - $0.x)
      }
  }

  private static func distance(from place: Point, _ start: Point, _ end: Point) -> Double {
    let (x, y) = (end.x - start.x, end.y - start.y)
    let square = x * x + y * y
    guard square > 0 else { return place.distance(to: start) }
    let along = ((place.x - start.x) * x + (place.y - start.y) * y) / square
    let share = Swift.min(1, Swift.max(0, along))
    return place.distance(to: Point(start.x + share * x, start.y + share * y))
  }

  /// A place in the part of it that is inside a rectangle; nil when there is none.
  func place(inside clip: Rectangle?) -> Point? {
    guard let clip else { return centre }
    let part = corners(inside: clip)
    guard !part.isEmpty else { return nil }
    let count = Double(part.count)
    return Point(part.reduce(0) { $0 + $1.x } / count, part.reduce(0) { $0 + $1.y } / count)
  }

  /// The corners of the part of it that is inside a rectangle, clockwise; none when nothing is.
  private func corners(inside clip: Rectangle) -> [Point] {
    var part = Self.cut(corners) { $0.x - clip.left }
    part = Self.cut(part) { clip.right - $0.x }
    part = Self.cut(part) { $0.y - clip.top }
    return Self.cut(part) { clip.bottom - $0.y }
  }

  /// The part of a convex shape on the side of a line where the distance is not negative.
  private static func cut(_ corners: [Point], _ distance: (Point) -> Double) -> [Point] {
    var kept: [Point] = []
    for (corner, next) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      let (here, there) = (distance(corner), distance(next))
      if here >= 0 { kept.append(corner) }
      if (here < 0) != (there < 0) {
        let share = here / (here - there)
        kept.append(
          Point(corner.x + share * (next.x - corner.x), corner.y + share * (next.y - corner.y)))
      }
    }
    return kept
  }
}

extension Rectangle {
  /// Which share of the way from one place to another is inside; nil when none is.
  ///
  /// After Y.-D. Liang and B. A. Barsky 1984, doi:10.1145/357332.357333.
  func share(from start: Point, to end: Point) -> (start: Double, end: Double)? {
    var (first, last) = (0.0, 1.0)
    func cut(_ step: Double, _ room: Double) -> Bool {
      guard step != 0 else { return room >= 0 }
      let share = room / step
      if step < 0 { first = Swift.max(first, share) } else { last = Swift.min(last, share) }
      return first <= last
    }
    let (x, y) = (end.x - start.x, end.y - start.y)
    guard cut(-x, start.x - left), cut(x, right - start.x), cut(-y, start.y - top),
      cut(y, bottom - start.y)
    else { return nil }
    return (first, last)
  }
}
