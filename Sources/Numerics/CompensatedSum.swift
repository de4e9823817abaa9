/// A running sum that keeps the digits which plain addition loses.
///
///     var sum = CompensatedSum()
///     for x in [1e16, 1, -1e16] { sum.add(x) }
///     sum.value   // 1.0, where `1e16 + 1 - 1e16` is 0
///
/// Kahan and Babuška's summation (doi:10.1007/s00607-005-0139-x): the error does not grow
/// with the number of terms, which is what lets the books of a year-long run close to 1e-9.
@frozen
public struct CompensatedSum: Equatable, Sendable {
  @usableFromInline var total = 0.0
  @usableFromInline var lost = 0.0

  /// Starts at zero.
  @inlinable
  public init() {}

  /// The sum so far; an infinite term makes it infinite.
  @inlinable
  public var value: Double { total.isFinite ? total + lost : total }

  /// Adds one term.
  ///
  /// The rounding error of the addition is found without a branch (Knuth's two-sum).
  @inlinable
  public mutating func add(_ term: Double) {
    let sum = total + term
    let added = sum - total
    lost += (total - (sum - added)) + (term - added)
    total = sum
  }
}

extension Sequence<Double> {
  /// Returns the sum in the order of the elements, with compensation for rounding.
  @inlinable
  public func compensatedSum() -> Double {
    var sum = CompensatedSum()
    for term in self { sum.add(term) }
    return sum.value
  }
}
