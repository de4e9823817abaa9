public import Randomness

/// The points from which Sobol's sensitivity indices are estimated.
///
///     let design = SaltelliSample(factors: 3, basePoints: 8192, key: key)
///     design.points.count   // 40 960
///     let indices = SobolIndices(design.points.map(model), of: design, key: key)
///
/// Two unrelated points A and B, and for every factor *i* a point ABᵢ that is A with the coordinate
/// *i* of B: comparing the model at A and at ABᵢ shows what factor *i* does, comparing at B and at
/// ABᵢ what all others do (Saltelli and others 2010, doi:10.1016/j.cpc.2009.09.018). A and B are
/// the two halves of one scrambled ``SobolSequence`` of twice the dimensions.
public struct SaltelliSample: Equatable, Sendable {
  /// How many factors there are.
  public let factors: Int
  /// How many pairs of A and B there are.
  public let basePoints: Int
  /// Whether there are points for the second order, too: BAᵢ, which is B with coordinate *i* of A.
  public let hasSecondOrder: Bool
  /// The points, one group after another: A, AB₁ … ABₖ, if asked for BA₁ … BAₖ, and B.
  public let points: DesignPoints

  /// Draws a sample; a power of two of base points is best.
  public init(factors: Int, basePoints: Int, secondOrder: Bool = false, key: RandomKey) {
    let sequence = SobolSequence(dimensions: 2 * factors, scrambledBy: key)
    self.init(pairs: sequence.points(basePoints), secondOrder: secondOrder)
  }

  /// Makes a sample of given pairs: points of twice as many dimensions as there are factors, first
  /// those of A, then those of B.
  public init(pairs: DesignPoints, secondOrder: Bool = false) {
    precondition(pairs.dimensions.isMultiple(of: 2), "a pair has as many coordinates in A as in B")
    let factors = pairs.dimensions / 2
    var coordinates: [Double] = []
    coordinates.reserveCapacity(
      pairs.count * factors * (secondOrder ? 2 * factors + 2 : factors + 2))
    for pair in pairs {
      let (first, second) = (pair[..<factors], pair[factors...])
      coordinates += first
      for factor in 0..<factors {
        coordinates += first
        coordinates[coordinates.count - factors + factor] = pair[factors + factor]
      }
      for factor in 0..<(secondOrder ? factors : 0) {
        coordinates += second
        coordinates[coordinates.count - factors + factor] = pair[factor]
      }
      coordinates += second
    }
    self.factors = factors
    basePoints = pairs.count
    hasSecondOrder = secondOrder
    points = DesignPoints(dimensions: factors, coordinates: coordinates)
  }

  /// How many points belong to one pair of A and B.
  public var groupSize: Int { hasSecondOrder ? 2 * factors + 2 : factors + 2 }
}
