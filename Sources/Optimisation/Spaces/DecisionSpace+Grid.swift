extension DecisionSpace {
  /// All the points of a discrete space, the last decision changing fastest.
  ///
  ///     let all = Array(space.grid)
  ///
  /// Needs steps for every decision.
  public var grid: Grid { Grid(space: self) }

  /// How many points there are; `nil` where a decision has no step or there are too many to count.
  public var gridCount: Int? {
    guard isDiscrete else { return nil }
    var point = ranges.map(\.lower)
    return count(from: 0, &point)
  }

  /// Counts the ways to choose from a decision on, after a choice of those before it.
  private func count(from place: Int, _ point: inout Point) -> Int? {
    guard place < ranges.count else { return 1 }
    let ways = choices(place, in: point)
    if !ranges.indices.dropFirst(place + 1).contains(where: { depends($0, on: place) }) {
      point[place] = ranges[place].lower
      guard let rest = count(from: place + 1, &point) else { return nil }
      let (product, overflow) = ways.multipliedReportingOverflow(by: rest)
      return overflow ? nil : product
    }
    guard ways <= 1_000_000 else { return nil }
    var total = 0
    for way in 0..<ways {
      point[place] = value(way, of: place)
      guard let rest = count(from: place + 1, &point) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(rest)
      guard !overflow else { return nil }
      total = sum
    }
    return total
  }

  private func depends(_ place: Int, on other: Int) -> Bool {
    if let limit = limits[place], limit.terms.contains(where: { $0.place == other }) { return true }
    switch conditions[place] {
    case .atLeast(let place, _), .among(let place, _): return place == other
    case nil: return false
    }
  }

  /// Returns how many values a decision with a step may have after those before it.
  func choices(_ place: Int, in point: Point) -> Int {
    let range = ranges[place]
    let steps = (highest(place, in: point) - range.lower) / range.step
    return steps < 0x1p53 ? Int((steps + 1e-9).rounded(.down)) + 1 : .max
  }

  /// Returns one of the values of a decision with a step.
  func value(_ number: Int, of place: Int) -> Double {
    ranges[place].lower + Double(number) * ranges[place].step
  }

  /// All the points of a discrete space in order.
  public struct Grid: Sequence, Sendable {
    let space: DecisionSpace

    /// Starts at the lowest values.
    public func makeIterator() -> Iterator {
      precondition(space.isDiscrete, "a grid needs a step for every decision")
      return Iterator(space: space, next: space.ranges.map(\.lower))
    }

    /// Walks through the points like a mileometer.
    public struct Iterator: IteratorProtocol, Sendable {
      let space: DecisionSpace
      var following: Point?

      init(space: DecisionSpace, next: Point) {
        self.space = space
        following = next
      }

      /// Returns the next point.
      public mutating func next() -> Point? {
        guard let point = following else { return nil }
        following = space.successor(of: point)
        return point
      }
    }
  }

  /// Returns the point after one of the grid, or `nil` after the last.
  func successor(of point: Point) -> Point? {
    var next = point
    for place in ranges.indices.reversed() {
      let range = ranges[place]
      let number = Int(((point[place] - range.lower) / range.step).rounded())
      if number + 1 < choices(place, in: next) {
        next[place] = value(number + 1, of: place)
        return next
      }
      next[place] = range.lower
    }
    return nil
  }
}
