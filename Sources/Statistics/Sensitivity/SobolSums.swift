/// The sums over groups of points from which Sobol's indices follow.
///
/// Sums of blocks are kept, so that a resample adds up a few hundred of them instead of all
/// outputs.
struct SobolSums {
  private let factors: Int
  private let hasPairs: Bool
  private var groups = 0.0
  /// The outputs at A and B, and their squares.
  private var ends = 0.0
  private var squares = 0.0
  /// For each factor *b*(*abᵢ* − *a*) and (*abᵢ* − *a*)².
  private var products: [Double]
  private var changes: [Double]
  /// For each pair of factors *baᵢ* *abⱼ* − *a* *b*.
  private var pairProducts: [Double]

  /// Starts with no group.
  init(for design: SaltelliSample) {
    factors = design.factors
    hasPairs = design.hasSecondOrder
    products = Array(repeating: 0, count: factors)
    changes = products
    pairProducts = Array(repeating: 0, count: hasPairs ? factors * (factors - 1) / 2 : 0)
  }

  /// Takes up the outputs of one group of points, less their mean over all points.
  ///
  /// The mean cancels in the long run; without it the estimates vary far less.
  mutating func add(_ group: ArraySlice<Double>) {
    let start = group.startIndex
    let (a, b) = (group[start], group[group.endIndex - 1])
    groups += 1
    ends += a + b
    squares += a * a + b * b
    for factor in 0..<factors {
      let change = group[start + 1 + factor] - a
      products[factor] += b * change
      changes[factor] += change * change
    }
    guard hasPairs else { return }
    var pair = 0
    for first in 0..<factors {
      for second in first + 1..<factors {
        let swapped = group[start + 1 + factors + first]
        pairProducts[pair] += swapped * group[start + 1 + second] - a * b
        pair += 1
      }
    }
  }

  /// Takes up all that another sum holds.
  mutating func add(_ other: SobolSums) {
    groups += other.groups
    ends += other.ends
    squares += other.squares
    for factor in 0..<factors {
      products[factor] += other.products[factor]
      changes[factor] += other.changes[factor]
    }
    for pair in pairProducts.indices { pairProducts[pair] += other.pairProducts[pair] }
  }

  /// The variance of the outputs at A and B.
  var variance: Double {
    let mean = 0.5 * ends / groups
    return max(0, 0.5 * squares / groups - mean * mean)
  }

  /// Returns the first orders, the totals and the shares of pairs; zeros without variance.
  func indices(noiseVariance: Double) -> [Double] {
    let variance = variance
    guard variance > 0 else {
      return Array(repeating: 0, count: 2 * factors + pairProducts.count)
    }
    let scale = 1 / (groups * variance)
    let first = products.map { $0 * scale }
    let total = changes.map { 0.5 * $0 * scale - noiseVariance / variance }
    guard hasPairs else { return first + total }
    var pairs = pairProducts.map { $0 * scale }
    var pair = 0
    for left in 0..<factors {
      for right in left + 1..<factors {
        pairs[pair] -= first[left] + first[right]
        pair += 1
      }
    }
    return first + total + pairs
  }
}
