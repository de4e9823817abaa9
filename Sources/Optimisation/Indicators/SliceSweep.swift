/// Four objectives and more: along the last, slices of one dimension less.
///
/// A new point adds to its slice its own box less what the points before it cover of that box, and
/// this part is a hypervolume of one dimension less, of points cut to the box: most of them
/// coincide or dominate each other then, so few remain (While, Bradstreet and Barone 2012,
/// doi:10.1109/TEVC.2010.2077298). Four dimensions are swept by ``BodySweep``. Points are handled as
/// ``PlaceCode``s; numbers come in only where volumes are added up.
struct SliceSweep: ~Copyable {
  private let capacity: Int
  private let reference: [Double]
  /// For each objective the value of each place.
  private let values: UnsafeMutablePointer<Double>
  /// Room for the points of each level of the recursion: those before, and those cut to a box.
  private let room: UnsafeMutablePointer<PlaceCode>
  private let corners: UnsafeMutablePointer<SIMD4<Double>>
  private var sweep: BodySweep

  /// Returns the volume that points in front of a reference dominate.
  static func volume(_ points: UnsafeBufferPointer<Double>, _ reference: [Double]) -> Double {
    let count = points.count / reference.count
    guard count > 0 else { return 0 }
    guard reference.count > 4 else { return body(points, count, reference) }
    precondition(count <= PlaceCode.limit, "at most 32 767 designs for five objectives and more")
    var slices = SliceSweep(points, count, reference)
    return slices.volume(slices.room, count, reference.count)
  }

  private static func body(
    _ points: UnsafeBufferPointer<Double>, _ count: Int, _ reference: [Double]
  ) -> Double {
    let corners = SortedOrder.ascending(count) { points[4 * $0 + 3] }.map { index in
      let start = 4 * Int(index)
      return SIMD4(points[start], points[start + 1], points[start + 2], points[start + 3])
    }
    var sweep = BodySweep(capacity: count)
    return corners.withUnsafeBufferPointer { corners in
      guard let first = corners.baseAddress else { return 0 }
      return sweep.volume(
        first, count, SIMD4(reference[0], reference[1], reference[2], reference[3]))
    }
  }

  private init(_ points: UnsafeBufferPointer<Double>, _ count: Int, _ reference: [Double]) {
    let width = reference.count
    capacity = count
    self.reference = reference
    values = .allocate(capacity: width * count)
    room = .allocate(capacity: (2 * (width - 4) + 1) * count)
    corners = .allocate(capacity: count)
    sweep = BodySweep(capacity: count)
    room.initialize(repeating: PlaceCode(), count: (2 * (width - 4) + 1) * count)
    for lane in 0..<width {
      let order = SortedOrder.ascending(count) { points[$0 * width + lane] }
      var place = 0
      for (number, index) in order.enumerated() {
        let value = points[Int(index) * width + lane]
        if number > 0, value > values[lane * count + place] { place += 1 }
        values[lane * count + place] = value
        room[Int(index)][lane] = place
      }
    }
  }

  deinit {
    values.deallocate()
    room.deallocate()
    corners.deallocate()
  }

  @inline(__always)
  private func value(_ point: PlaceCode, _ lane: Int) -> Double {
    values[lane * capacity + point[lane]]
  }

  /// Returns the volume in the first objectives of points, which it sorts; the other lanes are zero.
  private mutating func volume(
    _ points: UnsafeMutablePointer<PlaceCode>, _ count: Int, _ dimensions: Int
  ) -> Double {
    let lane = dimensions - 1
    Self.sort(points, count, by: lane)
    guard dimensions > 4 else { return body(points, count) }
    let before = room + (2 * (dimensions - 5) + 1) * capacity
    let cut = before + capacity
    var number = 0
    var (volume, slice, last) = (0.0, 0.0, reference[lane])
    for index in 0..<count {
      var point = points[index]
      let level = value(point, lane)
      if slice > 0 { volume += slice * (level - last) }
      last = level
      point[lane] = 0
      guard let kept = Self.cut(before, &number, to: point, into: cut) else { continue }
      var box = 1.0
      for lane in 0..<lane { box *= reference[lane] - value(point, lane) }
      slice += box - (kept > 0 ? self.volume(cut, kept, lane) : 0)
      before[number] = point
      number += 1
    }
    return volume + slice * (reference[lane] - last)
  }

  /// Returns the volume in four objectives of points sorted by the fourth.
  private mutating func body(_ points: UnsafePointer<PlaceCode>, _ count: Int) -> Double {
    for index in 0..<count {
      let point = points[index]
      corners[index] = SIMD4(value(point, 0), value(point, 1), value(point, 2), value(point, 3))
    }
    return sweep.volume(
      corners, count, SIMD4(reference[0], reference[1], reference[2], reference[3]))
  }

  /// Cuts the points before to the box of a new one and returns how many of them still matter.
  ///
  /// That is `nil` when the new one is dominated. Points that it dominates are forgotten.
  private static func cut(
    _ before: UnsafeMutablePointer<PlaceCode>, _ number: inout Int, to newest: PlaceCode,
    into cut: UnsafeMutablePointer<PlaceCode>
  ) -> Int? {
    var (kept, left) = (0, 0)
    for index in 0..<number {
      let other = before[index]
      let corner = other.worst(with: newest)
      guard corner != newest else { return nil }
      before[left] = other
      left += corner == other ? 0 : 1
      var (isNeeded, place) = (true, 0)
      while place < kept {
        let rival = cut[place]
        if rival.isNoWorse(than: corner) {
          // What dominated once will again.
          (cut[place], cut[place / 2]) = (cut[place / 2], rival)
          isNeeded = false
          break
        }
        if corner.isNoWorse(than: rival) {
          kept -= 1
          cut[place] = cut[kept]
        } else {
          place += 1
        }
      }
      if isNeeded {
        cut[kept] = corner
        kept += 1
      }
    }
    number = left
    return kept
  }

  private static func sort(
    _ points: UnsafeMutablePointer<PlaceCode>, _ count: Int, by lane: Int
  ) {
    guard count < 120 else {
      var points = UnsafeMutableBufferPointer(start: points, count: count)
      points.sort { $0[lane] < $1[lane] }
      return
    }
    for end in 1..<max(count, 1) {
      let point = points[end]
      let own = point[lane]
      var place = end
      while place > 0, points[place - 1][lane] > own {
        points[place] = points[place - 1]
        place -= 1
      }
      points[place] = point
    }
  }
}
