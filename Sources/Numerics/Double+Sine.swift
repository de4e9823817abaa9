extension Double {
  /// Returns the sine of so many turns, the same bits on every machine.
  ///
  ///     Double.sine(ofTurns: 0.25)   // 1.0
  ///
  /// Taylor's series on a quarter turn, to 1 part in 10¹⁵.
  @inlinable
  public static func sine(ofTurns turns: Double) -> Double {
    var rest = turns - turns.rounded()
    if rest > 0.25 { rest = 0.5 - rest }
    if rest < -0.25 { rest = -0.5 - rest }
    let x = rest * (2 * Double.pi)
    let square = x * x
    var sum = 0.0
    for degree in stride(from: 21.0, through: 3, by: -2) {
      sum = (1 + sum) * (-square / (degree * (degree - 1)))
    }
    return x * (1 + sum)
  }

  /// Returns the cosine of so many turns, the same bits on every machine.
  ///
  ///     Double.cosine(ofTurns: 0.5)   // -1.0
  @inlinable
  public static func cosine(ofTurns turns: Double) -> Double { sine(ofTurns: turns + 0.25) }
}
