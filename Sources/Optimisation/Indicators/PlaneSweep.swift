/// Two objectives: along the first, each step of the staircase is a rectangle.
enum PlaneSweep {
  /// Returns the area that points in front of a reference dominate.
  static func area(_ points: UnsafeBufferPointer<Double>, _ reference: [Double]) -> Double {
    let order = SortedOrder.ascending(points.count / 2) { points[2 * $0] }
    var area = 0.0
    var height = reference[1]
    let right = reference[0]
    for index in order {
      let (x, y) = (points[2 * Int(index)], points[2 * Int(index) + 1])
      guard y < height else { continue }
      area += (right - x) * (height - y)
      height = y
    }
    return area
  }
}
