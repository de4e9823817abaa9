/// Which values the colours of a map stand for.
///
///     ColourRange(covering: [-2, 6], centre: 0).place(of: -2)   // 0.333…: as far below as 2 is above
public struct ColourRange: Equatable, Sendable {
  /// The values of the first and the last colour.
  public let domain: ClosedRange<Double>

  /// Spans the finite ones among the values.
  public init(covering values: some Sequence<Double>) {
    domain = Scale(.linear, covering: values).domain
  }

  /// Spans as far to one side of a fixed centre as to the other, far enough for every finite value.
  ///
  /// Without any the reach is 1; a centre that is not finite is 0.
  public init(covering values: some Sequence<Double>, centre: Double) {
    let limit = Scale.farthest
    let middle = centre.isFinite ? Swift.min(limit, Swift.max(-limit, centre)) : 0
    var reach = 0.0
    for value in values where value.isFinite {
      let bounded = Swift.min(limit, Swift.max(-limit, value))
      reach = Swift.max(reach, (bounded - middle).magnitude)
    }
    if middle + reach == middle || middle - reach == middle {
      reach = Swift.max(1, 0.1 * middle.magnitude)
    }
    domain = (middle - reach)...(middle + reach)
  }

  /// The place of a value in the map, 0 to 1 within the range; nil for NaN and infinities.
  public func place(of value: Double) -> Double? {
    guard value.isFinite else { return nil }
    let (low, high) = (domain.lowerBound, domain.upperBound)
    return (value / 2 - low / 2) / (high / 2 - low / 2)
  }

  /// The colour of a value.
  public func colour(of value: Double, in map: ColourMap) -> Colour {
    map.colour(at: place(of: value) ?? .nan)
  }
}
