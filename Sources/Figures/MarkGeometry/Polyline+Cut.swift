extension Polyline {
  /// Returns the place at a distance along the line, or nil where there is no line at all.
  ///
  ///     Polyline([Point(0, 0), Point(10, 0)]).place(at: 4)   // (4, 0)
  public func place(at distance: Double) -> Point? {
    points.isEmpty ? nil : ArcLength(self).place(at: distance)
  }

  /// Returns what is left of the line where a stretch of it is taken out.
  ///
  ///     Polyline([Point(0, 0), Point(10, 0)]).cut(4...6)   // 0 to 4, and 6 to 10
  ///
  /// Distances are along the line. On a closed line the stretch may reach past its length, which
  /// is past its first place again, and one open line is left.
  public func cut(_ gap: ClosedRange<Double>) -> [Polyline] {
    let arc = ArcLength(self)
    guard arc.total > 0 else { return [self] }
    guard isClosed else {
      return [(0, gap.lowerBound), (gap.upperBound, arc.total)].compactMap { start, end in
        let (start, end) = (Swift.max(0, start), Swift.min(end, arc.total))
        return start < end ? Polyline(arc.stretch(from: start, to: end)) : nil
      }
    }
    guard gap.upperBound - gap.lowerBound < arc.total else { return [] }
    let turns = (gap.upperBound / arc.total).rounded(.down) * arc.total
    let (start, end) = (gap.upperBound - turns, gap.lowerBound - turns + arc.total)
    return start < end ? [Polyline(arc.stretch(from: start, to: end))] : []
  }
}

/// The distances along a line.
struct ArcLength {
  /// The places, with the first repeated at the end of a closed line.
  let points: [Point]
  /// How far along the line each of them is.
  let distances: [Double]

  init(_ line: Polyline) {
    var points = line.points
    if line.isClosed, let first = points.first { points.append(first) }
    var distances = [0.0]
    distances.reserveCapacity(points.count)
    for index in points.indices.dropFirst() {
      distances.append(distances[index - 1] + points[index - 1].distance(to: points[index]))
    }
    (self.points, self.distances) = (points, distances)
  }

  var total: Double { distances[distances.count - 1] }

  /// The place at a distance, which is held between the two ends of the line.
  func place(at distance: Double) -> Point {
    let after = index(after: distance)
    guard after > 0 else { return points[0] }
    guard after < points.count else { return points[points.count - 1] }
    let (first, second) = (points[after - 1], points[after])
    let share = (distance - distances[after - 1]) / (distances[after] - distances[after - 1])
    return Point(
      first.x + share * (second.x - first.x), first.y + share * (second.y - first.y))
  }

  /// The places of a stretch; past the end it goes on from the start, as a closed line does.
  func stretch(from start: Double, to end: Double) -> [Point] {
    guard end > total else { return within(start, end) }
    return within(start, total) + within(0, end - total).dropFirst()
  }

  private func within(_ start: Double, _ end: Double) -> [Point] {
    var places = [place(at: start)]
    var index = index(after: start)
    while index < points.count, distances[index] < end {
      if points[index] != places[places.count - 1] { places.append(points[index]) }
      index += 1
    }
    return places + [place(at: end)]
  }

  /// The first place that is farther along than a distance.
  private func index(after distance: Double) -> Int {
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if distances[middle] > distance { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
