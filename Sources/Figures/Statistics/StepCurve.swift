import Numerics

/// A share that changes in steps: of values up to a place, or of cases that last beyond a time.
///
///     let curve = StepCurve.ecdf([1, 2, 2, 4])
///     curve.x            // [1, 1, 2, 4]
///     curve.y            // [0, 0.25, 0.75, 1]
///     curve.value(at: 3) // 0.75
///
/// The share *y* holds from its place *x* on, so the curve is drawn with steps after; the first place is
/// where the curve begins, with 0 or 1.
public struct StepCurve: Equatable, Sendable {
  /// The places of the steps, the start first; none where no value is finite.
  public let x: [Double]
  /// The share from each place on.
  public let y: [Double]
  /// The lower end of the band.
  public let low: [Double]
  /// The upper end of the band.
  public let high: [Double]
  /// How many values were left out as not finite.
  public let omitted: Int

  /// Returns the share of values up to each value, with the band of Dvoretzky, Kiefer and Wolfowitz.
  ///
  /// The band holds the whole true curve with the given confidence, as it is √(ln(2/α)/2*n*) to both
  /// sides (P. Massart 1990, doi:10.1214/aop/1176990746).
  public static func ecdf(_ values: [Double], confidence: Double = 0.95) -> StepCurve {
    let sorted = values.filter(\.isFinite).sorted()
    let count = Double(sorted.count)
    var (x, y) = (Array(sorted.prefix(1)), sorted.isEmpty ? [] : [0.0])
    for (index, value) in sorted.enumerated()
    where index + 1 == sorted.count || sorted[index + 1] > value {
      x.append(value)
      y.append(Double(index + 1) / count)
    }
    let reach = (-Double.log((1 - confidence) / 2) / (2 * Swift.max(1, count))).squareRoot()
    return StepCurve(
      x: x, y: y, low: y.map { Swift.max(0, $0 - reach) }, high: y.map { Swift.min(1, $0 + reach) },
      omitted: values.count - sorted.count)
  }

  /// Returns the share of cases that last beyond each time, where some were seen only up to a time.
  ///
  ///     StepCurve.survival([3, 5, 5, 8], censored: [false, false, true, false]).y   // [1, 0.75, 0.5, 0]
  ///
  /// The product of the shares that outlast each event (E. L. Kaplan and P. Meier 1958,
  /// doi:10.2307/2281868); the band is pointwise, by Greenwood's variance on the scale of
  /// ln(−ln *S*). Where it has none, as all or none are left, the band keeps its last end.
  /// The curve starts at 0, or at the least time if that is negative.
  public static func survival(
    _ times: [Double], censored: [Bool] = [], confidence: Double = 0.95
  ) -> StepCurve {
    let cases = times.indices.filter { times[$0].isFinite }
      .map { (time: times[$0], isEvent: !($0 < censored.count && censored[$0])) }
      .sorted { $0.time < $1.time }
    let normal = StandardNormal.quantile(0.5 + confidence / 2)
    var curve = SurvivalSteps(start: Swift.min(0, cases.first?.time ?? 0), normal: normal)
    var index = 0
    while index < cases.count {
      let time = cases[index].time
      var (next, events) = (index, 0)
      while next < cases.count, cases[next].time == time {
        events += cases[next].isEvent ? 1 : 0
        next += 1
      }
      if events > 0 {
        curve.add(time, events: events, atRisk: cases.count - index)
      } else if next == cases.count {
        curve.extend(to: time)
      }
      index = next
    }
    let isEmpty = cases.isEmpty
    return StepCurve(
      x: isEmpty ? [] : curve.x, y: isEmpty ? [] : curve.y, low: isEmpty ? [] : curve.low,
      high: isEmpty ? [] : curve.high, omitted: times.count - cases.count)
  }

  /// Returns the share at a place; that at the start before it, and NaN on an empty curve.
  public func value(at place: Double) -> Double {
    guard let first = y.first else { return .nan }
    var (low, high) = (0, x.count)
    while low < high {
      let middle = (low + high) / 2
      if x[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? y[low - 1] : first
  }
}

/// The steps of Kaplan and Meier's curve.
private struct SurvivalSteps {
  let normal: Double
  private(set) var x: [Double]
  private(set) var y = [1.0]
  private(set) var low = [1.0]
  private(set) var high = [1.0]
  private var variance = 0.0

  init(start: Double, normal: Double) { (x, self.normal) = ([start], normal) }

  mutating func add(_ time: Double, events: Int, atRisk: Int) {
    let (deaths, cases) = (Double(events), Double(atRisk))
    let share = y[y.count - 1] * (1 - deaths / cases)
    x.append(time)
    y.append(share)
    guard events < atRisk else {
      low.append(0)
      high.append(high[high.count - 1])
      return
    }
    variance += deaths / (cases * (cases - deaths))
    let logarithm = Double.log(share)
    let spread = Double.exp(normal * variance.squareRoot() / -logarithm)
    low.append(Double.exp(logarithm * spread))
    high.append(Double.exp(logarithm / spread))
  }

  mutating func extend(to time: Double) {
    guard time > x[x.count - 1] else { return }
    x.append(time)
    y.append(y[y.count - 1])
    low.append(low[low.count - 1])
    high.append(high[high.count - 1])
  }
}
