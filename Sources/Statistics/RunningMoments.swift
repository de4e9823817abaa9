/// Count, mean, variance and extremes of values that come one after another.
///
///     var waits = RunningMoments()
///     for minutes in [4.0, 5, 6] { waits.add(minutes) }
///     waits.mean       // 5.0
///     waits.variance   // 1.0
///
/// Welford's update (doi:10.1080/00401706.1962.10490022): no value is kept, and none of the digits
/// is lost that "mean of squares minus square of mean" would lose. Parts that were collected apart
/// are joined with ``merge(_:)``; joined in the order of their index they give the same bits
/// whatever the number of threads. All values must be finite.
public struct RunningMoments: Equatable, Sendable {
  /// How many values there were.
  public private(set) var count = 0
  /// The mean; 0 before the first value.
  public private(set) var mean = 0.0
  /// The smallest value; infinity before the first.
  public private(set) var min = Double.infinity
  /// The largest value; minus infinity before the first.
  public private(set) var max = -Double.infinity
  private(set) var squares = 0.0

  /// Starts with no value.
  public init() {}

  /// Takes up the values of a sample in their order.
  public init(_ sample: [Double]) {
    for value in sample { add(value) }
  }

  /// The unbiased variance, with *n* − 1 in the denominator; NaN with fewer than two values.
  public var variance: Double { count < 2 ? .nan : squares / Double(count - 1) }

  /// The square root of the variance; NaN with fewer than two values.
  public var standardDeviation: Double { variance.squareRoot() }

  /// The standard deviation of the mean of independent values; NaN with fewer than two.
  public var standardError: Double { (variance / Double(count)).squareRoot() }

  /// Takes up one value.
  public mutating func add(_ value: Double) {
    precondition(value.isFinite, "a sample must hold finite numbers only")
    count += 1
    let distance = value - mean
    mean += distance / Double(count)
    squares += distance * (value - mean)
    if value < min { min = value }
    if value > max { max = value }
  }

  /// Takes up all that another collector has seen, as if its values came after.
  ///
  /// Equal to adding them one by one but for rounding (Chan, Golub and LeVeque 1983,
  /// doi:10.1080/00031305.1983.10483115).
  public mutating func merge(_ other: RunningMoments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let (mine, theirs) = (Double(count), Double(other.count))
    let share = theirs / (mine + theirs)
    let distance = other.mean - mean
    count += other.count
    mean += distance * share
    squares += other.squares + distance * distance * mine * share
    if other.min < min { min = other.min }
    if other.max > max { max = other.max }
  }
}
