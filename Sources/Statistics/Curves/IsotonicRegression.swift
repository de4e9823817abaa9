public import Randomness

/// The rising curve that comes nearest to values which ought to rise but for chance.
///
///     let curve = IsotonicRegression([0, 0.2, 0.1, 0.4], at: [30, 60, 90, 120])
///     curve.values               // [0, 0.15, 0.15, 0.4]
///     curve.value(at: 105)       // 0.275
///     curve.level(reaching: 0.3) // 108
///
/// Least squares under the one assumption that more traffic never means fewer strandings; no shape
/// is presumed. By pooling adjacent violators (Ayer and others 1955, doi:10.1214/aoms/1177728423).
/// Between the levels the curve is straight, beyond them constant.
public struct IsotonicRegression: Equatable, Sendable {
  /// The levels, ascending.
  public let levels: [Double]
  /// The curve's value at each level; never less than at the level before.
  public let values: [Double]

  /// Fits the curve to finite values at ascending levels, each of equal weight unless told
  /// otherwise.
  ///
  /// - Complexity: O(*n*).
  public init(_ values: [Double], at levels: [Double], weights: [Double]? = nil) {
    levels.requireAscending()
    values.requireFinite()
    precondition(values.count == levels.count, "every level has a value")
    precondition(
      weights?.count ?? levels.count == levels.count
        && weights?.allSatisfy { $0 > 0 && $0.isFinite } ?? true,
      "every level has a weight, which is positive")
    self.levels = levels
    self.values = Self.pooled(values, weights ?? Array(repeating: 1, count: values.count))
  }

  /// Fits the curve to the means of replicates.
  public init(_ table: ReplicateTable) {
    self.init(table.means, at: table.levels)
  }

  private static func pooled(_ values: [Double], _ weights: [Double]) -> [Double] {
    var pools: [(value: Double, weight: Double, count: Int)] = []
    for (value, weight) in zip(values, weights) {
      var pool = (value: value, weight: weight, count: 1)
      while let last = pools.last, last.value >= pool.value {
        pools.removeLast()
        let weight = last.weight + pool.weight
        let value = last.value + (pool.value - last.value) * (pool.weight / weight)
        pool = (value, weight, last.count + pool.count)
      }
      pools.append(pool)
    }
    return pools.flatMap { Array(repeating: $0.value, count: $0.count) }
  }

  /// Returns the curve's value at a level.
  public func value(at level: Double) -> Double {
    guard let right = levels.firstIndex(where: { $0 >= level }) else {
      return values[values.count - 1]
    }
    guard right > 0, levels[right] > level else { return values[right] }
    let share = (level - levels[right - 1]) / (levels[right] - levels[right - 1])
    return values[right - 1] + share * (values[right] - values[right - 1])
  }

  /// Returns the lowest level at which the curve has come up to a value.
  ///
  /// Minus infinity where it lies above the value from the first level on: then the level is one
  /// below those that were studied. Infinity where it never comes up to it.
  public func level(reaching value: Double) -> Double {
    guard let right = values.firstIndex(where: { $0 >= value }) else { return .infinity }
    guard values[right] > value else { return levels[right] }
    guard right > 0 else { return -.infinity }
    let share = (value - values[right - 1]) / (values[right] - values[right - 1])
    return levels[right - 1] + share * (levels[right] - levels[right - 1])
  }
}

extension IsotonicRegression {
  /// Returns a bootstrap interval of the curve at each level, from resamples of the replicates.
  ///
  /// Each is an interval for its own level, not a band for the whole curve at once.
  public static func band(
    _ table: ReplicateTable, resamples: Int = 2000, confidence: Double = 0.95, key: RandomKey
  ) -> [Interval] {
    let tail = table.tail(of: confidence)
    let curves = (0..<resamples).map { number in
      pooled(
        table.resampledMeans(number, key: key), Array(repeating: 1, count: table.levels.count))
    }
    return IsotonicRegression(table).values.enumerated().map { place, estimate in
      var values = curves.map { $0[place] }
      let low = Quantile.select(tail, from: &values)
      return Interval(mean: estimate, low: low, high: Quantile.select(1 - tail, from: &values))
    }
  }
}
