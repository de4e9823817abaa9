/// A share between 0 and 1, such as a state of charge on arrival.
public struct BetaDistribution: Distribution {
  /// The weight towards 1.
  public let alpha: Double
  /// The weight towards 0.
  public let beta: Double

  /// Makes a distribution of mean `alpha / (alpha + beta)`.
  public init(alpha: Double, beta: Double) {
    precondition(alpha > 0 && beta > 0, "a beta distribution needs both weights above 0")
    self.alpha = alpha
    self.beta = beta
  }

  /// The expected value.
  public var mean: Double { alpha / (alpha + beta) }

  /// The expected squared distance from the mean.
  public var variance: Double {
    let sum = alpha + beta
    return alpha * beta / (sum * sum * (sum + 1))
  }

  /// Draws one value.
  public func draw(from stream: inout RandomStream) -> Double {
    let x = GammaDistribution(shape: alpha, scale: 1).draw(from: &stream)
    let y = GammaDistribution(shape: beta, scale: 1).draw(from: &stream)
    // Both can only vanish together for tiny weights, where all mass lies at the two ends.
    guard x + y > 0 else { return stream.nextUnit() * (alpha + beta) < alpha ? 1 : 0 }
    return x / (x + y)
  }
}
