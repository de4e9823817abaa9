/// The values of a decision as plain numbers, which the inner loops of a search read.
struct ChoiceRange: Hashable, Sendable {
  let lower: Double
  /// The greatest value on the grid.
  let upper: Double
  /// The distance between neighbours; 0 where every number is a value.
  let step: Double
  let isCategory: Bool

  init(_ lower: Double, _ upper: Double, step: Double, isCategory: Bool = false) {
    self.lower = lower
    self.step = step
    self.isCategory = isCategory
    self.upper = step > 0 ? Self.floor(upper, lower, step) : upper
  }

  /// Returns the greatest value that is no more than a number, a rounding error aside.
  func floor(_ number: Double) -> Double { step > 0 ? Self.floor(number, lower, step) : number }

  /// Returns the value nearest to a number within the range, the upper of two that are equally near.
  @inline(__always)
  func nearest(to number: Double) -> Double {
    guard step > 0 else { return number }
    return lower + ((number - lower) / step + 0.5).rounded(.down) * step
  }

  /// Returns the value at a share of the way from the lowest to the highest, each equally likely for
  /// an evenly spread share.
  func value(at share: Double) -> Double {
    guard step > 0 else { return lower + share * (upper - lower) }
    let count = ((upper - lower) / step).rounded() + 1
    return lower + min((share * count).rounded(.down), count - 1) * step
  }

  private static func floor(_ number: Double, _ lower: Double, _ step: Double) -> Double {
    // 0.3 is three steps of 0.1, although 0.3 / 0.1 is less than 3.
    lower + ((number - lower) / step + 1e-9).rounded(.down) * step
  }
}
