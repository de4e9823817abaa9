import Statistics

/// What a box plot shows: the quartiles, how far the bulk reaches, and what lies outside.
///
///     let box = BoxSummary([1, 2, 3, 4, 20])
///     box?.median         // 3.0
///     box?.upperWhisker   // 4.0: the last value within 1.5 box lengths of the box
///     box?.outliers       // [20]
///
/// Quartiles are those of NumPy and R (type 7), whiskers those of J. W. Tukey, the notch that of R. McGill
/// et al. 1978 (doi:10.1080/00031305.1978.10479236): where two notches do not overlap, the medians differ.
public struct BoxSummary: Equatable, Sendable {
  /// How many values there are.
  public let count: Int
  /// How many values were left out as not finite.
  public let omitted: Int
  /// The value in the middle.
  public let median: Double
  /// The value with a quarter of the others below.
  public let lowerQuartile: Double
  /// The value with a quarter of the others above.
  public let upperQuartile: Double
  /// The least value that is no outlier.
  public let lowerWhisker: Double
  /// The greatest value that is no outlier.
  public let upperWhisker: Double
  /// The values farther than 1.5 box lengths from the box, in ascending order.
  public let outliers: [Double]
  /// The notch around the median, 1.57 box lengths over the root of the count to each side.
  public let notch: ClosedRange<Double>

  /// Summarises values; nil where none is finite.
  public init?(_ values: [Double]) {
    let sorted = values.filter(\.isFinite).sorted()
    guard !sorted.isEmpty else { return nil }
    let summary = Summary(sorted)
    let (first, third) = (summary.quantile(0.25), summary.quantile(0.75))
    let length = third - first
    let isIn = { (value: Double) in value >= first - 1.5 * length && value <= third + 1.5 * length }
    (count, omitted) = (sorted.count, values.count - sorted.count)
    (median, lowerQuartile, upperQuartile) = (summary.median, first, third)
    lowerWhisker = Swift.min(sorted.first(where: isIn) ?? first, first)
    upperWhisker = Swift.max(sorted.last(where: isIn) ?? third, third)
    outliers = sorted.filter { !isIn($0) }
    let reach = 1.57 * length / Double(count).squareRoot()
    notch = reach.isFinite && reach > 0 ? (median - reach)...(median + reach) : median...median
  }
}
