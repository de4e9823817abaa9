/// For what share of the time a load is at least so high.
///
///     let curve = LoadDuration([3, 9, 1, 3])
///     curve.loads             // [9, 3, 3, 1]
///     curve.shares            // [0.25, 0.5, 0.75, 1]
///     curve.load(at: 0.6)     // 3.0: exceeded, or equalled, for 60 % of the time
///
/// Drawn with steps before, from the share 0 on.
public struct LoadDuration: Equatable, Sendable {
  /// The loads, the greatest first.
  public let loads: [Double]
  /// The share of the time up to the end of each load.
  public let shares: [Double]
  /// How many readings were left out: not finite, or of no duration.
  public let omitted: Int

  /// Sorts readings, each of which lasts as long as the others, or as long as is said.
  public init(_ readings: [Double], durations: [Double] = []) {
    precondition(
      durations.isEmpty || durations.count == readings.count,
      "Each reading has a duration, or none.")
    func duration(_ index: Int) -> Double { durations.isEmpty ? 1 : durations[index] }
    let most = durations.reduce(0) { $1.isFinite ? Swift.max($0, $1) : $0 }
    let order = readings.indices
      .filter { readings[$0].isFinite && duration($0) > 0 && duration($0).isFinite }
      .sorted { (-readings[$0], $0) < (-readings[$1], $1) }
    var sums: [Double] = []
    sums.reserveCapacity(order.count)
    var sum = 0.0
    for index in order {
      sum += durations.isEmpty ? 1 : durations[index] / most
      sums.append(sum)
    }
    loads = order.map { readings[$0] }
    shares = sums.map { $0 / sum }
    omitted = readings.count - order.count
  }

  /// Returns the load that is equalled or exceeded for a share of the time; nil without readings.
  public func load(at share: Double) -> Double? {
    var (low, high) = (0, shares.count)
    while low < high {
      let middle = (low + high) / 2
      if shares[middle] < share { low = middle + 1 } else { high = middle }
    }
    return loads.isEmpty ? nil : loads[Swift.min(low, loads.count - 1)]
  }
}
