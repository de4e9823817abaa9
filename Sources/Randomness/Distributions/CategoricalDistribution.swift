/// One of several kinds, each with a weight, drawn in constant time.
///
///     let fleet = CategoricalDistribution(weights: [0.25, 0.40, 0.25, 0.10])
///     fleet.index(for: word)   // 0 ..< 4
///
/// Walker's alias table in Vose's form, doi:10.1109/32.92917.
public struct CategoricalDistribution: Distribution {
  @usableFromInline let thresholds: [Double]
  @usableFromInline let aliases: [Int]

  /// Takes weights that are not negative and not all zero; they need not add up to 1.
  public init(weights: [Double]) {
    let total = weights.reduce(0, +)
    precondition(
      total > 0 && total < .infinity && weights.allSatisfy { $0 >= 0 },
      "weights are not negative and not all zero")
    let count = weights.count
    var shares = weights.map { $0 / total * Double(count) }
    var thresholds = [Double](repeating: 1, count: count)
    var aliases = Array(0..<count)
    var small = shares.indices.filter { shares[$0] < 1 }
    var large = shares.indices.filter { shares[$0] >= 1 }
    while let poor = small.popLast(), let rich = large.last {
      thresholds[poor] = shares[poor]
      aliases[poor] = rich
      shares[rich] -= 1 - shares[poor]
      if shares[rich] < 1 {
        large.removeLast()
        small.append(rich)
      }
    }
    // Rounding can leave a kind of weight zero over; it must still never be drawn.
    let likeliest = weights.indices.max { weights[$0] < weights[$1] } ?? 0
    for kind in weights.indices where weights[kind] == 0 && aliases[kind] == kind {
      thresholds[kind] = 0
      aliases[kind] = likeliest
    }
    self.thresholds = thresholds
    self.aliases = aliases
  }

  /// Returns the kind that belongs to one random word.
  @inlinable
  public func index(for word: UInt64) -> Int {
    let product = UInt64(thresholds.count).multipliedFullWidth(by: word)
    let column = Int(product.high)
    return product.low.unitInterval < thresholds[column] ? column : aliases[column]
  }

  /// Draws one value.
  @inlinable
  public func draw(from stream: inout RandomStream) -> Int { index(for: stream.next()) }
}
