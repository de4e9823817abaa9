/// How far apart the neighbours of a design lie along a front, summed over the objectives.
///
/// Each objective is scaled by its range on the front; the ends are infinitely far. Deb et al. 2002,
/// doi:10.1109/4235.996017.
public enum CrowdingDistance {
  /// Returns the distance of each row.
  ///
  ///     CrowdingDistance.distances(of: ObjectiveTable([[0, 4], [1, 2], [4, 0]]))   // [∞, 2, ∞]
  public static func distances(of table: ObjectiveTable) -> [Double] {
    distances(of: table, members: Array(0..<table.count))
  }

  /// Returns the distance of each member among the members alone, in their order.
  public static func distances(of table: ObjectiveTable, members: [Int]) -> [Double] {
    let width = table.objectives
    var distances = [Double](repeating: 0, count: members.count)
    guard members.count > 2 else { return distances.map { _ in .infinity } }
    for objective in 0..<width {
      let order = table.values.withUnsafeBufferPointer { values in
        SortedOrder.ascending(members.count) { values[members[$0] * width + objective] }
      }
      func value(_ place: Int) -> Double {
        table.values[members[Int(order[place])] * width + objective]
      }
      let last = order.count - 1
      let range = value(last) - value(0)
      distances[Int(order[0])] = .infinity
      distances[Int(order[last])] = .infinity
      guard range > 0, range < .infinity else { continue }
      for place in 1..<last {
        distances[Int(order[place])] += (value(place + 1) - value(place - 1)) / range
      }
    }
    return distances
  }
}
