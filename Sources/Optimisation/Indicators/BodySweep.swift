/// Four objectives: along the fourth, a body in the first three grows, and each point adds to it
/// what nobody before it covers.
///
/// As HV4D+ (Guerreiro and Fonseca 2018, doi:10.1007/978-3-319-91253-0_11) does in idea; the points that
/// matter lie in two plain arrays, by the first and by the third objective, which a processor reads
/// faster than it follows links. All memory is taken once.
struct BodySweep: ~Copyable {
  typealias Point = SIMD4<Double>

  private struct Spot {
    var x: Double
    var y: Double
    var z: Double
  }

  private let byFirst: UnsafeMutablePointer<Spot>
  private let byThird: UnsafeMutablePointer<Spot>
  /// The staircase over the part of the plane that a new point opens: where each step begins, and
  /// its height.
  private let steps: UnsafeMutablePointer<Double>
  private let heights: UnsafeMutablePointer<Double>
  private var count = 0

  init(capacity: Int) {
    byFirst = .allocate(capacity: capacity)
    byThird = .allocate(capacity: capacity)
    steps = .allocate(capacity: capacity + 4)
    heights = .allocate(capacity: capacity + 4)
  }

  deinit {
    byFirst.deallocate()
    byThird.deallocate()
    steps.deallocate()
    heights.deallocate()
  }

  /// Returns the volume in the first four objectives of points sorted by the fourth.
  mutating func volume(
    _ points: UnsafePointer<Point>, _ number: Int, _ reference: Point
  ) -> Double {
    count = 0
    var (volume, body, last) = (0.0, 0.0, reference[3])
    for index in 0..<number {
      let point = points[index]
      if body > 0 { volume += body * (point[3] - last) }
      last = point[3]
      body += gain(Spot(x: point[0], y: point[1], z: point[2]), reference)
    }
    return volume + body * (reference[3] - last)
  }

  /// Adds a point to the body and returns the volume that comes with it.
  private mutating func gain(_ point: Spot, _ reference: Point) -> Double {
    // Along the first objective: the staircase of those that begin no later in the third.
    var index = 0
    var height = reference[1]
    while index < count, byFirst[index].x <= point.x {
      let other = byFirst[index]
      height = other.z <= point.z && other.y < height ? other.y : height
      index += 1
    }
    guard height > point.y else { return 0 }
    let place = index
    var last = 0
    var area = 0.0
    steps[0] = point.x
    heights[0] = height
    var end = reference[0]
    while index < count {
      let other = byFirst[index]
      index += 1
      guard other.z <= point.z, other.y < height else { continue }
      area += (other.x - steps[last]) * (height - point.y)
      height = other.y
      guard height > point.y else {
        end = other.x
        break
      }
      last += 1
      steps[last] = other.x
      heights[last] = height
    }
    if height > point.y { area += (end - steps[last]) * (height - point.y) }
    return climb(point, place, last, end, area, reference)
  }

  /// Goes up the third objective while anything of the opened area is left, and enters the point.
  private mutating func climb(
    _ point: Spot, _ place: Int, _ last: Int, _ end: Double, _ area: Double, _ reference: Point
  ) -> Double {
    var (last, end, area) = (last, end, area)
    var index = firstAbove(point.z)
    let own = index
    var (volume, level) = (0.0, point.z)
    var covered = 0
    while index < count {
      let other = byThird[index]
      if other.x < end, other.y < heights[0] {
        volume += area * (other.z - level)
        level = other.z
        if other.x <= point.x, other.y <= point.y {
          area = 0
          break
        }
        area -= cover(
          max(other.x, point.x), max(other.y, point.y), floor: point.y, &last, &end)
      }
      covered += other.x >= point.x && other.y >= point.y ? 1 : 0
      index += 1
    }
    if area > 0 { volume += area * (reference[2] - level) }
    if covered > 0 { removeCovered(by: point) }
    let isMoved = covered > 0
    insert(point, isMoved ? firstBehind(point.x) : place, isMoved ? firstAbove(point.z) : own)
    return volume
  }

  /// Cuts the quadrant from (*x*, *y*) out of the opened area and returns how much that was.
  @inline(__always)
  private mutating func cover(
    _ x: Double, _ y: Double, floor: Double, _ last: inout Int, _ end: inout Double
  ) -> Double {
    var first = last
    while steps[first] > x { first -= 1 }
    guard heights[first] > y else { return 0 }
    var removed = 0.0
    var (start, step) = (x, first)
    while step <= last, heights[step] > y {
      let stop = step < last ? steps[step + 1] : end
      removed += (stop - start) * (heights[step] - y)
      start = stop
      step += 1
    }
    // Steps first ... step - 1 reach above y: the part before x of the first stays, then one of height y.
    let kept = steps[first] < x ? first + 1 : first
    if y == floor {
      (last, end) = (kept - 1, x)
      return removed
    }
    let shift = kept + 1 - step
    if shift != 0, step <= last {
      (steps + step + shift).update(from: steps + step, count: last - step + 1)
      (heights + step + shift).update(from: heights + step, count: last - step + 1)
    }
    last += shift
    steps[kept] = x
    heights[kept] = y
    return removed
  }

  private func firstAbove(_ z: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if byThird[middle].z <= z { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func firstBehind(_ x: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if byFirst[middle].x <= x { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func insert(_ point: Spot, _ first: Int, _ third: Int) {
    (byFirst + first + 1).update(from: byFirst + first, count: count - first)
    (byThird + third + 1).update(from: byThird + third, count: count - third)
    byFirst[first] = point
    byThird[third] = point
    count += 1
  }

  /// Forgets the points that a new one is no worse than in the first three objectives.
  private mutating func removeCovered(by point: Spot) {
    func isCovered(_ other: Spot) -> Bool {
      other.x >= point.x && other.y >= point.y && other.z >= point.z
    }
    var (first, third) = (0, 0)
    for index in 0..<count {
      byFirst[first] = byFirst[index]
      first += isCovered(byFirst[index]) ? 0 : 1
      byThird[third] = byThird[index]
      third += isCovered(byThird[index]) ? 0 : 1
    }
    count = first
  }
}
