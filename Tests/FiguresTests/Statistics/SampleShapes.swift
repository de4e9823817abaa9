import Peers

extension FixedRandom {
  /// A sample of one of several shapes: even, skewed, with ties, with outliers.
  mutating func sample(_ count: Int, shape: Int) -> [Double] {
    (0..<count).map { _ in
      let unit = Double.random(in: 0.001...1, using: &self)
      switch shape % 4 {
      case 0: return 20 * unit - 5
      case 1: return 3 / unit
      case 2: return (8 * unit).rounded()
      default: return below(15) == 0 ? 100 * unit : unit
      }
    }
  }
}

/// Whether two numbers agree to a relative tolerance, or both are NaN.
func agree(_ first: Double, _ second: Double, _ tolerance: Double) -> Bool {
  first == second || first.isNaN && second.isNaN
    || (first - second).magnitude <= tolerance * Swift.max(1, second.magnitude)
}
