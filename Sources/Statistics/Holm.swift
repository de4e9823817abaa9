/// Holm's step-down correction for testing several hypotheses at once.
public enum Holm {
  /// Returns the adjusted *p*-values, each in the place of its own.
  ///
  ///     Holm.adjusted([0.01, 0.04, 0.03])   // [0.03, 0.06, 0.06]
  ///
  /// Reject where the adjusted value is at most the level, and the chance of even one false rejection
  /// stays within that level, however the tests depend on each other. Never weaker than
  /// Bonferroni's. Holm 1979, Scandinavian Journal of Statistics 6, 65-70. An empty list gives an
  /// empty one; every value must lie in 0...1.
  ///
  /// - Complexity: O(*n* log *n*).
  public static func adjusted(_ pValues: [Double]) -> [Double] {
    precondition(pValues.allSatisfy { $0 >= 0 && $0 <= 1 }, "a p-value lies between 0 and 1")
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var adjusted = pValues
    var highest = 0.0
    for (rank, index) in order.enumerated() {
      highest = min(1, max(highest, Double(pValues.count - rank) * pValues[index]))
      adjusted[index] = highest
    }
    return adjusted
  }
}
