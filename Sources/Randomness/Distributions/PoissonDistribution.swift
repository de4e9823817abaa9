internal import Numerics

/// How many independent rare things happen, such as arrivals in an hour.
public struct PoissonDistribution: Distribution {
  /// The expected count, which is also the variance.
  public let mean: Double

  /// Makes a distribution of counts with the mean asked for.
  public init(mean: Double) {
    precondition(mean >= 0 && mean < 1e15, "a Poisson mean lies between 0 and 1e15")
    self.mean = mean
  }

  /// Draws one value.
  public func draw(from stream: inout RandomStream) -> Int {
    mean < 10 ? bySearch(&stream) : byTransformedRejection(&stream)
  }

  /// Walks up the probabilities until they exceed one uniform number.
  private func bySearch(_ stream: inout RandomStream) -> Int {
    var remaining = stream.nextUnit()
    var probability = Double.exp(-mean)
    var count = 0
    while remaining > probability, probability > 0 {
      remaining -= probability
      count += 1
      probability *= mean / Double(count)
    }
    return count
  }

  /// Hörmann's PTRS, doi:10.1016/0167-6687(93)90997-4: exact for every mean of 10 and more.
  private func byTransformedRejection(_ stream: inout RandomStream) -> Int {
    let root = mean.squareRoot()
    let b = 0.931 + 2.53 * root
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let squeeze = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = stream.nextUnit() - 0.5
      let v = stream.nextUnit()
      let us = 0.5 - u.magnitude
      let position = (2 * a / us + b) * u + mean + 0.43
      // Where u is nearly ±½ the position can lie beyond every Int64.
      guard position >= 0, position < 0x1p62 else { continue }
      let k = Double(Int64(position))
      if us >= 0.07, v <= squeeze { return Int(k) }
      if us < 0.013, v > us { continue }
      let left = Double.log(v) + Double.log(inverseAlpha) - Double.log(a / (us * us) + b)
      if left <= GammaFunction.logDensity(shape: k + 1, mean) { return Int(k) }
    }
  }
}
