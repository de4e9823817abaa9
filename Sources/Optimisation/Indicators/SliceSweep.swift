/// Four objectives and more: along the last, slices of one dimension less.
///
/// A new point adds to its slice its own box less what the points before it cover of that box, and
/// this part is a hypervolume of one dimension less, of points cut to the box: most of them
/// coincide or dominate each other then, so few remain (While, Bradstreet and Barone 2012,
/// doi:10.1109/TEVC.2010.2077298). Four dimensions are swept by ``BodySweep``. Points are handled as
/// ``PlaceCode``s, in the last slices as ``PlaceWord``s; numbers come in only where volumes are added up.
struct SliceSweep: ~Copyable {
  private let capacity: Int
  private let reference: [Double]
  /// For each objective the value of each place.
  private let values: UnsafeMutablePointer<Double>
  /// Room for the points of each level of the recursion: those before, and those cut to a box.
  private let room: UnsafeMutablePointer<PlaceCode>
  /// The same for the last level.
  private let words: UnsafeMutablePointer<PlaceWord>
  private let corners: UnsafeMutablePointer<SIMD4<Double>>
  private var sweep: BodySweep

  /// Returns the volume that points in front of a reference dominate.
  static func volume(_ points: UnsafeBufferPointer<Double>, _ reference: [Double]) -> Double {
    let count = points.count / reference.count
    guard count > 0 else { return 0 }
    guard reference.count > 4 else { return body(points, count, reference) }
    precondition(count <= PlaceCode.limit, "at most 32 767 designs for five objectives and more")
    var slices = SliceSweep(points, count, reference)
    EarlierPoints.sort(slices.room, count, by: reference.count - 1)
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
    room = .allocate(capacity: (2 * (width - 5) + 1) * count)
    words = .allocate(capacity: 2 * count)
    words.initialize(repeating: PlaceWord(), count: 2 * count)
    corners = .allocate(capacity: count)
    sweep = BodySweep(capacity: count)
    room.initialize(repeating: PlaceCode(), count: (2 * (width - 5) + 1) * count)
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
    words.deallocate()
    corners.deallocate()
  }

  @inline(__always)
  private func value(_ point: PlaceCode, _ lane: Int) -> Double {
    values[lane * capacity + point[lane]]
  }

  /// Returns the volume in the first objectives of points sorted by the last of them; the other lanes are zero.
  private mutating func volume(
    _ points: UnsafePointer<PlaceCode>, _ count: Int, _ dimensions: Int
  ) -> Double {
    guard dimensions > 5 else { return lastSlices(points, count) }
    let lane = dimensions - 1
    let cut = room + (2 * (dimensions - 6) + 1) * capacity
    var before = EarlierPoints(in: cut + capacity, ascendingBy: lane - 1)
    var (volume, slice, last) = (0.0, 0.0, reference[lane])
    for index in 0..<count {
      var point = points[index]
      let level = value(point, lane)
      if slice > 0 { volume += slice * (level - last) }
      last = level
      point[lane] = 0
      guard let kept = before.enter(point, cut: cut) else { continue }
      var box = 1.0
      for lane in 0..<lane { box *= reference[lane] - value(point, lane) }
      slice += box - (kept > 0 ? self.volume(cut, kept, lane) : 0)
    }
    return volume + slice * (reference[lane] - last)
  }

  /// The same for five objectives, where all but the last of a point fit in one word.
  private mutating func lastSlices(_ points: UnsafePointer<PlaceCode>, _ count: Int) -> Double {
    var before = EarlierPoints(in: words + capacity, ascendingBy: 3)
    var (volume, slice, last) = (0.0, 0.0, reference[4])
    for index in 0..<count {
      let point = points[index]
      let level = value(point, 4)
      if slice > 0 { volume += slice * (level - last) }
      last = level
      guard let kept = before.enter(point.low, cut: words) else { continue }
      var box = 1.0
      for lane in 0..<4 { box *= reference[lane] - value(point, lane) }
      slice += box - (kept > 0 ? body(words, kept) : 0)
    }
    return volume + slice * (reference[4] - last)
  }

  /// Returns the volume in four objectives of points sorted by the fourth.
  private mutating func body(_ points: UnsafePointer<PlaceWord>, _ count: Int) -> Double {
    for index in 0..<count {
      let point = points[index]
      corners[index] = SIMD4(
        values[point[0]], values[capacity + point[1]], values[2 * capacity + point[2]],
        values[3 * capacity + point[3]])
    }
    return sweep.volume(
      corners, count, SIMD4(reference[0], reference[1], reference[2], reference[3]))
  }
}
