import Numerics
import Randomness
import Statistics

/// One line with a band out of many runs: for each x, the centre of the runs and how sure it is.
///
///     let curve = SeriesSummary(x: episode, y: score, seeds: seed, centre: .interquartileMean)
///     curve.centre   // one for each x in ascending order; curve.low and curve.high around it
///
/// Rows of the same x and seed are first averaged, so that every run counts once.
public struct SeriesSummary: Equatable, Sendable {
  /// The places, in ascending order.
  public let x: [Double]
  /// The centre of the runs at each place.
  public let centre: [Double]
  /// The lower end of the band; NaN where there are too few runs for one.
  public let low: [Double]
  /// The upper end of the band; NaN where there are too few runs for one.
  public let high: [Double]
  /// How many runs there are at each place.
  public let counts: [Int]
  /// How many rows were left out as not finite.
  public let omitted: Int

  /// What stands for all runs.
  public enum Centre: String, CaseIterable, Equatable, Hashable, Sendable {
    /// The arithmetic mean.
    case mean
    /// The value in the middle.
    case median
    /// The mean of the middle half (R. Agarwal et al. 2021, arXiv:2108.13264).
    case interquartileMean

    /// Returns the centre of values, of which there is at least one.
    public func value(of values: [Double]) -> Double {
      switch self {
      case .mean: return values.compensatedSum() / Double(values.count)
      case .median:
        var values = values
        return Quantile.select(0.5, from: &values)
      case .interquartileMean:
        let middle = values.sorted().dropFirst(values.count / 4).dropLast(values.count / 4)
        return middle.compensatedSum() / Double(middle.count)
      }
    }
  }

  /// What the band shows.
  public enum Band: Equatable, Sendable {
    /// Where the mean is, by Student's *t*, whatever the centre.
    case studentT(confidence: Double)
    /// Where the centre is, by the percentile bootstrap.
    case bootstrap(confidence: Double, resamples: Int)
    /// Where the runs are, between two quantiles.
    case quantiles(Double, Double)
  }

  /// Summarises rows; without seeds every row is a run of its own.
  ///
  /// - Complexity: a bootstrap takes *resamples* times the number of rows.
  ///
  /// - Parameters:
  ///   - x: The place of each row.
  ///   - y: The value of each row.
  ///   - seeds: The run of each row.
  ///   - centre: What stands for all runs.
  ///   - band: What the band shows.
  ///   - randomSeed: What the bootstrap draws from; equal seeds give equal bands.
  public init(
    x: [Double], y: [Double], seeds: [Int] = [], centre: Centre = .mean,
    band: Band = .studentT(confidence: 0.95), randomSeed: UInt64 = 0
  ) {
    precondition(x.count == y.count, "Each row has an x and a y.")
    precondition(seeds.isEmpty || seeds.count == x.count, "Each row has a seed, or none has.")
    let rows = x.indices.filter { x[$0].isFinite && y[$0].isFinite }
    omitted = x.count - rows.count
    let most = rows.reduce(0) { Swift.max($0, y[$1].magnitude) }
    let scale = most > 0 ? Double(sign: .plus, exponent: most.exponent, significand: 1) : 1
    let key = RandomKey(seed: randomSeed).key("figure band")
    var result = (x: [Double](), centre: [Double](), low: [Double](), high: [Double](), n: [Int]())
    let sorted = rows.map { (x: x[$0], seed: seeds.isEmpty ? $0 : seeds[$0], y: y[$0] / scale) }
      .sorted { ($0.x, $0.seed, $0.y) < ($1.x, $1.seed, $1.y) }
    for place in sorted.stretches(where: { $0.x == $1.x }) {
      let runs = Array(place).stretches { $0.seed == $1.seed }.map { run in
        run.map(\.y).compensatedSum() / Double(run.count)
      }
      let band = Self.band(runs, band, centre, key.key(result.x.count))
      result.x.append(place[place.startIndex].x)
      result.centre.append(centre.value(of: runs) * scale)
      result.low.append(band.low * scale)
      result.high.append(band.high * scale)
      result.n.append(runs.count)
    }
    (self.x, self.centre, counts) = (result.x, result.centre, result.n)
    (low, high) = (result.low, result.high)
  }

  private static func band(
    _ runs: [Double], _ band: Band, _ centre: Centre, _ key: RandomKey
  ) -> (low: Double, high: Double) {
    let interval: Interval?
    switch band {
    case .studentT(let confidence): interval = .studentT(runs, confidence: confidence)
    case .bootstrap(let confidence, let resamples):
      interval = .bootstrapPercentile(
        runs, resamples: resamples, confidence: confidence, key: key, of: centre.value)
    case .quantiles(let low, let high):
      var runs = runs
      return (Quantile.select(low, from: &runs), Quantile.select(high, from: &runs))
    }
    return interval.map { ($0.low, $0.high) } ?? (.nan, .nan)
  }
}

extension Array {
  /// Returns the stretches of neighbours that belong together.
  fileprivate func stretches(where belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var stretches: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices.dropFirst() where !belong(self[index - 1], self[index]) {
      stretches.append(self[start..<index])
      start = index
    }
    return isEmpty ? [] : stretches + [self[start...]]
  }
}
