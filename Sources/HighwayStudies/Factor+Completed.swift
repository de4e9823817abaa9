public import AnalysisKit
internal import Text

extension [Factor] {
  /// Returns factors with the keys and units of those that have a name of their own and say nothing else.
  public func completed(in file: String) throws(ToolFailure) -> [Factor] {
    var factors = self
    for place in factors.indices where factors[place].keys.isEmpty {
      guard let known = HighwayFactor(rawValue: factors[place].name) else {
        let names = HighwayFactor.allCases.map(\.rawValue)
        throw .input(
          InputFailure(
            file: file, keyPath: "factors[\(place)].key",
            problem: "the factor \(factors[place].name.quoted) has no key of the scenario",
            remedy: "Give it one, or one of the names \(names.listed(conjunction: "and"))."))
      }
      factors[place].keys = known.keys
      factors[place].unit = factors[place].unit ?? known.unit
    }
    return factors
  }
}
