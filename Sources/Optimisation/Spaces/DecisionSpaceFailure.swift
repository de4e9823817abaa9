/// Why decisions do not make up a space.
public enum DecisionSpaceFailure: Error, Hashable, Sendable {
  /// There is no decision.
  case empty
  /// Two decisions have this name.
  case repeatedName(String)
  /// A decision has no value, or a step that is not positive, or an infinite range.
  case badRange(String)
  /// A decision depends on one that does not stand before it.
  case unknownDependence(of: String, on: String)
  /// A bound by others may fall below a decision's lowest value, to this number.
  case limitBelowRange(String, limit: Double)
  /// A category cannot be bounded, and only a category can be asked which of its names it is.
  case wrongKind(String)
}
