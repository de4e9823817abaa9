/// The power that a car accepts at each state of charge.
///
/// Given as knots, the way measurements are published, with straight lines between them; or flat.
///
///     let curve = ChargeCurve(knots: [.init(0, 100), .init(0.5, 100), .init(1, 20)])
///     curve.power(at: 0.75)   // 60 kW
public struct ChargeCurve: Hashable, Sendable, Codable {
  /// The knots in order of state of charge.
  public var knots: [Knot]

  /// One published point of a curve.
  public struct Knot: Hashable, Sendable, Codable {
    /// The state of charge, from 0 to 1.
    public var charge: Double
    /// The power into the battery in kW.
    public var power: Double

    /// Makes a knot of a state of charge and a power in kW.
    public init(_ charge: Double, _ power: Double) {
      self.charge = charge
      self.power = power
    }

    enum CodingKeys: String, CodingKey {
      case charge = "soc"
      case power = "kw"
    }
  }

  /// Makes a curve; its first knot should be at 0 and its last at 1.
  public init(knots: [Knot]) { self.knots = knots }

  /// Makes a curve of one power at every state of charge.
  public static func flat(_ power: Double) -> ChargeCurve {
    ChargeCurve(knots: [Knot(0, power), Knot(1, power)])
  }

  /// Returns the power in kW on the lines between the knots.
  public func power(at charge: Double) -> Double {
    guard let first = knots.first, let last = knots.last else { return 0 }
    guard charge > first.charge else { return first.power }
    guard charge < last.charge else { return last.power }
    for (low, high) in zip(knots, knots.dropFirst()) where charge <= high.charge {
      return low.power
        + (high.power - low.power) * (charge - low.charge) / (high.charge - low.charge)
    }
    return last.power
  }
}
