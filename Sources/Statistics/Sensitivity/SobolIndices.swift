public import Randomness

/// Which share of an output's variance each factor explains, alone and with all its interactions.
///
///     let design = SaltelliSample(factors: 3, basePoints: 8192, key: key)
///     let indices = SobolIndices(design.points.map(model), of: design, key: key)
///     indices.first[0]   // what the first factor does alone, with its interval
///     indices.total[0]   // what would go if the first factor alone were left open
///
/// First order by Saltelli and others 2010 (doi:10.1016/j.cpc.2009.09.018, their table 2 b), totals
/// by Jansen 1999 (doi:10.1016/S0010-4655(98)00154-4), pairs by Saltelli 2002
/// (doi:10.1016/S0010-4655(02)00280-1), all over the variance of the outputs at A and B. The
/// intervals are percentiles of one bootstrap.
public struct SobolIndices: Equatable, Sendable {
  /// The share of two factors together, beyond what each does alone.
  public struct Interaction: Equatable, Sendable {
    /// The factor with the smaller number.
    public let first: Int
    /// The factor with the larger number.
    public let second: Int
    /// The share of the variance; an estimate may fall below 0.
    public let share: Interval
  }

  /// For each factor the share that it explains alone; an estimate may fall below 0.
  public let first: [Interval]
  /// For each factor the share that it explains alone and in interactions.
  public let total: [Interval]
  /// The shares of all pairs of factors; empty unless the design has points for them.
  public let interactions: [Interaction]
  /// The share of the variance that is noise, by the noise variance that was given.
  public let noise: Double
  /// The variance of the outputs at A and B.
  public let variance: Double

  /// Estimates the indices from the outputs at the points of a design.
  ///
  /// The bootstrap draws blocks of neighbouring groups of points, with stream *i* of the key for
  /// resample *i*. Points of a Sobol sequence fill the gaps of each other, which resamples do not,
  /// so with them the intervals are wider than need be. Where outputs do not vary, all indices are
  /// 0. All outputs must be finite.
  ///
  /// - Parameters:
  ///   - outputs: The output at each point.
  ///   - design: The design whose points they are.
  ///   - noiseVariance: The variance that replications of one output would show (``NoiseShare``). It
  ///     is part of the whole of which the indices are shares, and is taken out of the totals, each
  ///     of which would count it otherwise.
  ///   - blocks: Into how many blocks the groups of points are divided.
  ///   - resamples: How many resamples the bootstrap draws.
  ///   - confidence: The confidence of the intervals.
  ///   - key: Where the random numbers of the bootstrap come from.
  public init(
    _ outputs: [Double], of design: SaltelliSample, noiseVariance: Double = 0, blocks: Int = 256,
    resamples: Int = 1000, confidence: Double = 0.95, key: RandomKey
  ) {
    precondition(outputs.count == design.points.count, "every point of the design has one output")
    precondition(design.basePoints >= 2, "sensitivity needs at least two base points")
    precondition(noiseVariance >= 0, "a variance is not negative")
    precondition(blocks >= 2 && resamples >= 1, "a bootstrap needs two blocks and a resample")
    outputs.requireFinite()
    let empty = SobolSums(for: design)
    let parts = Self.sums(of: outputs, design, blocks: min(blocks, design.basePoints), from: empty)
    let whole = parts.reduce(into: empty) { $0.add($1) }
    let replicates = (0..<resamples).map { number in
      var stream = key.stream(number)
      var sum = empty
      for _ in parts { sum.add(parts[stream.next(below: parts.count)]) }
      return sum.indices(noiseVariance: noiseVariance)
    }
    let tail = Interval.tail(of: confidence)
    let intervals = whole.indices(noiseVariance: noiseVariance).enumerated().map { index, value in
      var values = replicates.map { $0[index] }
      let low = Quantile.select(tail, from: &values)
      return Interval(mean: value, low: low, high: Quantile.select(1 - tail, from: &values))
    }

    let factors = design.factors
    first = Array(intervals[..<factors])
    total = Array(intervals[factors..<2 * factors])
    interactions = zip(Self.pairs(of: factors), intervals[(2 * factors)...]).map {
      Interaction(first: $0.0, second: $0.1, share: $1)
    }
    variance = whole.variance
    noise = variance > 0 ? noiseVariance / variance : 0
  }

  private static func sums(
    of outputs: [Double], _ design: SaltelliSample, blocks: Int, from empty: SobolSums
  ) -> [SobolSums] {
    let mean = RunningMoments(outputs).mean
    let centred = outputs.map { $0 - mean }
    let size = design.groupSize
    return (0..<blocks).map { block in
      let groups = block * design.basePoints / blocks..<(block + 1) * design.basePoints / blocks
      return groups.reduce(into: empty) { sums, group in
        sums.add(centred[group * size..<(group + 1) * size])
      }
    }
  }

  private static func pairs(of factors: Int) -> [(Int, Int)] {
    (0..<factors).flatMap { first in (first + 1..<factors).map { (first, $0) } }
  }
}
