/// The designs from the best first objective to the worst, ties by the second and so on, and
/// each design only once.
///
/// In this order a design can only be dominated by one that came before it, which every method of
/// this room starts from.
struct LexicographicOrder {
  /// One design of each group of equal ones, in order.
  private(set) var designs: ContiguousArray<Int32> = []
  /// For every design its group: the position of its equal in `designs`.
  private(set) var group: ContiguousArray<Int32> = []

  /// - Complexity: O(*n* log *n*); for many designs without ties, O(*n*).
  init(_ table: ObjectiveTable) {
    let (count, width) = (table.count, table.objectives)
    guard count > 0 else { return }
    table.values.withUnsafeBufferPointer { values in
      var order = SortedOrder.ascending(count) { values[$0 * width] }
      order.withUnsafeMutableBufferPointer { order in
        Self.settleTies(in: order, values, width)
      }
      group = ContiguousArray(repeating: 0, count: count)
      designs.reserveCapacity(count)
      for index in order {
        if let last = designs.last, Self.areEqual(Int(last), Int(index), values, width) {
          group[Int(index)] = Int32(designs.count - 1)
        } else {
          group[Int(index)] = Int32(designs.count)
          designs.append(index)
        }
      }
    }
  }

  /// Returns for each position in this order its place by another objective; equal values keep the
  /// order of positions.
  func places(by objective: Int, in table: ObjectiveTable) -> (
    sorted: ContiguousArray<Int32>, places: ContiguousArray<Int32>
  ) {
    let width = table.objectives
    let sorted = table.values.withUnsafeBufferPointer { values in
      designs.withUnsafeBufferPointer { designs in
        SortedOrder.ascending(designs.count) { values[Int(designs[$0]) * width + objective] }
      }
    }
    var places = ContiguousArray<Int32>(repeating: 0, count: sorted.count)
    for (place, position) in sorted.enumerated() { places[Int(position)] = Int32(place) }
    return (sorted, places)
  }

  /// Sorts each run of equal first objectives by the other objectives, then by index.
  private static func settleTies(
    in order: UnsafeMutableBufferPointer<Int32>, _ values: UnsafeBufferPointer<Double>, _ width: Int
  ) {
    var start = 0
    while start < order.count {
      var end = start + 1
      let first = values[Int(order[start]) * width]
      while end < order.count, values[Int(order[end]) * width] == first { end += 1 }
      if end - start > 1 {
        var run = UnsafeMutableBufferPointer(rebasing: order[start..<end])
        run.sort { left, right in
          for column in 1..<max(width, 1) {
            let (a, b) = (values[Int(left) * width + column], values[Int(right) * width + column])
            if a != b { return a < b }
          }
          return left < right
        }
      }
      start = end
    }
  }

  private static func areEqual(
    _ left: Int, _ right: Int, _ values: UnsafeBufferPointer<Double>, _ width: Int
  ) -> Bool {
    for column in 0..<width where values[left * width + column] != values[right * width + column] {
      return false
    }
    return true
  }
}
