internal import Numerics

/// Draws from what was seen: each recorded value is equally likely.
public struct EmpiricalDistribution: InvertibleDistribution {
  /// The recorded values in ascending order.
  public let values: [Double]
  /// The expected value.
  public let mean: Double
  /// The expected squared distance from the mean.
  public let variance: Double

  /// Takes a record of at least one finite value; its order does not matter.
  public init(_ record: [Double]) {
    precondition(
      !record.isEmpty && record.allSatisfy(\.isFinite),
      "an empirical distribution needs at least one value, all finite")
    values = record.sorted()
    let count = Double(values.count)
    let centre = values.compensatedSum() / count
    mean = centre
    variance = values.lazy.map { ($0 - centre) * ($0 - centre) }.compensatedSum() / count
  }

  /// Returns the recorded value at a share *p* of the way through the sorted record.
  public func quantile(_ p: Double) -> Double {
    values[min(Int(p * Double(values.count)), values.count - 1)]
  }
}
