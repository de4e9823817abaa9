/// Three objectives: along the third, a staircase in the first two grows, and the volume is the
/// integral of the area behind it.
///
/// As Beume, Fonseca et al. 2009 (doi:10.1109/TEVC.2009.2015575), with a ``PositionSet`` over the places
/// by the first objective in place of a balanced tree.
enum SpaceSweep {
  /// Returns the volume that points in front of a reference dominate.
  static func volume(_ points: UnsafeBufferPointer<Double>, _ reference: [Double]) -> Double {
    let count = points.count / 3
    let byFirst = SortedOrder.ascending(count) { points[3 * $0] }
    let byThird = SortedOrder.ascending(count) { points[3 * $0 + 2] }
    var places = ContiguousArray<Int32>(repeating: 0, count: count)
    for (place, index) in byFirst.enumerated() { places[Int(index)] = Int32(place) }
    let corner = (x: reference[0], y: reference[1])
    var stairs = PositionSet(count: count)
    var (volume, area, last) = (0.0, 0.0, reference[2])
    for index in byThird {
      let z = points[3 * Int(index) + 2]
      if area > 0 { volume += area * (z - last) }
      last = z
      area += gain(of: Int(index), at: Int(places[Int(index)]), points, byFirst, corner, &stairs)
    }
    return volume + area * (reference[2] - last)
  }

  /// Puts a point on the staircase and returns the area that comes with it.
  @inline(__always)
  private static func gain(
    of index: Int, at place: Int, _ points: UnsafeBufferPointer<Double>,
    _ byFirst: ContiguousArray<Int32>, _ corner: (x: Double, y: Double), _ stairs: inout PositionSet
  ) -> Double {
    let y = points[3 * index + 1]
    var x = points[3 * index]
    var height = corner.y
    if let before = stairs.last(before: place) { height = points[3 * Int(byFirst[before]) + 1] }
    guard height > y else { return 0 }
    var gain = 0.0
    while let after = stairs.first(from: place) {
      let next = 3 * Int(byFirst[after])
      gain += (points[next] - x) * (height - y)
      (x, height) = (points[next], points[next + 1])
      guard height > y else { break }
      stairs.remove(after)
    }
    if height > y { gain += (corner.x - x) * (height - y) }
    stairs.insert(place)
    return gain
  }
}
