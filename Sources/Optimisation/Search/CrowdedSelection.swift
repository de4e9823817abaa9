/// Thins out a front one design at a time, always the one whose neighbours are nearest.
///
/// The crowding distance changes when a neighbour goes; taking all the crowded ones at once would tear
/// holes. Kukkonen and Deb 2006, doi:10.1109/CEC.2006.1688439. Each objective keeps its designs in a
/// linked list, so a removal changes few distances.
struct CrowdedSelection {
  private let count: Int
  private let objectives: Int
  /// For each objective, for each design the one before and the one after it; -1 at the ends.
  private var before: [Int32]
  private var after: [Int32]
  /// For each objective, for each design its value over the range of the front.
  private var scaled: [Double]
  private(set) var distances: [Double]

  init(_ table: ObjectiveTable, _ members: [Int]) {
    (count, objectives) = (members.count, table.objectives)
    before = [Int32](repeating: -1, count: count * objectives)
    after = before
    scaled = [Double](repeating: 0, count: count * objectives)
    distances = [Double](repeating: 0, count: count)
    for objective in 0..<objectives {
      let values = members.map { table.values[$0 * objectives + objective] }
      let order = SortedOrder.ascending(count) { values[$0] }
      let start = objective * count
      for place in order.indices.dropFirst() {
        before[start + Int(order[place])] = order[place - 1]
        after[start + Int(order[place - 1])] = order[place]
      }
      let (low, high) = (values[Int(order[0])], values[Int(order[count - 1])])
      let range = high - low
      guard range > 0, range < .infinity else { continue }
      for index in 0..<count { scaled[start + index] = (values[index] - low) / range }
    }
    for index in 0..<count { measure(index) }
  }

  /// Returns the places of the designs that stay, ascending.
  mutating func keep(_ wanted: Int) -> [Int] {
    var isThere = [Bool](repeating: true, count: count)
    for _ in 0..<max(count - wanted, 0) {
      var (nearest, least) = (-1, Double.infinity)
      for index in 0..<count where isThere[index] {
        if nearest < 0 || distances[index] < least { (nearest, least) = (index, distances[index]) }
      }
      isThere[nearest] = false
      remove(nearest)
    }
    return (0..<count).filter { isThere[$0] }
  }

  private mutating func remove(_ index: Int) {
    for objective in 0..<objectives {
      let start = objective * count
      let (left, right) = (Int(before[start + index]), Int(after[start + index]))
      if left >= 0 { after[start + left] = Int32(right) }
      if right >= 0 { before[start + right] = Int32(left) }
    }
    for objective in 0..<objectives {
      let start = objective * count
      let (left, right) = (Int(before[start + index]), Int(after[start + index]))
      if left >= 0 { measure(left) }
      if right >= 0 { measure(right) }
    }
  }

  private mutating func measure(_ index: Int) {
    var distance = 0.0
    for objective in 0..<objectives {
      let start = objective * count
      let (left, right) = (before[start + index], after[start + index])
      guard left >= 0, right >= 0 else {
        distances[index] = .infinity
        return
      }
      distance += scaled[start + Int(right)] - scaled[start + Int(left)]
    }
    distances[index] = distance
  }
}
