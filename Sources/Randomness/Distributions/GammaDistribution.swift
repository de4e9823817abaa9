internal import Numerics

/// Sums of waiting times: shape 1 is exponential, large shapes are nearly normal.
///
/// Marsaglia and Tsang's exact rejection method, doi:10.1145/358407.358414.
public struct GammaDistribution: Distribution {
  /// The number of stages, any positive number.
  public let shape: Double
  /// The mean of one stage.
  public let scale: Double

  /// Makes a distribution of mean `shape * scale`.
  public init(shape: Double, scale: Double) {
    precondition(shape > 0 && scale > 0, "a gamma distribution needs shape and scale above 0")
    self.shape = shape
    self.scale = scale
  }

  /// The expected value.
  public var mean: Double { shape * scale }

  /// The expected squared distance from the mean.
  public var variance: Double { shape * scale * scale }

  /// Draws one value.
  public func draw(from stream: inout RandomStream) -> Double {
    guard shape < 1 else { return scale * Self.standard(shape, &stream) }
    // Boost: if G has shape a + 1, then G·U^(1/a) has shape a.
    let boost = Double.exp(Double.log(stream.nextUnit()) / shape)
    return scale * Self.standard(shape + 1, &stream) * boost
  }

  private static func standard(_ shape: Double, _ stream: inout RandomStream) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let z = StandardNormal.quantile(stream.nextUnit())
      let root = 1 + c * z
      guard root > 0 else { continue }
      let cube = root * root * root
      let u = stream.nextUnit()
      // The paper's squeeze: true only where the exact test is, and cheaper.
      if u < 1 - 0.0331 * (z * z) * (z * z) { return d * cube }
      if Double.log(u) < 0.5 * z * z + d * (1 - cube + Double.log(cube)) { return d * cube }
    }
  }
}
