import Numerics

/// Charge curves as staircases: on each step the power is constant, so that energy and time are exact
/// products and not quadratures.
///
/// A step between two states of charge takes exactly as long as the straight line of the curve does:
/// its power is the logarithmic mean (*b* − *a*)/ln(*b*/*a*) of the powers *a* and *b* at its ends. So
/// a staircase passes every step's end at the very moment at which the line would.
///
/// All curves of a fleet lie in one table, because the simulations that read it millions of times
/// must not follow references.
@frozen
public struct ChargeStaircase: Sendable, Equatable {
  /// The steps of all curves, one curve after another.
  public private(set) var steps: [Step]
  /// The first step of each curve, and the end of the last.
  public private(set) var starts: [Int]

  /// One step.
  @frozen
  public struct Step: Sendable, Equatable, BitwiseCopyable {
    /// The state of charge at which the step ends.
    public var end: Double
    /// The power on it in kW.
    public var power: Double
  }

  /// Cuts curves into steps that are no wider than `width` where the power changes.
  public init(_ curves: [ChargeCurve], width: Double = 0.05) {
    steps = []
    starts = [0]
    for curve in curves {
      append(curve, width: width)
      starts.append(steps.count)
    }
  }

  private mutating func append(_ curve: ChargeCurve, width: Double) {
    let first = steps.count
    for (low, high) in zip(curve.knots, curve.knots.dropFirst()) where high.charge > low.charge {
      let isFlat = high.power == low.power
      let count = isFlat ? 1 : Int(((high.charge - low.charge) / width - 1e-9).rounded(.up))
      for index in 1...Swift.max(count, 1) {
        let share = Double(index) / Double(Swift.max(count, 1))
        let end = index == count ? high.charge : low.charge + share * (high.charge - low.charge)
        let a = low.power + (share - 1 / Double(Swift.max(count, 1))) * (high.power - low.power)
        let b = low.power + share * (high.power - low.power)
        append(Step(end: end, power: Self.logarithmicMean(a, b)), after: first)
      }
    }
    if steps.count == first { steps.append(Step(end: 1, power: curve.knots.first?.power ?? 0)) }
    steps[steps.count - 1].end = 1
  }

  private mutating func append(_ step: Step, after first: Int) {
    guard steps.count > first, steps[steps.count - 1].power == step.power else {
      steps.append(step)
      return
    }
    steps[steps.count - 1].end = step.end
  }

  /// Returns the mean of a power that falls or rises in a straight line, over the time it takes.
  static func logarithmicMean(_ a: Double, _ b: Double) -> Double {
    guard a > 0, b > 0 else { return 0 }
    let ratio = (b - a) / a
    guard ratio.magnitude > 1e-12 else { return 0.5 * (a + b) }
    return (b - a) / Double.log(onePlus: ratio)
  }

  /// Returns the step of a curve on which a state of charge lies; at an end, the step after it.
  @inlinable
  @inline(__always)
  public func step(of curve: Int, at charge: Double) -> Int {
    var index = starts[curve]
    let last = starts[curve + 1] - 1
    while index < last, steps[index].end <= charge { index &+= 1 }
    return index
  }

  /// Returns the seconds that charging from one energy to another takes.
  ///
  /// - Parameters:
  ///   - curve: The number of the curve in the table.
  ///   - start: The energy in the battery at first, in kWh.
  ///   - end: The energy in the battery in the end, in kWh.
  ///   - capacity: The energy in the full battery, in kWh.
  ///   - limit: The power of the charger, in kW.
  ///   - derating: The share of the curve that the battery accepts, being cold.
  /// - Returns: Seconds, exact for the staircase.
  @inlinable
  public func seconds(
    curve: Int, from start: Double, to end: Double, capacity: Double, limit: Double,
    derating: Double = 1
  ) -> Double {
    guard end > start else { return 0 }
    var index = step(of: curve, at: start / capacity)
    let last = starts[curve + 1] - 1
    var energy = start
    var hours = 0.0
    while true {
      let power = Swift.min(steps[index].power * derating, limit)
      let stop = index == last ? end : Swift.min(end, steps[index].end * capacity)
      hours += (stop - energy) / power
      guard stop < end, index < last else { return hours * 3600 }
      energy = stop
      index &+= 1
    }
  }

  /// Returns the energy in the battery after so many seconds of charging, in kWh; never above `end`.
  @inlinable
  public func energy(
    after seconds: Double, curve: Int, from start: Double, to end: Double, capacity: Double,
    limit: Double, derating: Double = 1
  ) -> Double {
    guard end > start, seconds > 0 else { return start }
    var index = step(of: curve, at: start / capacity)
    let last = starts[curve + 1] - 1
    var energy = start
    var hours = seconds / 3600
    while true {
      let power = Swift.min(steps[index].power * derating, limit)
      let stop = index == last ? end : Swift.min(end, steps[index].end * capacity)
      let needed = (stop - energy) / power
      guard needed <= hours else { return energy + power * hours }
      guard stop < end, index < last else { return end }
      hours -= needed
      energy = stop
      index &+= 1
    }
  }
}
