/// The design for someone who knows how much each objective matters.
public enum Compromise {
  /// Returns the member whose largest weighted distance from the ideal is smallest, or `nil` of an
  /// empty front.
  ///
  ///     Compromise.member(of: ObjectiveTable([[0, 10], [1, 2], [10, 0]]), weights: [1, 1])   // 1
  ///
  /// The augmented Chebyshev distance (Steuer and Choo 1983, doi:10.1007/BF02591870), in the units of
  /// the front: max(*wᵢ zᵢ*) + *augmentation* · Σ *zᵢ*. The small second part keeps out members that
  /// another one beats. Any member can be reached with the right weights. The first of equals.
  public static func member(
    of front: ObjectiveTable, weights: [Double], augmentation: Double = 1e-4
  ) -> Int? {
    precondition(
      weights.allSatisfy { $0 >= 0 } && (front.count == 0 || weights.count == front.objectives),
      "every objective has a weight, which is not negative")
    let scale = FrontScale(of: front)
    var (best, least): (Int?, Double) = (nil, .infinity)
    for row in 0..<front.count {
      let scaled = scale.scaled(front[row])
      let distance =
        zip(weights, scaled).reduce(0) { max($0, $1.0 * $1.1) }
        + augmentation * scaled.reduce(0, +)
      if distance < least { (best, least) = (row, distance) }
    }
    return best
  }
}
